import type { Peers } from '@healthbooker/edge/peers';
import { Appointment, appointmentJson } from '@healthbooker/protos/json/appointment';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { versionTag } from '@healthbooker/runtime/version-tag';
import { z } from 'zod';
import { agreedFields } from '../agreed.ts';
import { patientField } from '../patient.ts';
import { SymptomAnswers } from '../symptom-answers.ts';
import { answered } from '../symptoms-or-referral.ts';

const Booking = answered(
  z.strictObject({
    ...patientField,
    ...agreedFields,
    slotId: z.guid(),
    holdId: z.guid().exactOptional(),
    reason: z.string().max(500),
    symptoms: SymptomAnswers.exactOptional().describe('Needed without a referral'),
    referralId: z.guid().exactOptional().describe('What it is booked with'),
  }),
);

export function bookAppointment({ appointment: service }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/appointments',
    callers: ['Patients'],
    summary: 'Books a slot for the caller or somebody they act for',
    body: Booking,
    idempotent: true,
    responses: { 201: z.strictObject({ appointment: Appointment }) },
    problems: [404],
    async handle({ body, idempotencyKey, context }) {
      const reply = await service.call(
        'Book',
        { ...body, idempotencyKey },
        forward(context, { idempotent: true }),
      );
      const appointment = appointmentJson(present(reply.appointment, 'appointment'));
      return {
        status: 201,
        body: { appointment },
        headers: { Location: `/v1/appointments/${appointment.id}`, ETag: versionTag(appointment.version) },
      };
    },
  });
}
