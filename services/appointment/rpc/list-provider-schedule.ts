import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import { isInGroup, personOf } from '@healthbooker/runtime/context';
import { instantText } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { toInstant } from '../instant.ts';
import { decodePageToken, encodePageToken } from '../page-token.ts';
import { optionalId, optionalInstant, pageSize, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { readItem, toTimelineAppointment } from '../tables/appointment-item.ts';
import { readProviderSchedule } from '../tables/provider-schedule.ts';

const listRequest = z.object({
  providerId: optionalId,
  fromAt: optionalInstant,
  toAt: optionalInstant,
  pageSize,
  pageToken: z.string(),
});
const place = z.object({
  at: instantText,
  person: z.guid(),
  key: z.string().startsWith('APPOINTMENT#').max(200),
});

const earliest = '0001-01-01T00:00:00Z';
const latest = '9999-12-31T00:00:00Z';

/**
 * Appointments of the calling provider that start in [from, to), earliest first; reception may name any provider.
 * @throws ServiceError invalid, not-found, unavailable
 */
export function listProviderSchedule({
  store,
}: Parts): RpcOf<AppointmentServiceDefinition, 'ListProviderSchedule'> {
  return {
    callers: ['Providers', 'Receptionists'],
    async handle(request, context) {
      const own = personOf(context).personId;
      const wanted = parse(listRequest, request);
      const providerId = wanted.providerId || own;
      if (providerId !== own && !isInGroup(context.caller, 'Receptionists')) {
        throw new ServiceError('not-found', 'There is no such provider.');
      }
      const fromAt = toInstant(wanted.fromAt || earliest);
      // Instants are whole seconds and the index takes both ends: one second less leaves the end out.
      const lastAt = toInstant(new Date(Date.parse(wanted.toAt || latest) - 1000).toISOString());
      const after = decodePageToken(place, wanted.pageToken);
      if (lastAt < fromAt || (after !== undefined && (after.at < fromAt || after.at > lastAt))) {
        throw new ServiceError('invalid', 'The end must be after the beginning.', {
          fields: [{ field: 'toAt', message: 'must be after fromAt' }],
        });
      }
      const range = { providerId, fromAt, lastAt, limit: wanted.pageSize, after };
      const { items, next } = await readProviderSchedule(store, range, context.signal);
      return {
        appointments: items.map((item) => toTimelineAppointment(readItem(item))),
        nextPageToken: next === undefined ? '' : encodePageToken(next),
      };
    },
  };
}
