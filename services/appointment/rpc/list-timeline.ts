import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import { isInGroup } from '@healthbooker/runtime/context';
import { instantText } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { actingFor, subjectOf } from '../acts-for.ts';
import { decodePageToken, encodePageToken } from '../page-token.ts';
import { optionalId, pageSize, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { toTimelineAppointment } from '../tables/appointment-item.ts';
import { toRecordHeadline } from '../tables/record-headline.ts';
import { newestFirst, readTimeline, type TimelineEntry } from '../tables/timeline.ts';

const listRequest = z.object({ personId: optionalId, pageSize, pageToken: z.string() });
const place = z.object({ at: instantText, key: z.string().max(200) });

/**
 * One person's appointments and record headlines, newest first, for that person and people who act for them. Two kinds of
 * callers see the appointments only: reception, of anybody, and people who act for somebody for bookings only. For even the
 * kind of an entry is part of the chart.
 * @throws ServiceError invalid, not-found, unavailable
 */
export function listTimeline(parts: Parts): RpcOf<AppointmentServiceDefinition, 'ListTimeline'> {
  return {
    callers: ['Patients', 'Receptionists'],
    async handle(request, context) {
      const wanted = parse(listRequest, request);
      const personId = subjectOf(wanted, context);
      const acting = await actingFor(parts, context, personId, 'visit');
      if (acting === undefined && !isInGroup(context.caller, 'Receptionists')) {
        throw new ServiceError('not-found', 'There is no such person.');
      }
      const withHeadlines = acting === 'self' || acting === 'record';
      const after = decodePageToken(place, wanted.pageToken);
      const shown = (await readTimeline(parts.store, personId, context.signal)).filter(
        (entry) => isShown(entry, withHeadlines) && (after === undefined || newestFirst(after, entry) < 0),
      );
      const page = shown.slice(0, wanted.pageSize);
      const last = page.at(-1);
      return {
        appointments: page.flatMap((entry) =>
          'appointment' in entry ? [toTimelineAppointment(entry.appointment)] : [],
        ),
        recordHeadlines: page.flatMap((entry) =>
          'headline' in entry ? [toRecordHeadline(entry.headline)] : [],
        ),
        nextPageToken:
          last === undefined || page.length === shown.length
            ? ''
            : encodePageToken({ at: last.at, key: last.key }),
      };
    },
  };
}

function isShown(entry: TimelineEntry, withHeadlines: boolean): boolean {
  return 'appointment' in entry || (withHeadlines && entry.headline.visible);
}
