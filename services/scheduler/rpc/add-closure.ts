import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import { calendarDate } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, type Transaction } from '@healthbooker/runtime/postgres';
import { isVisible, showsNothing } from '@healthbooker/runtime/text';
import { z } from 'zod';
import { nothingApplied } from '../availability/apply-rules.ts';
import { type ClosureRow, toClosure } from '../availability/closures.ts';
import { addDays } from '../availability/local-time.ts';
import { changeRules } from '../leave/change-rules.ts';
import { movesSchema } from '../leave/moves-request.ts';
import { findDisruption } from '../leave/saved-impact.ts';
import { id, optionalName, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const sql = {
  lock: loadSql(import.meta.url, '../sql/lock-closures.sql'),
  locations: loadSql(import.meta.url, '../sql/list-locations.sql'),
  insert: loadSql(import.meta.url, '../sql/insert-closure.sql'),
  select: loadSql(import.meta.url, '../sql/select-closure.sql'),
  retire: loadSql(import.meta.url, '../sql/retire-closed-slots.sql'),
  taken: loadSql(import.meta.url, '../sql/closed-taken-slots.sql'),
  lockSpecialties: loadSql(import.meta.url, '../sql/lock-specialties.sql'),
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
 * Closes a location, or all, on some dates: free slots are retired, the visits on taken ones move as planned or go to the
 * worklist (`leave/change-rules.ts`). Adding it again under the same id changes nothing; another closure under that id is a
 * conflict.
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
          await query(tx, sql.lock, [true]);
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
            ...[locationId, firstDate, lastDate, now],
          ]);
          await query(tx, sql.lockSpecialties, [taken.map(({ specialty_id }) => specialty_id)]);
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

/** Day by day, so that no statement takes long. */
async function retire(tx: Transaction, { location_id, first_date, last_date }: ClosureRow, now: Date) {
  const retired: { id: string; state: string }[] = [];
  for (let date = first_date; date <= last_date; date = addDays(date, 1)) {
    retired.push(...(await query<{ id: string; state: string }>(tx, sql.retire, [location_id, date, now])));
  }
  const retiredTaken = retired.filter(({ state }) => state !== 'closed').map(({ id: slotId }) => slotId);
  return { ...nothingApplied(), retired: retired.length, retiredTaken };
}

/** What is over cannot be closed; that it was closed is answered later on as well. */
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
