import type { Peers } from '@healthbooker/edge/peers';
import { Instant } from '@healthbooker/protos/json/slot';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { nothing, type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { staff } from '../callers.ts';

const path = '/clinic/v1/patients/:id/drafts/:form';
const params = z.strictObject({
  id: z.guid(),
  form: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,59}$/)
    .describe('A kind of entry, or `amend-` or `answer-` with the id of one'),
});
const fields = z
  .array(
    z.strictObject({
      name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.[\]-]{0,39}$/),
      // Characters beyond the basic plane are two code units each.
      value: z.string().max(80_000),
    }),
  )
  .max(60)
  .describe('What was typed, by field: 40,000 characters together');
/** 40,000 characters of up to 12 bytes, which is one beyond the basic plane as JSON may escape it, and the rest. */
const maxDraftBytes = 512 * 1024;
const key = z
  .string()
  .regex(/^[\x21-\x7e]{8,128}$/)
  .describe('The Idempotency-Key that the entry will be signed with; what was signed is not saved again');
const version = z.int32().min(0);

export function saveDraft({ ehr }: Peers): Route {
  return route({
    method: 'PUT',
    path,
    // Who else tries is refused by the service, which puts it on record.
    callers: staff,
    summary: 'Keeps what the caller has typed and not signed, for 30 days and for nobody else',
    params,
    maxBodyBytes: maxDraftBytes,
    body: z.strictObject({
      fields,
      version: version.describe('The version it replaces; 0 when there is none'),
      key,
    }),
    responses: { 200: z.strictObject({ version, savedAt: Instant }) },
    problems: [409],
    async handle({ params, body, context }) {
      const { version, savedAt } = await ehr.call(
        'SaveDraft',
        {
          patientId: params.id,
          form: params.form,
          fields: body.fields,
          expectedVersion: body.version,
          operationKey: body.key,
        },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: { version, savedAt } };
    },
  });
}

export function getDraft({ ehr }: Peers): Route {
  return route({
    method: 'GET',
    path,
    callers: staff,
    summary: 'What the caller has typed and not signed; the look is recorded',
    params,
    responses: { 200: z.strictObject({ fields, version, key, savedAt: Instant }) },
    async handle({ params, context }) {
      const reply = await ehr.call(
        'GetDraft',
        { patientId: params.id, form: params.form },
        forward(context, { idempotent: true }),
      );
      const { fields, version, operationKey, savedAt } = present(reply.draft, 'draft');
      return {
        status: 200,
        body: {
          fields: fields.map(({ name, value }) => ({ name, value })),
          version,
          key: operationKey,
          savedAt,
        },
      };
    },
  });
}

export function discardDraft({ ehr }: Peers): Route {
  return route({
    method: 'DELETE',
    path,
    callers: staff,
    summary: 'Removes what the caller has typed and not signed',
    params,
    responses: { 204: nothing },
    async handle({ params, context }) {
      await ehr.call(
        'DiscardDraft',
        { patientId: params.id, form: params.form },
        forward(context, { idempotent: true }),
      );
      return { status: 204, body: undefined };
    },
  });
}
