import { namedEntry } from '@healthbooker/edge/named-entry';
import type { Peers } from '@healthbooker/edge/peers';
import { Entry } from '@healthbooker/protos/json/entry';
import { correctionStates } from '@healthbooker/protos/json/entry-body';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { staff } from '../callers.ts';

export function answerCorrection({ ehr, directory }: Peers): Route {
  return route({
    method: 'POST',
    path: '/clinic/v1/patients/:id/corrections/:entryId/answer',
    // Who else tries is refused by the service, which puts it on record.
    callers: staff,
    summary: 'Says what became of a patient’s request to correct an entry',
    params: z.strictObject({ id: z.guid(), entryId: z.guid().describe('Of the request') }),
    body: z.strictObject({
      version: z.int32().min(1),
      state: correctionStates.exclude(['open']),
      answer: z.string().min(1).max(500).describe('What the patient is told'),
    }),
    idempotent: true,
    responses: { 200: z.strictObject({ entry: Entry }) },
    problems: [404, 409],
    async handle({ params, body: { version, ...answer }, idempotencyKey, context }) {
      const { entry } = await ehr.call(
        'AnswerCorrection',
        {
          patientId: params.id,
          entryId: params.entryId,
          expectedVersion: version,
          ...answer,
          operationKey: idempotencyKey,
        },
        forward(context, { idempotent: true }),
      );
      const known = await directory.find(context);
      return { status: 200, body: { entry: namedEntry(present(entry, 'entry'), known) } };
    },
  });
}
