import type { Peers } from '@healthbooker/edge/peers';
import { AppointmentSummary, summaryJson } from '@healthbooker/protos/json/appointment';
import { entryKinds } from '@healthbooker/protos/json/entry';
import { cursorJson, nextCursor, pageQuery, pageRequest } from '@healthbooker/protos/json/page';
import { Instant } from '@healthbooker/protos/json/slot';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { patientOf, patientQuery } from '../patient.ts';

/** Says that there is something new in the record, and nothing about its content. */
const RecordHeadline = z
  .strictObject({
    entryId: z.string(),
    version: z.int32(),
    kind: entryKinds.schema,
    recordedAt: Instant,
    providerId: z.string(),
  })
  .meta({ id: 'RecordHeadline' });

export function listAppointments({ appointment }: Peers): Route {
  return route({
    method: 'GET',
    path: '/v1/appointments',
    callers: ['Patients'],
    summary: 'A patient’s appointments and record headlines, newest first',
    query: z.strictObject({ ...patientQuery, ...pageQuery }),
    problems: [404],
    responses: {
      200: z.strictObject({
        appointments: z.array(AppointmentSummary),
        recordHeadlines: z.array(RecordHeadline),
        nextCursor,
      }),
    },
    async handle({ query, context }) {
      const reply = await appointment.call(
        'ListTimeline',
        { ...pageRequest(query), personId: patientOf(query, context) },
        forward(context, { idempotent: true }),
      );
      const { appointments, recordHeadlines, nextPageToken } = reply;
      return {
        status: 200,
        body: {
          appointments: appointments.map(summaryJson),
          recordHeadlines: recordHeadlines.map(({ entryId, version, kind, recordedAt, providerId }) => ({
            entryId,
            version,
            kind: entryKinds.schema.parse(kind),
            recordedAt,
            providerId,
          })),
          ...cursorJson(nextPageToken),
        },
      };
    },
  });
}
