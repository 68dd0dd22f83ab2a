import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer } from '../../shared/api/client.ts';
import type { components } from '../../shared/api/clinic.generated.d.ts';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { Button } from '../../shared/controls/button.tsx';
import { DateField } from '../../shared/controls/date-field.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { Page } from '../../shared/controls/page.tsx';
import { Select } from '../../shared/controls/select.tsx';
import { TextField } from '../../shared/controls/text-field.tsx';
import { api, directoryQuery } from '../../shared/staff/api.ts';
import { ImpactPreview } from '../../shared/staff/impact.tsx';

const names = { locationId: 'locationId', firstDate: 'firstDate', lastDate: 'lastDate', note: 'note' };
const fields = Object.fromEntries(
  Object.entries(names).flatMap(([name, input]) => [
    [name, input],
    [`closure.${name}`, input],
  ]),
);

/** Closes a place, after it was shown what that changes. */
export function NewClosure() {
  const directory = useQuery(directoryQuery);
  const [id] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState({ locationId: '', firstDate: '', lastDate: '', note: '' });
  const [impact, setImpact] = useState<components['schemas']['Impact']>();
  const errors = useFormErrors();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const set = (change: Partial<typeof draft>) => {
    setDraft({ ...draft, ...change });
    setImpact(undefined);
  };
  const put = useMutation({
    mutationFn: (dryRun: boolean) =>
      answer(
        api.PUT('/clinic/v1/closures/{id}', {
          params: { path: { id } },
          body: {
            locationId: draft.locationId || null,
            firstDate: draft.firstDate,
            lastDate: draft.lastDate || draft.firstDate,
            note: draft.note.trim(),
            dryRun,
          },
        }),
      ),
    onSuccess: async (saved, dryRun) => {
      if (dryRun) return setImpact(saved.impact);
      await queries.invalidateQueries({ queryKey: ['closures'] });
      announce('The closure is saved');
      await navigate({ to: '/closures' });
    },
    onError: (error) => {
      setImpact(undefined);
      errors.refuse(error, fields);
    },
  });
  const check = () => {
    const missing = [
      ...(draft.firstDate === '' ? [{ field: 'firstDate', message: 'Enter the first date' }] : []),
      ...(draft.note.trim() === '' ? [{ field: 'note', message: 'Enter why it is closed' }] : []),
    ];
    if (errors.check(missing)) put.mutate(true);
  };

  return (
    <Page title="Add a closure" failed={errors.list.length > 0}>
      <Form wide onSubmit={check}>
        <ErrorSummary errors={errors} />
        <Select
          name="locationId"
          label="Where"
          error={errors.of('locationId')}
          value={draft.locationId}
          onChange={(locationId) => set({ locationId })}
          options={[
            { value: '', label: 'The whole hospital' },
            ...(directory.data?.locations ?? []).map(({ id: value, name }) => ({ value, label: name })),
          ]}
        />
        <div className="field-row">
          <DateField
            name="firstDate"
            label="First date"
            error={errors.of('firstDate')}
            value={draft.firstDate}
            onChange={(firstDate) => set({ firstDate })}
          />
          <DateField
            name="lastDate"
            label="Last date (if another)"
            error={errors.of('lastDate')}
            value={draft.lastDate}
            onChange={(lastDate) => set({ lastDate })}
          />
        </div>
        <TextField
          name="note"
          label="Why"
          hint="For staff, for example: public holiday"
          maxLength={200}
          error={errors.of('note')}
          value={draft.note}
          onChange={(note) => set({ note })}
        />
        {impact && <ImpactPreview impact={impact} />}
        <div className="row">
          {impact ? (
            <Button pending={put.isPending} onPress={() => put.mutate(false)}>
              Save
            </Button>
          ) : (
            <Button type="submit" pending={put.isPending}>
              Show what this changes
            </Button>
          )}
          <Link to="/closures">Cancel</Link>
        </div>
      </Form>
    </Page>
  );
}
