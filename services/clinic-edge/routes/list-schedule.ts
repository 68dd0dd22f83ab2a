import type { Peers } from '@healthbooker/edge/peers';
import { listPeople } from '@healthbooker/edge/people';
import { ScheduledAppointment, summaryJson } from '@healthbooker/protos/json/appointment';
import { cursorJson, nextCursor, pageQuery, pageRequest } from '@healthbooker/protos/json/page';
import { Instant } from '@healthbooker/protos/json/slot';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function listSchedule({ appointment }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/schedule',
    callers: ['Providers'],
    summary: 'The caller’s appointments by date, upcoming and past',
    query: z.strictObject({ from: Instant.optional(), to: Instant.optional(), ...pageQuery }),
    responses: { 200: z.strictObject({ appointments: z.array(ScheduledAppointment), nextCursor }) },
    async handle({ query, context }) {
      const { appointments, nextPageToken } = await appointment.call(
        'ListProviderSchedule',
        { fromAt: query.from ?? '', toAt: query.to ?? '', ...pageRequest(query) },
        forward(context, { idempotent: true }),
      );
      const ids = appointments.map(({ patientId }) => patientId);
      const people = await listPeople(appointment, ids, context);
      return {
        status: 200,
        body: {
          appointments: appointments.map((item) => ({
            ...summaryJson(item),
            patientId: item.patientId,
            patientName: people.get(item.patientId)?.name ?? '',
          })),
          ...cursorJson(nextPageToken),
        },
      };
    },
  });
}
