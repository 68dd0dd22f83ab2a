import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import type { WeekSlot } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WeekSlot';
import { rfc3339 } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, statement } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { addDays, isTimeZone, localDate, localTime, weekdayOf } from '../directory/local-time.ts';
import { urgencyNames } from '../engine/urgency.ts';
import { cutAt } from '../page.ts';
import { id, optionalDate, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { type ClosureRow, toClosure } from './closures.ts';
import { refuseOtherTeam } from './colleagues.ts';
import { type SessionRow, sessionColumns, toSession } from './session-rows.ts';
import { type SlotRow, toldSlotColumns, toSlot } from './slot.ts';

const sql = {
  provider: loadSql(import.meta.url, './main-location.sql'),
  sessions: loadSql(import.meta.url, './list-sessions.sql', { sessionColumns }),
  slots: loadSql(import.meta.url, './week-slots.sql', { toldSlotColumns }),
  leave: statement(
    'week-leave',
    `select id, lower(during) as from_at, upper(during) as to_at, note
from provider_leave
where provider_id = $1 and ended_at is null
  and during && tstzrange($2::date - interval '1 day', $2::date + interval '8 days')
order by during
limit 100`,
  ),
  closures: loadSql(import.meta.url, './list-closures.sql'),
};

const MOST_SLOTS = 2000;
const MOST_CLOSURES = 200;

const schema = z.object({ providerId: id, firstDate: optionalDate });

const states = {
  free: 'SLOT_STATE_FREE',
  held: 'SLOT_STATE_HELD',
  booked: 'SLOT_STATE_BOOKED',
  settling: 'SLOT_STATE_SETTLING',
  closed: 'SLOT_STATE_CLOSED',
} as const satisfies Record<SlotRow['state'], string>;

type WeekSlotRow = SlotRow & { merged_into: string | null };

/** A provider's week: the rules, and the slots made from them. A provider may ask only for members of their team. */
export function listProviderWeek({
  pool,
  clock,
}: Parts): RpcOf<AvailabilityServiceDefinition, 'ListProviderWeek'> {
  return {
    callers: ['Providers', 'Receptionists', 'Admins'],
    async handle(request, context) {
      const { providerId, firstDate } = parse(schema, request);
      await refuseOtherTeam(pool, context, providerId);
      const now = clock();
      const [provider] = await query<{ provider_name: string; time_zone: string }>(pool, sql.provider, [
        providerId,
        now.toISOString().slice(0, 10),
      ]);
      if (provider === undefined) throw new ServiceError('not-found', 'There is no such provider.');
      const timeZone = isTimeZone(provider.time_zone) ? provider.time_zone : 'UTC';
      const from = firstDate ?? mondayOf(localDate(timeZone, now.getTime()));
      const last = addDays(from, 6);
      const sessions = await query<SessionRow>(pool, sql.sessions, [
        providerId,
        null,
        from,
        null,
        null,
        null,
        200,
      ]);
      const found = await query<WeekSlotRow>(pool, sql.slots, [providerId, from, MOST_SLOTS + 1]);
      const { shown: slots, isCut } = cutAt(found, MOST_SLOTS);
      const leave = await query<{ id: string; from_at: Date; to_at: Date; note: string }>(pool, sql.leave, [
        providerId,
        from,
      ]);
      const taking = sessions.filter((session) => takesPlace(session, from, last));
      const places = new Set([...taking, ...slots].map(({ location_id }) => location_id));
      const closures = await query<ClosureRow>(pool, sql.closures, [null, from, last, MOST_CLOSURES + 1]);
      return {
        providerId,
        providerName: provider.provider_name,
        firstDate: from,
        timeZone,
        sessions: taking.map(toSession),
        slots: slots.map((row) => toWeekSlot(row, now)),
        leave: leave.map(({ id: leaveId, from_at, to_at, note }) => ({
          id: leaveId,
          fromAt: rfc3339(from_at),
          toAt: rfc3339(to_at),
          note,
        })),
        closures: closures
          .filter(({ location_id }) => location_id === null || places.has(location_id))
          .map(toClosure),
        isCut: isCut || closures.length > MOST_CLOSURES,
      };
    },
  };
}

function mondayOf(date: string): string {
  return addDays(date, 1 - weekdayOf(date));
}

/** Whether a session takes place on one of these dates. */
function takesPlace({ weekday, first_date, last_date }: SessionRow, from: string, last: string): boolean {
  const date = addDays(from, (weekday - weekdayOf(from) + 7) % 7);
  return date <= last && date >= first_date && (last_date === null || date <= last_date);
}

function toWeekSlot(row: WeekSlotRow, now: Date): WeekSlot {
  const isKept = row.release_at !== null && row.release_at > now && row.reserved_for !== null;
  return {
    slot: toSlot(row.id, row),
    sessionId: row.session_id,
    date: row.local_start.slice(0, 10),
    starts: row.local_start.slice(11, 16),
    ends: localTime(isTimeZone(row.time_zone) ? row.time_zone : 'UTC', row.end_at.getTime()),
    seat: row.seat,
    state: states[row.state],
    keptFor: isKept && row.reserved_for !== null ? urgencyNames[row.reserved_for] : 'URGENCY_UNSPECIFIED',
    keptUntil: isKept && row.release_at !== null ? rfc3339(row.release_at) : '',
    isOutsideRules: row.is_retired && (row.state === 'booked' || row.state === 'held'),
    isPartOfLonger: row.merged_into !== null,
  };
}
