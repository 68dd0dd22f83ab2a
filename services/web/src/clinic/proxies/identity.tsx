import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer } from '../../shared/api/client.ts';
import { Button } from '../../shared/controls/button.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Fact, Facts } from '../../shared/controls/facts.tsx';
import { Form } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { IdentityDifferences } from '../../shared/controls/identity-differences.tsx';
import type { IdentityDetails } from '../../shared/controls/identity-facts.ts';
import { Notice } from '../../shared/controls/notice.tsx';
import { TextArea } from '../../shared/controls/text-field.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { api } from '../../shared/staff/api.ts';
import { deviceZone, staffDate, staffTime } from '../../shared/time/format.ts';
import { type Identity, type IdentityChange, identityQuery } from './queries.ts';

/** Reception: another legal name, birth date or sex that a patient asks for, and what was decided before. */
export function PatientIdentity({ personId }: { personId: string }) {
  const identity = useQuery(identityQuery(personId));
  const [decided, setDecided] = useState<IdentityChange>();
  return (
    <section className="stack" aria-labelledby="identity">
      <h2 id="identity">Legal name, date of birth and sex</h2>
      {decided && (
        <Notice tone="ok" title={decided.confirmed ? 'The change is made' : 'The change is refused'} live>
          The patient is told.
        </Notice>
      )}
      <Loaded query={identity}>
        {(data) => (
          <>
            {data.request === null ? (
              <p>The patient asks for no change.</p>
            ) : (
              <Open
                key={data.request.id}
                personId={personId}
                current={data.current}
                request={data.request}
                onDecided={setDecided}
              />
            )}
            {data.changes.length > 0 && <History changes={data.changes} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Open(props: {
  personId: string;
  current: IdentityDetails;
  request: NonNullable<Identity['request']>;
  onDecided: (change: IdentityChange) => void;
}) {
  const { personId, current, request, onDecided } = props;
  return (
    <article className="sheet stack" aria-label="What the patient asks for">
      <Facts>
        <IdentityDifferences before={current} wanted={request.wanted} date={staffDate} />
        <Fact name="Why, and what they bring">
          <bdi>{request.reason}</bdi>
        </Fact>
        <Fact name="Asked">{staffTime(request.requestedAt, deviceZone())}</Fact>
      </Facts>
      <Decide verb="confirm" personId={personId} requestId={request.id} onDecided={onDecided} />
      <Decide verb="refuse" personId={personId} requestId={request.id} onDecided={onDecided} />
    </article>
  );
}

const wordings = {
  confirm: {
    field: 'evidence',
    label: 'What were you shown?',
    hint: 'Like a marriage certificate and passport, or a gender recognition certificate',
    missing: 'Say what you were shown',
    action: 'Confirm the change',
    variant: 'primary',
  },
  refuse: {
    field: 'refusal',
    label: 'Or why is it not to be changed?',
    hint: 'The patient reads this',
    missing: 'Say why it is not to be changed',
    action: 'Refuse the change',
    variant: 'secondary',
  },
} as const;

function Decide(props: {
  verb: keyof typeof wordings;
  personId: string;
  requestId: string;
  onDecided: (change: IdentityChange) => void;
}) {
  const { verb, personId, requestId, onDecided } = props;
  const { field, label, hint, missing, action, variant } = wordings[verb];
  const errors = useFormErrors();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [pending, setPending] = useState(false);

  const send = async () => {
    const words = text.trim();
    if (!errors.check(words.length < 3 ? [{ field, message: missing }] : [])) return;
    setPending(true);
    const params = { path: { id: personId, requestId } };
    try {
      const change = await answer(
        verb === 'confirm'
          ? api.POST('/clinic/v1/patients/{id}/identity/requests/{requestId}/confirm', {
              params,
              body: { evidence: words },
            })
          : api.POST('/clinic/v1/patients/{id}/identity/requests/{requestId}/refuse', {
              params,
              body: { refusal: words },
            }),
      );
      onDecided(change);
      await queries.invalidateQueries({ queryKey: ['identity', personId] });
    } catch (error) {
      errors.refuse(error, { [field]: field });
    } finally {
      setPending(false);
    }
  };

  return (
    <Form onSubmit={send}>
      <ErrorSummary errors={errors} />
      <TextArea
        name={field}
        label={label}
        hint={hint}
        maxLength={500}
        value={text}
        onChange={setText}
        error={errors.of(field)}
      />
      <p className="actions">
        <Button type="submit" variant={variant} pending={pending}>
          {action}
        </Button>
      </p>
    </Form>
  );
}

function History({ changes }: { changes: readonly IdentityChange[] }) {
  return (
    <details>
      <summary>Decided before ({changes.length})</summary>
      {changes.map((change) => (
        <Facts key={change.id}>
          <Fact name={change.confirmed ? 'Confirmed' : 'Refused'}>
            {staffTime(change.decidedAt, deviceZone())} by{' '}
            <bdi>{change.decidedBy || 'Name not available'}</bdi>
          </Fact>
          <IdentityDifferences before={change.before} wanted={change.wanted} date={staffDate} />
          <Fact name={change.confirmed ? 'Shown' : 'Why'}>
            <bdi>{change.confirmed ? change.evidence : change.refusal}</bdi>
          </Fact>
        </Facts>
      ))}
    </details>
  );
}
