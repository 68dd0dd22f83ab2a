import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer } from '../../shared/api/client.ts';
import { ApiProblem } from '../../shared/api/problem.ts';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { Button } from '../../shared/controls/button.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { Page } from '../../shared/controls/page.tsx';
import { TextField } from '../../shared/controls/text-field.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { api } from '../../shared/staff/api.ts';
import { shownName } from '../../shared/staff/names.ts';
import { staffTime } from '../../shared/time/format.ts';
import { type Policy as Numbers, type PolicyChange, policyQuery } from '../api.ts';
import { labelOf, type PolicyName, policyGroups } from './numbers.ts';

type Draft = Record<PolicyName, string>;

/** A7: what the hospital has decided in numbers, and who changed what of it. */
export function Policy() {
  const query = useQuery(policyQuery);
  const errors = useFormErrors();
  return (
    <Page title="Policy" failed={errors.list.length > 0}>
      <Loaded query={query}>
        {({ policy, version, changes }) => (
          <>
            <NumbersForm key={version} policy={policy} version={version} errors={errors} />
            <Changes changes={changes} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function NumbersForm(props: { policy: Numbers; version: number; errors: ReturnType<typeof useFormErrors> }) {
  const { policy, version, errors } = props;
  const names = Object.keys(policy) as PolicyName[];
  const [draft, setDraft] = useState(
    () => Object.fromEntries(names.map((name) => [name, String(policy[name])])) as Draft,
  );
  const queries = useQueryClient();
  const announce = useAnnounce();
  const save = useMutation({
    mutationFn: (numbers: Numbers) =>
      answer(api.PUT('/clinic/v1/policy', { body: { policy: numbers, version } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['policy'] });
      announce('The policy is saved');
    },
    onError: (error) => {
      errors.refuse(error, Object.fromEntries(names.map((name) => [`policy.${name}`, name])));
      // When somebody else has saved, their values are shown. Any other error keeps what was typed here.
      if (error instanceof ApiProblem && error.kind === 'conflict') {
        void queries.invalidateQueries({ queryKey: ['policy'] });
      }
    },
  });
  const submit = () => {
    const wrong = names.filter((name) => !/^\d{1,6}$/.test(draft[name].trim()));
    const isRight = errors.check(
      wrong.map((name) => ({ field: name, message: `${labelOf(name)}: enter a whole number` })),
    );
    if (!isRight) return;
    save.mutate(Object.fromEntries(names.map((name) => [name, Number(draft[name].trim())])) as Numbers);
  };
  return (
    <Form wide onSubmit={submit}>
      <ErrorSummary errors={errors} />
      {policyGroups.map(({ title, hint, numbers }) => (
        <fieldset key={title} className="sheet policy-group">
          <legend className="field-label">{title}</legend>
          <p className="field-hint">{hint}</p>
          <div className="policy-numbers">
            {numbers.map(({ name, label, unit, hint: more }) => (
              <TextField
                key={name}
                name={name}
                label={unit === undefined ? label : `${label} (${unit})`}
                hint={more}
                inputMode="numeric"
                size="short"
                maxLength={6}
                error={errors.of(name)}
                value={draft[name]}
                onChange={(value) => setDraft({ ...draft, [name]: value })}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <div className="row">
        <Button type="submit" pending={save.isPending}>
          Save
        </Button>
      </div>
    </Form>
  );
}

function Changes({ changes }: { changes: readonly PolicyChange[] }) {
  return (
    <section className="stack" aria-labelledby="changes-title">
      <h2 id="changes-title">Changes</h2>
      {changes.length === 0 ? (
        <p className="sheet">Nobody has changed the policy yet.</p>
      ) : (
        <div className="sheet table-sheet">
          <table className="table">
            <caption className="visually-hidden">Changes of the policy, the latest first</caption>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">What</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ version, changedAt, changedByName, differences }) => (
                <tr key={version}>
                  <th scope="row" data-label="When">
                    {staffTime(changedAt, Intl.DateTimeFormat().resolvedOptions().timeZone)}
                  </th>
                  <td data-label="Who">
                    <bdi>{shownName(changedByName)}</bdi>
                  </td>
                  <td data-label="What" className="policy-change">
                    {differences.map(({ field, before, after }) => (
                      <span key={field} className="line">
                        {labelOf(field)}: {before} to {after}
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
