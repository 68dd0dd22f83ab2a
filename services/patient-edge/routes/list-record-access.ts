import type { Peers } from '@healthbooker/edge/peers';
import { namesOf } from '@healthbooker/edge/people';
import { cursorJson, nextCursor, pageQuery, pageRequest } from '@healthbooker/protos/json/page';
import { Instant } from '@healthbooker/protos/json/slot';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { patientOf, patientQuery } from '../patient.ts';

const actions = z.enum(['read', 'write', 'try']);

const AccessEvent = z
  .strictObject({
    at: Instant,
    readerId: z.string(),
    readerName: z
      .string()
      .describe('As they were called then; empty for a person who had no name, and where it was not kept'),
    role: z.string().describe('The group they acted in; `proxy` for who acts for the patient'),
    action: actions.describe('`try`: it was refused'),
    what: z.string(),
    why: z.string().describe('`none` for what was refused'),
  })
  .meta({ id: 'AccessEvent' });

export function listRecordAccess({ ehr, appointment, directory }: Peers): Route {
  return route({
    method: 'GET',
    path: '/v1/record/access',
    callers: ['Patients'],
    summary: 'Who read, wrote or tried to reach what is clinical about a patient, newest first',
    query: z.strictObject({
      ...patientQuery,
      ...pageQuery,
      others: z.boolean().default(false).describe('Leaves out what the patient did'),
    }),
    problems: [404],
    responses: { 200: z.strictObject({ events: z.array(AccessEvent), nextCursor }) },
    async handle({ query, context }) {
      const [{ events, nextPageToken }, known] = await Promise.all([
        ehr.call(
          'ListAccess',
          { ...pageRequest(query), patientId: patientOf(query, context), othersOnly: query.others },
          forward(context, { idempotent: true }),
        ),
        directory.find(context),
      ]);
      // Only old rows have no name: they get the name that is known now.
      const nameless = events.filter(({ role, readerName }) => role === 'proxy' && readerName === '');
      const nameOf =
        nameless.length === 0
          ? () => null
          : await namesOf(
              appointment,
              nameless.map(({ readerId }) => readerId),
              context,
            );
      const named = events.map(({ action, ...event }) => {
        const { readerId } = event;
        const readerName =
          event.readerName || (known?.providers.get(readerId)?.name ?? nameOf(readerId) ?? '');
        return { ...event, readerName, action: actions.parse(action) };
      });
      return { status: 200, body: { events: named, ...cursorJson(nextPageToken) } };
    },
  });
}
