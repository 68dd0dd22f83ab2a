import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { applyRules, lockAvailability } from '../availability/apply-rules.ts';
import { impactOf, tryOrSave } from '../availability/impact.ts';
import { addDays, isTimeZone, localDate } from '../availability/local-time.ts';
import { type SessionRow, toSession } from '../availability/session-rows.ts';
import { isAdmin, refuseUnlessOwnExtra } from '../availability/who.ts';
import { expectedVersion, id, optionalDate, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const sql = {
  find: loadSql(import.meta.url, '../sql/session-provider.sql'),
  select: loadSql(import.meta.url, '../sql/select-session.sql'),
  end: loadSql(import.meta.url, '../sql/end-session.sql'),
};

const schema = z.object({ sessionId: id, expectedVersion, lastDate: optionalDate, dryRun: z.boolean() });

/**
 * Ends a session after a date. Free slots after it are retired, taken ones stay and are listed. One that would end
 * before it begins is taken back: it stays on record with dates that have passed.
 */
export function endSession({ pool, clock }: Parts): RpcOf<AvailabilityServiceDefinition, 'EndSession'> {
  return {
    callers: ['Providers', 'Admins'],
    async handle(request, context) {
      const asked = parse(schema, request);
      const now = clock();
      const [found] = await query<{ provider_id: string }>(pool, sql.find, [asked.sessionId]);
      if (found === undefined) throw new ServiceError('not-found', 'There is no such session.');
      const options = { isDryRun: asked.dryRun, deadline: context.deadline };
      const { row, impact } = await tryOrSave(pool, options, async (tx) => {
        await lockAvailability(tx, [found.provider_id]);
        const [current] = await query<SessionRow>(tx, sql.select, [asked.sessionId]);
        if (current === undefined) throw new Error('sessions are never removed');
        if (!isAdmin(context)) refuseUnlessOwnExtra(context, current);
        if (current.version !== asked.expectedVersion) {
          throw new ServiceError('conflict', 'This session has changed in the meantime. Look at it again.', {
            details: { currentVersion: String(current.version) },
          });
        }
        const zone = isTimeZone(current.time_zone) ? current.time_zone : 'UTC';
        const [first, last] = datesAfter(current, asked.lastDate, localDate(zone, now.getTime()));
        await query(tx, sql.end, [current.id, first, last]);
        const applied = await applyRules(tx, [current.provider_id], now, { sessionIds: [current.id] });
        const isTakenBack = first !== current.first_date;
        const [row] = isTakenBack ? [] : await query<SessionRow>(tx, sql.select, [asked.sessionId]);
        return { row, impact: await impactOf(tx, applied) };
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
