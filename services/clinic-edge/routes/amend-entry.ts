import { namedEntry } from '@healthbooker/edge/named-entry';
import type { Peers } from '@healthbooker/edge/peers';
import { Entry, entryBody, maxEntryBytes, NewEntryBody, releases } from '@healthbooker/protos/json/entry';
import { Confirmation } from '@healthbooker/protos/json/entry-checks';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { staff } from '../callers.ts';

const Amendment = z.strictObject({
  version: z.int32().min(1),
  body: NewEntryBody,
  release: releases.schema.optional().describe('Absent: as the version before'),
  reason: z.string().min(1).max(500),
  confirmation: Confirmation.optional(),
});

export function amendEntry({ ehr, directory }: Peers): Route {
  return route({
    method: 'POST',
    path: '/clinic/v1/patients/:id/entries/:entryId/amend',
    // Who else tries is refused by the service, which puts it on record.
    callers: staff,
    summary: 'Writes a new version of an entry and says why; the earlier one stays',
    params: z.strictObject({ id: z.guid(), entryId: z.guid() }),
    maxBodyBytes: maxEntryBytes,
    body: Amendment,
    idempotent: true,
    responses: { 200: z.strictObject({ entry: Entry }) },
    async handle({ params, body, idempotencyKey, context }) {
      const reply = await ehr.call(
        'AmendEntry',
        {
          patientId: params.id,
          entryId: params.entryId,
          expectedVersion: body.version,
          body: entryBody(body.body),
          release: body.release ? releases.toName(body.release) : 'RELEASE_UNSPECIFIED',
          reason: body.reason,
          operationKey: idempotencyKey,
          ...(body.confirmation && { confirmation: body.confirmation }),
        },
        forward(context, { idempotent: true }),
      );
      const amended = present(reply.entry, 'entry');
      const known = await directory.find(context);
      const entry = namedEntry(amended, known);
      return { status: 200, body: { entry } };
    },
  });
}
