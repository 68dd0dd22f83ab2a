import type { Peers } from '@healthbooker/edge/peers';
import { PersonSummary, personJson } from '@healthbooker/protos/json/profile';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

/** A POST although it changes nothing: a number that identifies a person must not be in an address. */
export function findPatient({ appointment }: Peers): Route {
  return route({
    method: 'POST',
    path: '/clinic/v1/patients/find',
    callers: ['Receptionists'],
    summary: 'The patient of a medical record number',
    body: z.strictObject({ medicalRecordNumber: z.string().min(1).max(40) }),
    responses: { 200: PersonSummary },
    problems: [404],
    async handle({ body, context }) {
      const outgoing = forward(context, { idempotent: true });
      const { person } = await appointment.call('FindPatient', body, outgoing);
      return { status: 200, body: personJson(present(person, 'person')) };
    },
  });
}
