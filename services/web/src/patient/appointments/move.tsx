import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { ApiProblem } from '../../shared/api/problem.ts';
import { RadioGroup } from '../../shared/controls/choice.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { type FormErrors, useFormErrors } from '../../shared/controls/form-errors.ts';
import { Page } from '../../shared/controls/page.tsx';
import { Skeleton } from '../../shared/controls/skeleton.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { More } from '../../shared/query/paged.tsx';
import { useClinicPhone } from '../../shared/query/phone.ts';
import { visitTime } from '../../shared/time/format.ts';
import {
  type AppointmentView,
  api,
  appointmentQuery,
  directoryQuery,
  type Hold,
  type Slot,
  slotsQuery,
} from '../api.ts';
import { goneWords, SlotChoice } from '../book/slot-choice.tsx';
import { NoSuchAppointment } from './appointment.tsx';
import { ConfirmMove } from './confirm-move.tsx';

/** P6: another time for a visit. The old one is kept until the new one is certain. */
export function Move({ id }: { id: string }) {
  const query = useQuery(appointmentQuery(id));
  const [chosen, setChosen] = useState<{ hold: Hold; key: string }>();
  const errors = useFormErrors();
  if (chosen && query.data) {
    return (
      <ConfirmMove
        key="confirm"
        view={query.data}
        chosen={chosen}
        onChange={setChosen}
        onBack={(taken) => {
          setChosen(undefined);
          if (taken)
            errors.check([{ field: 'slot', message: 'That time has just been taken. Choose another' }]);
        }}
      />
    );
  }
  return (
    <Page key="choose" title="Move your appointment" failed={errors.list.length > 0}>
      <ErrorSummary errors={errors} />
      <Loaded query={query} skeleton={<Skeleton lines={6} />} missing={<NoSuchAppointment />}>
        {(view) =>
          view.appointment.status === 'booked' ? (
            <ChooseTime view={view} errors={errors} onChosen={setChosen} />
          ) : (
            <p>Only a booked appointment can be moved.</p>
          )
        }
      </Loaded>
      <p>
        <Link to="/appointments/$id" params={{ id }} className="link-row">
          {query.data?.appointment.needsNewTime ? 'Back to the visit' : 'Keep the time as it is'}
        </Link>
      </p>
    </Page>
  );
}

function ChooseTime(props: {
  view: AppointmentView;
  errors: FormErrors;
  onChosen: (chosen: { hold: Hold; key: string }) => void;
}) {
  const { slot } = props.view.appointment;
  const { errors } = props;
  const phone = useClinicPhone();
  const [who, setWho] = useState<'same' | 'any'>('same');
  const [slotId, setSlotId] = useState<string>();
  const [taken, setTaken] = useState<readonly string[]>([]);
  const [pending, setPending] = useState(false);
  const directory = useQuery(directoryQuery);
  const region = directory.data?.locations.find(({ id }) => id === slot.locationId)?.regionId;
  const slots = useInfiniteQuery({
    ...slotsQuery({
      specialtyId: slot.specialtyId,
      visitTypeId: slot.visitTypeId,
      mode: slot.mode,
      patientId: props.view.appointment.patientId,
      ...(region === undefined ? {} : { regionId: region }),
      ...(who === 'same' ? { providerId: slot.providerId } : {}),
    }),
    // Where the visit is says in which region to look.
    enabled: region !== undefined,
  });

  // Other places of the class that the visit is one of are no other time.
  const isOther = (free: Slot) => free.startAt !== slot.startAt || free.providerId !== slot.providerId;

  const choose = async () => {
    if (slotId === undefined) return void errors.check([{ field: 'slot', message: 'Choose a time' }]);
    setPending(true);
    try {
      const hold = await answer(
        api.POST('/v1/holds', {
          // All times are of the region where the visit is, wherever its patient lives.
          body: { patientId: props.view.appointment.patientId, slotId, otherRegionAgreed: true },
        }),
      );
      errors.check([]);
      props.onChosen({ hold, key: idempotencyKey() });
    } catch (error) {
      if (error instanceof ApiProblem && error.kind === 'slot-taken') {
        setTaken([...taken, slotId]);
        setSlotId(undefined);
        errors.check([{ field: 'slot', message: goneWords(slots.data ?? [], slotId) }]);
      } else errors.refuse(error);
    } finally {
      setPending(false);
    }
  };

  return (
    <Form onSubmit={choose}>
      <p>
        Now: <strong>{visitTime(slot.startAt, slot.timeZone)}</strong> with <bdi>{slot.providerName}</bdi>.{' '}
        {props.view.appointment.needsNewTime
          ? 'The clinic cannot keep this time.'
          : 'You keep this time until the new one is confirmed.'}
      </p>
      <RadioGroup
        name="who"
        legend="With whom?"
        inline
        value={who}
        onChange={(next) => {
          setWho(next);
          setSlotId(undefined);
        }}
        options={[
          { value: 'same', label: slot.providerName },
          { value: 'any', label: 'Anyone in this clinic' },
        ]}
      />
      <Loaded query={slots} skeleton={<Skeleton lines={6} label="Looking for times" />}>
        {(free) =>
          !free.some(isOther) ? (
            <p>No other time is free. Choose somebody else above, or call {phone}.</p>
          ) : (
            <>
              <SlotChoice
                others={free.filter(isOther)}
                locations={directory.data?.locations ?? []}
                taken={taken}
                value={slotId}
                onChange={setSlotId}
                error={errors.of('slot')}
                more={<More query={slots}>Show later times</More>}
              />
              <Submit pending={pending}>Keep this time and check</Submit>
            </>
          )
        }
      </Loaded>
    </Form>
  );
}
