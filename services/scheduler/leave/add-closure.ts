import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import { calendarDate } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import { isVisible, showsNothing } from '@healthbooker/runtime/text';
import { z } from 'zod';
import { nothingApplied } from '../calendar/apply-rules.ts';
import { type ClosureRow, toClosure } from '../calendar/closures.ts';
import { addDays } from '../directory/local-time.ts';
import { lockClosures, locking, lockSpecialties } from '../locks.ts';
import { id, optionalName, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { changeRules } from './change-rules.ts';
import { movesSchema } from './moves-request.ts';
import { findDisruption } from './saved-impact.ts';

const sql = {
  locations: loadSql(import.meta.url, '../directory/list-locations.sql'),
  insert: statement(
    'insert-closure',
    `insert into closure(id, location_id, dates, note) values ($1, $2, daterange($3::date, $4::date + 1), $5)
on conflict do nothing
returning id`,
  ),
  select: statement(
    'select-closure',
    `select id, location_id, lower(dates) as first_date, upper(dates) - 1 as last_date, note from closure where id = $1`,
  ),
  retire: loadSql(import.meta.url, './retire-closed-slots.sql'),
  /** Taken slots of a location ($1), or of all, on the dates from $2 to $3, both included, that begin after $4. */
  taken: statement(
    'closed-taken-slots',
    `select id, specialty_id from slot
where session_id in (select id from session where $1::text is null or location_id = $1)
  and local_start >= $2::date and local_start < $3::date + 1 and start_at > $4 and state in ('held', 'booked')`,
  ),
};
const LONGEST_DAYS = 31;

const schema = z.object({
  closure: z
    .object({
      id,
      locationId: optionalName,
      firstDate: calendarDate,
      lastDate: calendarDate,
      note: z
        .string()
        .trim()
        .min(1, { error: 'is required' })
        .max(200, { error: 'is too long' })
        .refine(isVisible, showsNothing),
    })
    .refine(({ firstDate, lastDate }) => firstDate <= lastDate, {
      path: ['lastDate'],
      error: 'must not be before the first date',
    })
    .refine(({ firstDate, lastDate }) => lastDate < addDays(firstDate, LONGEST_DAYS), {
      path: ['lastDate'],
      error: `must be ${LONGEST_DAYS} days at most; end the sessions for longer`,
    }),
  dryRun: z.boolean(),
  moves: movesSchema,
  onlyIfUnchanged: z.boolean(),
});

/**
 * Closes a location, or all, on some dates: free slots are retired, the visits on taken ones move as planned or go to
 * the worklist (`leave/change-rules.ts`). A repeat with the same id changes nothing; a different closure with that id
 * is a conflict.
 */
export function addClosure(parts: Parts): RpcOf<AvailabilityServiceDefinition, 'AddClosure'> {
  return {
    callers: ['Admins'],
    async handle(request, context) {
      const { closure, dryRun: isDryRun, moves, onlyIfUnchanged } = parse(schema, request);
      const now = parts.clock();
      const { id: closureId, firstDate, lastDate, note, locationId } = closure;
      const { row, impact } = await changeRules(parts, context, {
        isDryRun,
        moves,
        onlyIfUnchanged,
        field: 'closure.lastDate',
        async apply(tx, lockMore) {
          await lockClosures(tx, 'alone');
          await refuseUnknown(tx, locationId);
          const inserted = await query(tx, sql.insert, [closureId, locationId, firstDate, lastDate, note]);
          const [found] = await query<ClosureRow>(tx, sql.select, [closureId]);
          if (found === undefined) throw new Error('a closure just written is not there');
          if (
            found.location_id !== locationId ||
            found.first_date !== firstDate ||
            found.last_date !== lastDate ||
            found.note !== note
          ) {
            throw new ServiceError('conflict', 'There is another closure under this id.');
          }
          const isRepeat = inserted.length === 0;
          if (!isRepeat) refusePast(lastDate, now);
          if (isRepeat && (await findDisruption(tx, closureId))?.kind === 'closure') {
            return { row: found, savedAs: closureId };
          }
          const taken = await query<{ specialty_id: string }>(tx, sql.taken, [
            locationId,
            firstDate,
            lastDate,
            now,
          ]);
          await lockSpecialties(
            tx,
            taken.map(({ specialty_id }) => specialty_id),
          );
          await lockMore(tx);
          const applied = await retire(tx, found, now);
          return {
            row: found,
            applied,
            disruption: {
              id: closureId,
              kind: 'closure',
              providerId: null,
              locationId,
              firstDate,
              lastDate,
              note,
              requestSha256: null,
            },
          };
        },
      });
      return { closure: toClosure(row), impact };
    },
  };
}

/** So many at once that no statement takes long, also where a place has thousands of slots a day. */
const RETIRED_AT_ONCE = 250;

/** Day by day, and in the order of their ids as all slots are locked. */
async function retire(tx: Transaction, { location_id, first_date, last_date }: ClosureRow, now: Date) {
  locking(tx, 'slots');
  const retired: { id: string; state: string }[] = [];
  for (let date = first_date; date <= last_date; date = addDays(date, 1)) {
    let some: { id: string; state: string }[];
    do {
      some = await query(tx, sql.retire, [location_id, date, now, RETIRED_AT_ONCE]);
      retired.push(...some);
    } while (some.length === RETIRED_AT_ONCE);
  }
  const retiredTaken = retired.filter(({ state }) => state !== 'closed').map(({ id: slotId }) => slotId);
  return { ...nothingApplied(), retired: retired.length, retiredTaken };
}

/** A new closure cannot be in the past. A repeat of a saved closure is answered whenever it comes. */
function refusePast(lastDate: string, now: Date): void {
  if (lastDate >= addDays(now.toISOString().slice(0, 10), -1)) return;
  throw new ServiceError('invalid', 'Some fields are not right.', {
    fields: [{ field: 'closure.lastDate', message: 'must be today or later' }],
  });
}

async function refuseUnknown(tx: Transaction, locationId: string | null): Promise<void> {
  if (locationId === null) return;
  const locations = await query<{ id: string }>(tx, sql.locations);
  if (locations.some((location) => location.id === locationId)) return;
  throw new ServiceError('invalid', 'Some fields are not right.', {
    fields: [{ field: 'closure.locationId', message: 'is no location' }],
  });
}
