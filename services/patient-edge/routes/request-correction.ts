import { namedEntry } from '@healthbooker/edge/named-entry';
import type { Peers } from '@healthbooker/edge/peers';
import { Entry } from '@healthbooker/protos/json/entry';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { patientField, patientOf } from '../patient.ts';

export function requestCorrection({ ehr }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/record/entries/:id/corrections',
    callers: ['Patients'],
    summary: 'Asks for a correction of one entry; 409 while another request about it is open',
    params: z.strictObject({ id: z.guid() }),
    body: z.strictObject({
      ...patientField,
      version: z.int32().min(1).describe('The version of the entry that was read'),
      text: z.string().min(1).max(2000).describe('What is wrong, in the patient’s words'),
    }),
    idempotent: true,
    responses: { 201: z.strictObject({ entry: Entry }) },
    problems: [404, 409],
    async handle({ params, body, idempotencyKey, context }) {
      const { entry } = await ehr.call(
        'RequestCorrection',
        {
          patientId: patientOf(body, context),
          entryId: params.id,
          entryVersion: body.version,
          text: body.text,
          operationKey: idempotencyKey,
        },
        forward(context, { idempotent: true }),
      );
      return { status: 201, body: { entry: namedEntry(present(entry, 'entry'), undefined) } };
    },
  });
}
