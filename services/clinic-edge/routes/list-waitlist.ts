import type { Peers } from '@healthbooker/edge/peers';
import { listPeople } from '@healthbooker/edge/people';
import { cursorJson, nextCursor, pageQuery, pageRequest } from '@healthbooker/protos/json/page';
import { WaitingPatient, waitingPatientJson } from '@healthbooker/protos/json/waitlist-staff';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { office } from '../callers.ts';

export function listWaitlist({ waitlist, appointment }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/waitlist',
    callers: office,
    summary: 'Who waits in a specialty, highest rank first, and why',
    query: z.strictObject({ specialtyId: z.string().min(1).max(64), ...pageQuery }),
    responses: {
      200: z.strictObject({
        entries: z.array(WaitingPatient),
        total: z.int32().describe('How many wait or have an offer in the specialty, at most 10,000'),
        isTotalCut: z.boolean().describe('More wait than total'),
        nextCursor,
      }),
    },
    problems: [404],
    async handle({ query, context }) {
      const { entries, total, isCut, nextPageToken } = await waitlist.call(
        'ListWaitlist',
        { specialtyId: query.specialtyId, ...pageRequest(query) },
        forward(context, { idempotent: true }),
      );
      const ids = entries.map(({ patientId }) => patientId);
      const people = await listPeople(appointment, ids, context);
      return {
        status: 200,
        body: {
          entries: entries.map((entry) => waitingPatientJson(entry, people.get(entry.patientId) ?? null)),
          total,
          isTotalCut: isCut,
          ...cursorJson(nextPageToken),
        },
      };
    },
  });
}
