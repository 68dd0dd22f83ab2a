import type { Peers } from '@healthbooker/edge/peers';
import { forward, personOf } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { agreedFields } from '../agreed.ts';
import { patientField, patientOf } from '../patient.ts';
import { Appointments, appointmentsJson, idOfKey } from '../series.ts';

export function bookSeries({ series }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/series',
    callers: ['Patients'],
    summary: 'Books all visits of a series, or none',
    body: z.strictObject({
      ...patientField,
      ...agreedFields,
      everyWeeks: z.int32().min(1).max(12),
      slotIds: z.array(z.guid()).min(2).max(12).describe('In order of time, all of one kind'),
      reason: z.string().max(500),
      referralId: z.guid().exactOptional().describe('What the first visit was ordered with'),
    }),
    idempotent: true,
    problems: [404],
    responses: { 201: z.strictObject({ seriesId: z.string(), ...Appointments.shape }) },
    async handle({ body, idempotencyKey, context }) {
      const { personId } = personOf(context);
      const seriesId = idOfKey(personId, idempotencyKey, 'series');
      const visits = body.slotIds.map((slotId, index) => ({
        appointmentId: idOfKey(personId, idempotencyKey, `visit ${index + 1}`),
        slotId,
      }));
      const { reservations } = await series.call(
        'ReserveSeries',
        {
          seriesId,
          patientId: patientOf(body, context),
          everyWeeks: body.everyWeeks,
          visits,
          reason: body.reason,
          urgency: 'URGENCY_ROUTINE',
          operationKey: idempotencyKey,
          referralId: body.referralId ?? '',
          otherRegionAgreed: body.otherRegionAgreed ?? false,
          stepsAgreed: body.stepsAgreed ?? false,
        },
        forward(context, { idempotent: true }),
      );
      return { status: 201, body: { seriesId, ...appointmentsJson(reservations) } };
    },
  });
}
