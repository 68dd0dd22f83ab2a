import { randomUUID } from 'node:crypto';
import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, statement } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { applyRules, lockAvailability, nothingApplied } from '../calendar/apply-rules.ts';
import { isAdmin, refuseUnlessOwnExtra } from '../calendar/colleagues.ts';
import { type SessionRow, sessionColumns, toSession } from '../calendar/session-rows.ts';
import { addDays, isTimeZone, localDate } from '../directory/local-time.ts';
import { requestHash } from '../history/request-hash.ts';
import { expectedVersion, id, optionalDate, optionalId, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { changeRules } from './change-rules.ts';
import { movesSchema } from './moves-request.ts';
import type { Disruption } from './save-disruption.ts';
import { findDisruption, isSavedAlready } from './saved-impact.ts';

const sql = {
  find: statement('session-provider', `select provider_id from session where id = $1`),
  select: loadSql(import.meta.url, './select-session.sql', { sessionColumns }),
  end: statement(
    'end-session',
    `update session
set effective = daterange($2::date, $3::date + 1), version = version + 1, materialised_until = null
where id = $1`,
  ),
};

const schema = z.object({
  sessionId: id,
  expectedVersion,
  lastDate: optionalDate,
  dryRun: z.boolean(),
  moves: movesSchema,
  onlyIfUnchanged: z.boolean(),
  disruptionId: optionalId,
});

/**
 * Ends a session after a date. Free slots after it are retired, the visits on taken ones move as planned or go to the
 * worklist (`leave/change-rules.ts`). A session that would end before it begins is withdrawn: it stays on record with
 * dates in the past. A repeat with the same `disruption_id` gets the same answer when visits were hit, and changes
 * nothing when none were.
 */
export function endSession(parts: Parts): RpcOf<AvailabilityServiceDefinition, 'EndSession'> {
  return {
    callers: ['Providers', 'Admins'],
    async handle(request, context) {
      const { disruptionId, ...asked } = parse(schema, request);
      const { dryRun: isDryRun, moves, onlyIfUnchanged } = asked;
      const named = { id: disruptionId ?? randomUUID(), requestSha256: requestHash('end-session', asked) };
      const now = parts.clock();
      /** `last`: the date the session ends on; null when it is taken back. */
      const disruptionOf = (current: SessionRow, last: string | null): Disruption => ({
        ...named,
        kind: 'session-ended',
        providerId: current.provider_id,
        locationId: current.location_id,
        firstDate: last === null ? current.first_date : addDays(last, 1),
        lastDate: current.last_date,
        note: '',
      });
      const [found] = await query<{ provider_id: string }>(parts.pool, sql.find, [asked.sessionId]);
      if (found === undefined) throw new ServiceError('not-found', 'There is no such session.');
      const { row, impact } = await changeRules(parts, context, {
        isDryRun,
        moves,
        onlyIfUnchanged,
        field: 'lastDate',
        async apply(tx, lockMore) {
          await lockAvailability(tx, [found.provider_id]);
          const [current] = await query<SessionRow>(tx, sql.select, [asked.sessionId]);
          if (current === undefined) throw new Error('sessions are never removed');
          if (!isAdmin(context)) refuseUnlessOwnExtra(context, current);
          const zone = isTimeZone(current.time_zone) ? current.time_zone : 'UTC';
          if (await isSavedAlready(tx, named)) {
            const saved = await findDisruption(tx, named.id);
            const asOf = asked.lastDate ?? localDate(zone, (saved?.created_at ?? now).getTime());
            const isTakenBack = current.last_date !== null && current.last_date < asOf;
            return { row: isTakenBack ? undefined : current, savedAs: named.id };
          }
          const today = localDate(zone, now.getTime());
          const isEnded = current.last_date === (asked.lastDate ?? today);
          if (isEnded && current.version === asked.expectedVersion + 1) {
            return {
              row: current,
              applied: nothingApplied(),
              disruption: disruptionOf(current, current.last_date),
            };
          }
          if (current.version !== asked.expectedVersion) {
            throw new ServiceError(
              'conflict',
              'This session has changed in the meantime. Look at it again.',
              {
                details: { currentVersion: String(current.version) },
              },
            );
          }
          const [first, last] = datesAfter(current, asked.lastDate, today);
          await query(tx, sql.end, [current.id, first, last]);
          const which = { sessionIds: [current.id], lockMore };
          const applied = await applyRules(tx, [current.provider_id], now, which);
          const isTakenBack = first !== current.first_date;
          const [row] = isTakenBack ? [] : await query<SessionRow>(tx, sql.select, [asked.sessionId]);
          return { row, applied, disruption: disruptionOf(current, isTakenBack ? null : last) };
        },
      });
      return { session: row === undefined ? null : toSession(row), impact };
    },
  };
}

/** First and last date of a session that ends, both included. */
function datesAfter(current: SessionRow, lastDate: string | null, today: string): [string, string] {
  const last = lastDate ?? today;
  if (last < today) throw invalid('must be today or later');
  if (current.last_date !== null && last > current.last_date) throw invalid('is after the session ends');
  // Two days ago is over in every zone, even for a session that goes on after midnight.
  if (current.first_date > last) return [addDays(today, -2), addDays(today, -2)];
  return [current.first_date, last];
}

function invalid(message: string): ServiceError {
  return new ServiceError('invalid', 'Some fields are not right.', {
    fields: [{ field: 'lastDate', message }],
  });
}
