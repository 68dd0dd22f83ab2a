import { readBirthDate, readName } from '@healthbooker/protos/person';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, done } from '../../shared/api/client.ts';
import { Button } from '../../shared/controls/button.tsx';
import { DateFields, type DateParts } from '../../shared/controls/date-fields.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Fact, Facts } from '../../shared/controls/facts.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { type FormError, useFormErrors } from '../../shared/controls/form-errors.ts';
import { IdentityDifferences } from '../../shared/controls/identity-differences.tsx';
import { sexOptions, sexWord } from '../../shared/controls/identity-facts.ts';
import { Notice } from '../../shared/controls/notice.tsx';
import { Select } from '../../shared/controls/select.tsx';
import { TextArea, TextField } from '../../shared/controls/text-field.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { dateFromParts, dateOf, deviceZone, shortDate } from '../../shared/time/format.ts';
import { api, type Identity, identityQuery } from '../api.ts';

/** P10: who we have on file, by which staff tell people apart. Another name is asked for, and reception confirms it. */
export function LegalDetails() {
  const identity = useQuery(identityQuery);
  return (
    <section className="stack" aria-labelledby="legal-title">
      <h2 id="legal-title">Legal name, date of birth and sex</h2>
      <p>
        Staff tell people apart by these. To change one, ask here and bring what shows it to our reception.
      </p>
      <Loaded query={identity}>
        {({ current, request, changes }) => (
          <>
            <Facts>
              <Fact name="Legal name">
                <bdi>{current.name || 'Not recorded'}</bdi>
              </Fact>
              <Fact name="Born">{current.birthDate ? shortDate(current.birthDate) : 'Not recorded'}</Fact>
              <Fact name="Sex">{sexWord(current.sex)}</Fact>
            </Facts>
            {request === null ? <Ask /> : <Open current={current} request={request} />}
            {changes.length > 0 && <Decided changes={changes} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Open({
  current,
  request,
}: {
  current: Identity['current'];
  request: NonNullable<Identity['request']>;
}) {
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () =>
      done(api.DELETE('/v1/me/identity/requests/{id}', { params: { path: { id: request.id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: identityQuery.queryKey }),
  });
  return (
    <article className="sheet stack" aria-label="What you have asked for">
      <Notice tone="info" title="Your request waits for our reception">
        Show them what you named below. Until they have confirmed it, nothing changes.
      </Notice>
      <Facts>
        <IdentityDifferences before={current} wanted={request.wanted} date={shortDate} />
        <Fact name="Why, and what you bring">
          <bdi>{request.reason}</bdi>
        </Fact>
        <Fact name="Asked">{dateOf(request.requestedAt, deviceZone())}</Fact>
      </Facts>
      <p className="row">
        <Button variant="secondary" pending={withdraw.isPending} onPress={() => withdraw.mutate()}>
          Take the request back
        </Button>
        {withdraw.isError && <span role="alert">{withdraw.error.message}</span>}
      </p>
    </article>
  );
}

function Decided({ changes }: { changes: Identity['changes'] }) {
  return (
    <details>
      <summary>What was decided ({changes.length})</summary>
      {changes.map((change) => (
        <Facts key={change.id}>
          <Fact name={change.confirmed ? 'Changed' : 'Not changed'}>
            {dateOf(change.decidedAt, deviceZone())}, by our reception
          </Fact>
          <IdentityDifferences before={change.before} wanted={change.wanted} date={shortDate} />
          <Fact name={change.confirmed ? 'You showed' : 'Why'}>
            <bdi>{change.confirmed ? change.evidence : change.refusal}</bdi>
          </Fact>
        </Facts>
      ))}
    </details>
  );
}

const noBirth: DateParts = { day: '', month: '', year: '' };

function Ask() {
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return <AskForm />;
  return (
    <p className="row">
      <Button variant="secondary" onPress={() => setIsOpen(true)}>
        Ask for a change
      </Button>
    </p>
  );
}

function AskForm() {
  const errors = useFormErrors();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [birth, setBirth] = useState(noBirth);
  const [sex, setSex] = useState<(typeof sexOptions)[number]['value']>('keep');
  const [reason, setReason] = useState('');
  const [pending, setPending] = useState(false);
  const isBirthGiven = Object.values(birth).some((part) => part !== '');

  const send = async () => {
    const birthDate = dateFromParts(birth) ?? '';
    const asksNothing = name.trim() === '' && !isBirthGiven && sex === 'keep';
    const missing: FormError[] = [
      ...(asksNothing ? [{ field: 'legalName', message: 'Say what is to change' }] : []),
      ...(name.trim() === '' ? [] : problem('legalName', 'The name', readName(name).problem)),
      ...(isBirthGiven
        ? problem('legalBirth', 'The date of birth', readBirthDate(birthDate, new Date()).problem)
        : []),
      ...(reason.trim().length < 3 ? [{ field: 'reason', message: 'Say why, and what you will bring' }] : []),
    ];
    if (!errors.check(missing)) return;
    setPending(true);
    const wanted = {
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      ...(isBirthGiven ? { birthDate } : {}),
      ...(sex === 'keep' ? {} : { sex }),
    };
    try {
      await answer(api.POST('/v1/me/identity/requests', { body: { wanted, reason: reason.trim() } }));
      await queries.invalidateQueries({ queryKey: identityQuery.queryKey });
    } catch (error) {
      errors.refuse(error, {
        'wanted.name': 'legalName',
        'wanted.birthDate': 'legalBirth',
        'wanted.sex': 'legalSex',
        wanted: 'legalName',
        reason: 'reason',
      });
    } finally {
      setPending(false);
    }
  };

  return (
    <Form onSubmit={send}>
      <ErrorSummary errors={errors} />
      <TextField
        name="legalName"
        label="New legal name"
        hint="The whole name, or leave it empty to keep it."
        autoComplete="off"
        spellCheck="false"
        value={name}
        onChange={setName}
        error={errors.of('legalName')}
      />
      <DateFields
        name="legalBirth"
        legend="Right date of birth"
        hint="For example 27 3 1985, or leave it empty to keep it."
        value={birth}
        onChange={setBirth}
        error={errors.of('legalBirth')}
      />
      <Select
        name="legalSex"
        label="Sex"
        value={sex}
        onChange={setSex}
        error={errors.of('legalSex')}
        options={sexOptions}
      />
      <TextArea
        name="reason"
        label="Why, and what will you bring?"
        hint="Like: I married; I bring the certificate and my passport. Reception reads this."
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={errors.of('reason')}
      />
      <Submit pending={pending}>Send the request</Submit>
    </Form>
  );
}

function problem(field: string, subject: string, words: string | undefined): FormError[] {
  return words === undefined ? [] : [{ field, message: `${subject} ${words}` }];
}
