import type { Peers } from '@healthbooker/edge/peers';
import { Referral, referralJson, referralKinds } from '@healthbooker/protos/json/referral';
import { urgencies } from '@healthbooker/protos/json/slot';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { calendarDate } from '@healthbooker/runtime/dates';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { staff } from '../callers.ts';

const name = z.string().min(1).max(64);

const Order = z.strictObject({
  kind: referralKinds.schema.describe('A follow-up is with the caller’s own team'),
  specialtyId: name,
  visitTypeId: name.exactOptional(),
  providerId: z.guid().exactOptional(),
  urgency: urgencies.schema.exclude(['emergency']),
  earliestDate: calendarDate.exactOptional(),
  dueDate: calendarDate.exactOptional().describe('As the urgency has it, if left out'),
});

export function placeReferral({ referrals }: Peers): Route {
  return route({
    method: 'POST',
    path: '/clinic/v1/patients/:id/referrals',
    // Who else tries is refused by the service, which puts it on record.
    callers: staff,
    summary: 'Orders a visit for a patient whom the caller’s team treats',
    params: z.strictObject({ id: z.guid() }),
    body: Order,
    idempotent: true,
    responses: { 201: z.strictObject({ referral: Referral }) },
    async handle({ params, body: { kind, urgency, ...order }, idempotencyKey, context }) {
      const reply = await referrals.call(
        'PlaceReferral',
        {
          ...order,
          patientId: params.id,
          kind: referralKinds.toName(kind),
          urgency: urgencies.toName(urgency),
          operationKey: idempotencyKey,
        },
        forward(context, { idempotent: true }),
      );
      return { status: 201, body: { referral: referralJson(present(reply.referral, 'referral')) } };
    },
  });
}
