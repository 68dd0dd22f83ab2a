import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer } from '../../shared/api/client.ts';
import { RadioGroup } from '../../shared/controls/choice.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { Notice } from '../../shared/controls/notice.tsx';
import { TextArea } from '../../shared/controls/text-field.tsx';
import { api } from '../../shared/staff/api.ts';
import { deviceZone, staffDate, staffTime } from '../../shared/time/format.ts';
import type { PersonSummary } from '../api.ts';
import { FindPerson } from './find-person.tsx';
import type { ProxyLink } from './queries.ts';

/** Lets somebody act for a patient: who, how far, what was shown, and why. */
export function NewLink({ patient }: { patient: PersonSummary }) {
  const queries = useQueryClient();
  const errors = useFormErrors();
  const [proxy, setProxy] = useState<PersonSummary>();
  const [scope, setScope] = useState<ProxyLink['scope']>();
  const [evidence, setEvidence] = useState('');
  const [reason, setReason] = useState('');
  const [made, setMade] = useState<ProxyLink>();
  const [pending, setPending] = useState(false);

  const make = async () => {
    const missing = [
      ...(scope === undefined ? [{ field: 'scope', message: 'Say what they may do' }] : []),
      ...(evidence.trim().length < 3 ? [{ field: 'evidence', message: 'Say what you were shown' }] : []),
      ...(reason.trim().length < 3 ? [{ field: 'reason', message: 'Say why they are to act' }] : []),
    ];
    if (!errors.check(missing) || proxy === undefined || scope === undefined) return;
    setPending(true);
    try {
      const link = await answer(
        api.PUT('/clinic/v1/patients/{id}/proxies/{proxyId}', {
          params: { path: { id: patient.personId, proxyId: proxy.personId } },
          body: { scope, evidence: evidence.trim(), reason: reason.trim() },
        }),
      );
      setMade(link);
      await queries.invalidateQueries({ queryKey: ['proxies'] });
    } catch (error) {
      errors.refuse(error, { scope: 'scope', evidence: 'evidence', reason: 'reason' });
    } finally {
      setPending(false);
    }
  };

  if (made) return <Made link={made} />;
  return (
    <section className="stack" aria-labelledby="new-link">
      <h2 id="new-link">Let somebody act for this patient</h2>
      <FindPerson
        name="proxy"
        label="The number of the person who is to act"
        action="Find this person"
        onFound={setProxy}
      />
      {proxy && (
        <Form onSubmit={make}>
          <ErrorSummary errors={errors} />
          <p>
            <strong>
              <bdi>{proxy.name || 'Name not available'}</bdi>
            </strong>
            , born {staffDate(proxy.birthDate) || 'not recorded'}
          </p>
          <RadioGroup
            name="scope"
            legend="What may they do?"
            value={scope}
            onChange={setScope}
            error={errors.of('scope')}
            options={[
              {
                value: 'bookings',
                label: 'Bookings only',
                hint: 'Book, move and cancel, and see when visits are; nothing clinical',
              },
              {
                value: 'record',
                label: 'Bookings and the record',
                hint: 'Everything the patient sees; of an adult when a colleague has confirmed it',
              },
            ]}
          />
          <TextArea
            name="evidence"
            label="What were you shown?"
            hint="Like passports of both, a birth certificate, a power of attorney"
            maxLength={500}
            value={evidence}
            onChange={setEvidence}
            error={errors.of('evidence')}
          />
          <TextArea
            name="reason"
            label="Why are they to act?"
            hint="Patient and privacy read this"
            maxLength={500}
            value={reason}
            onChange={setReason}
            error={errors.of('reason')}
          />
          <Submit pending={pending}>Let them act</Submit>
        </Form>
      )}
    </section>
  );
}

function Made({ link }: { link: ProxyLink }) {
  const at = (instant: string) => staffTime(instant, deviceZone());
  if (link.state === 'unconfirmed') {
    return (
      <Notice tone="warn" title="A colleague has to confirm this" live>
        Nothing is open until then. It lapses {link.confirmBy && at(link.confirmBy)}. The patient is told.
      </Notice>
    );
  }
  return (
    <Notice tone="ok" title="They can act for the patient" live>
      {link.expiresAt && <>Until {at(link.expiresAt)}. </>}The patient is told.
    </Notice>
  );
}
