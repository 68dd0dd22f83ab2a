import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, type Transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { applyRules, lockAvailability } from '../availability/apply-rules.ts';
import { impactOf, tryOrSave } from '../availability/impact.ts';
import { addDays, isTimeZone, localDate } from '../availability/local-time.ts';
import { refuseOverlap } from '../availability/overlap.ts';
import {
  type Parties,
  refuseUnfit,
  type SessionRequest,
  sessionSchema,
} from '../availability/session-request.ts';
import { type SessionRow, toSession } from '../availability/session-rows.ts';
import { refuseUnlessOwnExtra } from '../availability/who.ts';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const sql = {
  select: loadSql(import.meta.url, '../sql/select-session.sql'),
  list: loadSql(import.meta.url, '../sql/list-sessions.sql'),
  parties: loadSql(import.meta.url, '../sql/session-parties.sql'),
  insert: loadSql(import.meta.url, '../sql/insert-session.sql'),
  update: loadSql(import.meta.url, '../sql/update-session.sql'),
  lockSpecialties: loadSql(import.meta.url, '../sql/lock-specialties.sql'),
};
/** More sessions at a time than a provider can have. */
const MOST_SESSIONS = 200;

const schema = z.object({
  session: sessionSchema,
  expectedVersion: z.int().min(0),
  dryRun: z.boolean(),
});

/**
 * Creates or changes a session and makes its slots in the same transaction: free ones that it no longer gives are
 * retired, taken ones stay and are listed. Creating it again under the same id answers as before.
 *
 * Errors: invalid for what does not exist, past dates and times in which no visit fits; conflict for another version
 * (details.currentVersion) and for another session of the provider at that time (details.sessionId).
 */
export function putSession(parts: Parts): RpcOf<AvailabilityServiceDefinition, 'PutSession'> {
  return {
    callers: ['Providers', 'Admins'],
    async handle(request, context) {
      const { session, expectedVersion, dryRun } = parse(schema, request);
      const wanted = {
        provider_id: session.providerId,
        first_date: session.firstDate,
        last_date: session.lastDate,
      };
      refuseUnlessOwnExtra(context, wanted);
      const now = parts.clock();
      const { row, impact } = await tryOrSave(
        parts.pool,
        { isDryRun: dryRun, deadline: context.deadline },
        async (tx) => {
          await lockAvailability(tx, [session.providerId]);
          const [current] = await query<SessionRow>(tx, sql.select, [session.id]);
          if (current !== undefined) refuseUnlessOwnExtra(context, current);
          if (current !== undefined && expectedVersion === 0 && isSame(current, session)) {
            return { row: current, impact: await impactOf(tx, { added: 0, retired: 0, retiredTaken: [] }) };
          }
          refuseOtherVersion(current, expectedVersion);
          const parties = await refuseImpossible(tx, session, current, now);
          const specialties = [parties.specialty_id, current?.specialty_id].flatMap((each) => each ?? []);
          await query(tx, sql.lockSpecialties, [specialties]);
          await store(tx, session, current);
          const applied = await applyRules(tx, [session.providerId], now, { sessionIds: [session.id] });
          const [row] = await query<SessionRow>(tx, sql.select, [session.id]);
          if (row === undefined) throw new Error('a session just written is not there');
          return { row, impact: await impactOf(tx, applied) };
        },
      );
      if (!dryRun) parts.settler.settle(row.specialty_id);
      return { session: toSession(row), impact };
    },
  };
}

function refuseOtherVersion(current: SessionRow | undefined, expectedVersion: number): void {
  if (current === undefined && expectedVersion > 0) {
    throw new ServiceError('not-found', 'There is no such session.');
  }
  if (current !== undefined && current.version !== expectedVersion) {
    throw new ServiceError('conflict', 'This session has changed in the meantime. Look at it again.', {
      details: { currentVersion: String(current.version) },
    });
  }
}

async function refuseImpossible(
  tx: Transaction,
  session: SessionRequest,
  current: SessionRow | undefined,
  now: Date,
): Promise<Parties> {
  const { id, providerId, locationId, visitTypeId } = session;
  if (current !== undefined && current.provider_id !== providerId) {
    throw invalid('providerId', 'cannot change: end this session and make another');
  }
  const [parties] = await query<Parties>(tx, sql.parties, [providerId, locationId, visitTypeId]);
  if (parties === undefined) throw new Error('there is always one row');
  refuseUnfit(session, parties);
  const time_zone = parties.time_zone ?? '';
  if (!isTimeZone(time_zone)) {
    throw invalid(
      'locationId',
      `has a time zone that is not known: ${time_zone}. Correct the location first`,
    );
  }
  const today = localDate(time_zone, now.getTime());
  const isKept = current?.first_date === session.firstDate;
  if (session.firstDate < today && !isKept) throw invalid('firstDate', 'must be today or later');
  if (session.lastDate !== null && session.lastDate < today) {
    throw invalid('lastDate', 'must be today or later');
  }
  const others = await query<SessionRow>(tx, sql.list, [
    ...[providerId, null, addDays(today, -2), null, null, null],
    MOST_SESSIONS + 1,
  ]);
  if (current === undefined && others.length > MOST_SESSIONS - 1) {
    throw new ServiceError('conflict', `A provider can have ${MOST_SESSIONS} sessions at most.`);
  }
  const { weekday, starts, ends } = session;
  const dates = { first_date: session.firstDate, last_date: session.lastDate };
  refuseOverlap(
    { id, time_zone, weekday, starts, ends, ...dates },
    others.filter((other) => isTimeZone(other.time_zone)),
    today,
  );
  return parties;
}

async function store(
  tx: Transaction,
  session: SessionRequest,
  current: SessionRow | undefined,
): Promise<void> {
  const { id, locationId, visitTypeId, mode, weekday, starts, ends, seats } = session;
  const { reservedFor, firstDate, lastDate, reservedPercent, releaseBeforeMinutes } = session;
  if (current === undefined) {
    await query(tx, sql.insert, [
      ...[id, session.providerId, locationId, visitTypeId, mode, weekday, starts, ends, seats],
      ...[firstDate, lastDate, reservedFor, reservedPercent, releaseBeforeMinutes],
    ]);
    return;
  }
  await query(tx, sql.update, [
    ...[id, locationId, visitTypeId, mode, weekday, starts, ends, seats],
    ...[reservedFor, firstDate, lastDate, reservedPercent, releaseBeforeMinutes],
  ]);
}

/** Whether a session is still as this request made it. */
function isSame(row: SessionRow, asked: SessionRequest): boolean {
  return (
    row.version === 1 &&
    row.provider_id === asked.providerId &&
    row.location_id === asked.locationId &&
    row.visit_type_id === asked.visitTypeId &&
    row.mode === asked.mode &&
    row.weekday === asked.weekday &&
    row.starts.slice(0, 5) === asked.starts &&
    row.ends.slice(0, 5) === asked.ends &&
    row.seats === asked.seats &&
    row.first_date === asked.firstDate &&
    row.last_date === asked.lastDate &&
    row.reserved_for === asked.reservedFor &&
    row.reserved_percent === asked.reservedPercent &&
    row.release_before_min === asked.releaseBeforeMinutes
  );
}

function invalid(field: string, message: string): ServiceError {
  return new ServiceError('invalid', 'Some fields are not right.', {
    fields: [{ field: `session.${field}`, message }],
  });
}
