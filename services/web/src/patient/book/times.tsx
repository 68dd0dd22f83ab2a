import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { ApiProblem } from '../../shared/api/problem.ts';
import { Button, buttonClass } from '../../shared/controls/button.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { Notice } from '../../shared/controls/notice.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Skeleton } from '../../shared/controls/skeleton.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { useClinicPhone } from '../../shared/query/phone.ts';
import { addDays, deviceZone, today } from '../../shared/time/format.ts';
import { useActing, whom } from '../acting/acting.ts';
import { api, directoryQuery, type Hold, type Proposal, proposalQuery } from '../api.ts';
import { agreedPlace, proposalRequest, stepsFor } from './answers.ts';
import { AskRegion, isRegionAsked } from './ask-region.tsx';
import { useAsked, useOpenStep } from './asked.ts';
import { CareCard } from './care-card.tsx';
import { saveDraft, useDraft } from './draft.ts';
import { regionsOf } from './places.ts';
import { goneWords, SlotChoice } from './slot-choice.tsx';

/** P3: our offer with its reason, then other times by day. Choosing one holds it. */
export function Times() {
  const { answers } = useDraft();
  const acting = useActing();
  const open = useOpenStep();
  const patientId = acting?.personId;
  const request = useMemo(
    () => ({
      ...proposalRequest(answers, (days) => addDays(today(deviceZone()), days)),
      ...(patientId === undefined ? {} : { patientId }),
    }),
    [answers, patientId],
  );
  const proposal = useQuery({
    ...proposalQuery(request),
    enabled: open === undefined,
  });
  if (open !== undefined && open !== 'pending') {
    return <Navigate to="/book/$step" params={{ step: open }} replace />;
  }
  if (isRegionAsked(proposal.error)) return <AskRegion />;
  if (answers.emergency === 'yes' || proposal.data?.urgency === 'emergency') return <CareCard />;
  return (
    <TimesPage proposal={proposal.data}>
      <Loaded query={proposal} skeleton={<Skeleton lines={6} label="Looking for times" />}>
        {() => null}
      </Loaded>
    </TimesPage>
  );
}

function TimesPage(props: { proposal: Proposal | undefined; children: React.ReactNode }) {
  const errors = useFormErrors();
  const { answers } = useDraft();
  const asked = useAsked();
  const last = (asked && stepsFor(answers, asked).at(-1)) ?? 'when';
  return (
    <Page title="Choose a time" failed={errors.list.length > 0}>
      <ErrorSummary errors={errors} />
      {props.children}
      {props.proposal && <Offer proposal={props.proposal} errors={errors} />}
      <p>
        <Link to="/book/$step" params={{ step: last }} className="link-row">
          Back
        </Link>
      </p>
    </Page>
  );
}

function Offer({ proposal, errors }: { proposal: Proposal; errors: ReturnType<typeof useFormErrors> }) {
  const { answers } = useDraft();
  const directory = useQuery(directoryQuery);
  const navigate = useNavigate();
  const [slotId, setSlotId] = useState(proposal.offer?.slot.id);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const [pending, setPending] = useState(false);
  const { offer } = proposal;
  const others = offer ? proposal.others : proposal.outsidePreferences;
  if (!offer && others.length === 0) return <NothingFree regionIds={proposal.regionIds} />;

  const choose = async () => {
    if (slotId === undefined) {
      return void errors.check([{ field: 'slot', message: 'Choose a time' }]);
    }
    setPending(true);
    try {
      const hold: Hold =
        slotId === offer?.slot.id
          ? offer
          : await answer(api.POST('/v1/holds', { body: { ...whom(), ...agreedPlace(answers), slotId } }));
      saveDraft({
        answers,
        chosen: { hold, why: slotId === offer?.slot.id ? proposal.why : '', key: idempotencyKey() },
      });
      await navigate({ to: '/book/check' });
    } catch (error) {
      if (error instanceof ApiProblem && error.kind === 'slot-taken') {
        setTaken([...taken, slotId]);
        setSlotId(undefined);
        errors.check([{ field: 'slot', message: goneWords(others, slotId) }]);
      } else errors.refuse(error);
    } finally {
      setPending(false);
    }
  };

  return (
    <Form onSubmit={choose}>
      {!offer && (
        <Notice title="Nothing fits everything you asked for">
          <p>
            <bdi>{proposal.why}</bdi>
          </p>
        </Notice>
      )}
      <SlotChoice
        offer={offer?.slot}
        why={proposal.why}
        others={others}
        locations={directory.data?.locations ?? []}
        leftOut={proposal.leftOut}
        taken={taken}
        value={slotId}
        onChange={setSlotId}
        error={errors.of('slot')}
      />
      <Submit pending={pending}>Keep this time and check</Submit>
      <Elsewhere regionIds={proposal.regionIds} />
      <p>
        None of these suits? <Link to="/book/wait">Join the waiting list for a time that does</Link>
      </p>
    </Form>
  );
}

/**
 * The region of these times, and a link to look in another one: times of another region are offered only on request.
 */
function Elsewhere({ regionIds }: Pick<Proposal, 'regionIds'>) {
  const { answers } = useDraft();
  const directory = useQuery(directoryQuery).data;
  if (directory === undefined) return null;
  const regions = regionsOf(directory, answers.specialtyId ?? '');
  const names = (isIn: boolean) =>
    regions.flatMap(({ id, name }) => (regionIds.includes(id) === isIn ? [name] : [])).join(' and ');
  if (names(false) === '') return null;
  const widen = () =>
    saveDraft({ answers: { ...answers, locationId: '', regionIds: regions.map(({ id }) => id) } });
  return (
    <p>
      These times are in {names(true)}.{' '}
      <Button variant="quiet" onPress={widen}>
        Look in {names(false)} as well
      </Button>
    </p>
  );
}

function NothingFree({ regionIds }: Pick<Proposal, 'regionIds'>) {
  const phone = useClinicPhone();
  return (
    <>
      <Notice tone="warn" title="No time is free that fits">
        <p>
          Join the waiting list, change your wishes for more times, or call {phone}: the clinic can look
          further.
        </p>
      </Notice>
      <Elsewhere regionIds={regionIds} />
      <p className="row actions">
        <Link to="/book/wait" className={buttonClass()}>
          Join the waiting list
        </Link>
        <Link to="/book/$step" params={{ step: 'when' }} className={buttonClass('secondary')}>
          Change what suits me
        </Link>
      </p>
    </>
  );
}
