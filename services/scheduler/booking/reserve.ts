import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { triage } from '@healthbooker/protos/triage';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { holdBack } from '@healthbooker/runtime/held-back';
import { z } from 'zod';
import { isStaff, refuseOtherPatient } from '../care/access.ts';
import { type Urgency, urgencyFrom } from '../engine/urgency.ts';
import { EMERGENCY_ADVICE } from '../engine/why.ts';
import { requestHash } from '../history/request-hash.ts';
import { saidFields, saidOf } from '../history/reservation.ts';
import { id, operationKey, optionalId, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { withAlternatives } from './alternatives.ts';
import type { Booking } from './booking.ts';
import { accessNeeds, agreedIn, agreements, need, wishesOf } from './need.ts';
import { reachOf } from './reach.ts';
import { createReserver } from './reserver.ts';
import { refuseImpossibleDates } from './wished-dates.ts';

const schema = z
  .object({
    appointmentId: id,
    patientId: id,
    slotId: optionalId,
    holdId: optionalId,
    ...saidFields,
    urgency: z.string(),
    operationKey,
    need: need.nullable(),
    accessNeeds,
    referralId: optionalId,
    ...agreements,
  })
  .refine((wanted) => (wanted.slotId === null) !== (wanted.need === null), {
    path: ['slotId'],
    error: 'must be a UUID, or a need given instead',
  });
type Wanted = z.infer<typeof schema>;

/**
 * Books a slot that is free or held for this patient, or the best one for a need: version 1 of a reservation, its
 * decision and its event, in one transaction with the other bookings of its batch. What a patient claims about urgency
 * opens no carve-out; the urgency of a hold, of a need (which comes from answers) and of a referral does. An expired
 * hold does not prevent the booking while nobody else has the slot.
 */
export function reserve(parts: Parts): RpcOf<SchedulerServiceDefinition, 'Reserve'> {
  const reserveSoon = createReserver(parts);
  return {
    // Not providers: a provider who could book any patient with themselves could open any chart.
    callers: ['Patients', 'Receptionists'],
    async handle(message, context) {
      const wanted = parse(schema, message);
      const orderId = wanted.referralId ?? wanted.need?.referralId ?? null;
      const { patientId } = wanted;
      await refuseOtherPatient(parts.pool, context, patientId, 'visit-reason', parts.clock(), orderId);
      const { operationKey: key, need: wish, accessNeeds: named, referralId, ...rest } = wanted;
      const needs = [...new Set([...named, ...(wish?.accessNeeds ?? [])])];
      // What is not given is left out, so that the hash of a request does not change when fields are added.
      const request = {
        ...rest,
        ...(wish === null ? {} : { need: wish }),
        ...(named.length === 0 ? {} : { accessNeeds: named }),
        ...(referralId === null ? {} : { referralId }),
      };
      const { value: reach = null, refusal } = await holdBack(async () => {
        if (wish === null) return null;
        await refuseImpossibleDates(parts.pool, wish, parts.clock());
        return reachOf(parts.pool, { ...wish, patientId });
      });
      const booking: Booking = {
        appointmentId: rest.appointmentId,
        patientId: rest.patientId,
        slotId: rest.slotId,
        said: saidOf(wanted),
        needs,
        operationKey: key,
        request,
        hash: requestHash('reserve', request),
        wish: wish && reach && { ...wishesOf(wish), ...reach },
        referralId: referralId ?? wish?.referralId ?? null,
        ...urgencies(wanted, isStaff(context)),
        agreed: agreedIn(wanted),
        refusal,
        isStaff: isStaff(context),
        sinceMs: Date.now(),
        context,
      };
      const { slotId } = booking;
      const reserved = () => reserveSoon(booking);
      const reservation =
        slotId === null
          ? await reserved()
          : await withAlternatives(parts, { slotId, patientId, isLonger: needs.length > 0 }, reserved);
      return { reservation };
    },
  };
}

/** The urgency that is recorded where no referral and no hold gives one, and the urgency that opens carve-outs. */
function urgencies(
  { need: wish, urgency }: Wanted,
  staff: boolean,
): { saidUrgency: Urgency; urgency: Urgency } {
  const said = urgencyFrom(urgency) ?? 'routine';
  if (!wish?.symptoms) return { saidUrgency: said, urgency: staff ? said : 'routine' };
  const triaged = triage(wish.symptoms);
  if (triaged !== 'emergency') return { saidUrgency: triaged, urgency: triaged };
  throw new ServiceError('invalid', EMERGENCY_ADVICE, {
    fields: [{ field: 'need.symptoms.emergencySigns', message: 'is a case for the emergency services' }],
  });
}
