import type { Peers } from '@healthbooker/edge/peers';
import { forward } from '@healthbooker/runtime/context';
import { media, type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

/** The same calendar entry as in the mails, so that adding both makes one. */
export function getCalendar({ notification }: Peers): Route {
  return route({
    method: 'GET',
    path: '/v1/appointments/:id/calendar',
    callers: ['Patients'],
    summary: 'One appointment as iCalendar, in neutral words',
    params: z.strictObject({ id: z.guid() }),
    responses: { 200: media('text/calendar; charset=utf-8', 'RFC 5545') },
    async handle({ params, context }) {
      const { ics } = await notification.call(
        'GetCalendar',
        { appointmentId: params.id },
        forward(context, { idempotent: true }),
      );
      return {
        status: 200,
        body: ics,
        headers: { 'Content-Disposition': 'attachment; filename="appointment.ics"' },
      };
    },
  });
}
