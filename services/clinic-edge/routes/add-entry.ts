import { namedEntry } from '@healthbooker/edge/named-entry';
import type { Peers } from '@healthbooker/edge/peers';
import { Entry, entryBody, maxEntryBytes, NewEntryBody, releases } from '@healthbooker/protos/json/entry';
import { Confirmation } from '@healthbooker/protos/json/entry-checks';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { staff } from '../callers.ts';

export function addEntry({ ehr, directory }: Peers): Route {
  return route({
    method: 'POST',
    path: '/clinic/v1/patients/:id/entries',
    // Who else tries is refused by the service, which puts it on record.
    callers: staff,
    summary: 'Adds an entry to a chart',
    params: z.strictObject({ id: z.guid() }),
    maxBodyBytes: maxEntryBytes,
    body: z.strictObject({
      body: NewEntryBody,
      release: releases.schema
        .optional()
        .describe('Absent: by kind; problems and results after a review, everything else at once'),
      confirmation: Confirmation.optional(),
    }),
    idempotent: true,
    responses: { 201: z.strictObject({ entry: Entry }) },
    async handle({ params, body, idempotencyKey, context }) {
      const reply = await ehr.call(
        'AddEntry',
        {
          patientId: params.id,
          body: entryBody(body.body),
          release: body.release ? releases.toName(body.release) : 'RELEASE_UNSPECIFIED',
          operationKey: idempotencyKey,
          ...(body.confirmation && { confirmation: body.confirmation }),
        },
        forward(context, { idempotent: true }),
      );
      const added = present(reply.entry, 'entry');
      const known = await directory.find(context);
      const entry = namedEntry(added, known);
      return {
        status: 201,
        body: { entry },
        headers: { Location: `/clinic/v1/patients/${params.id}/entries/${entry.id}` },
      };
    },
  });
}
