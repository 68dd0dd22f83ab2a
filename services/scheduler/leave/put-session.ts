import { randomUUID } from 'node:crypto';
import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { applyRules, lockAvailability, nothingApplied } from '../calendar/apply-rules.ts';
import { refuseUnlessOwnExtra } from '../calendar/colleagues.ts';
import { refuseOverlap } from '../calendar/overlap.ts';
import {
  type Parties,
  refuseUnfit,
  type SessionRequest,
  sessionSchema,
} from '../calendar/session-request.ts';
import { type SessionRow, sessionColumns, toSession } from '../calendar/session-rows.ts';
import { addDays, isTimeZone, localDate } from '../directory/local-time.ts';
import { requestHash } from '../history/request-hash.ts';
import { lockSpecialties } from '../locks.ts';
import { optionalId, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { changeRules } from './change-rules.ts';
import { movesSchema } from './moves-request.ts';
import type { Disruption } from './save-disruption.ts';
import { isSavedAlready } from './saved-impact.ts';

const sql = {
  select: loadSql(import.meta.url, './select-session.sql', { sessionColumns }),
  list: loadSql(import.meta.url, '../calendar/list-sessions.sql', { sessionColumns }),
  parties: loadSql(import.meta.url, './session-parties.sql'),
  insert: statement(
    'insert-session',
    `insert into session(id, provider_id, location_id, visit_type_id, mode, weekday, starts, ends, seats, effective,
  reserved_for, reserved_share, release_before_min)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, daterange($10::date, $11::date + 1), $12, $13::int / 100.0, $14)`,
  ),
  /** $10 and $11: first and last date. Its slots are to be compared with it again. */
  update: statement(
    'update-session',
    `update session
set location_id = $2, visit_type_id = $3, mode = $4, weekday = $5, starts = $6, ends = $7, seats = $8,
  reserved_for = $9, effective = daterange($10::date, $11::date + 1), reserved_share = $12::int / 100.0,
  release_before_min = $13, version = version + 1, materialised_until = null
where id = $1`,
  ),
  /** Marks the session, so that the job compares its slots again. */
  compare: statement('compare-session', `update session set materialised_until = null where id = $1`),
};
/** More sessions at a time than a provider can have. */
const MOST_SESSIONS = 200;

const schema = z.object({
  session: sessionSchema,
  expectedVersion: z.int().min(0),
  dryRun: z.boolean(),
  moves: movesSchema,
  onlyIfUnchanged: z.boolean(),
  disruptionId: optionalId,
});

/**
 * Creates or changes a session and makes its slots in the same transaction: free ones that it no longer gives are
 * retired, the visits on taken ones move as planned or go to the worklist (`leave/change-rules.ts`). A repeat changes
 * nothing; when visits were hit, a repeat with the same `disruption_id` gets the same answer.
 *
 * Errors: invalid for what does not exist, past dates and times in which no visit fits; conflict for another version
 * (details.currentVersion) and for another session of the provider at that time (details.sessionId).
 */
export function putSession(parts: Parts): RpcOf<AvailabilityServiceDefinition, 'PutSession'> {
  return {
    callers: ['Providers', 'Admins'],
    async handle(request, context) {
      const { disruptionId, ...asked } = parse(schema, request);
      const { session, expectedVersion, dryRun, moves, onlyIfUnchanged } = asked;
      const disruption = {
        id: disruptionId ?? randomUUID(),
        requestSha256: requestHash('put-session', asked),
      };
      const wanted = {
        provider_id: session.providerId,
        first_date: session.firstDate,
        last_date: session.lastDate,
      };
      refuseUnlessOwnExtra(context, wanted);
      const now = parts.clock();
      const { row, impact } = await changeRules(parts, context, {
        isDryRun: dryRun,
        moves,
        onlyIfUnchanged,
        field: 'session',
        async apply(tx, lockMore) {
          await lockAvailability(tx, [session.providerId]);
          const [current] = await query<SessionRow>(tx, sql.select, [session.id]);
          if (current !== undefined) refuseUnlessOwnExtra(context, current);
          if (current !== undefined && (await isSavedAlready(tx, disruption))) {
            return { row: current, savedAs: disruption.id };
          }
          if (current !== undefined && isRepeat(current, asked)) {
            const same = disruptionOf(session, current, disruption, now);
            return { row: current, applied: nothingApplied(), disruption: same };
          }
          refuseOtherVersion(current, expectedVersion);
          const parties = await refuseImpossible(tx, session, current, now);
          const specialties = [parties.specialty_id, current?.specialty_id].flatMap((each) => each ?? []);
          await lockSpecialties(tx, specialties);
          await store(tx, session, current);
          const which = { sessionIds: [session.id], lockMore };
          const applied = await applyRules(tx, [session.providerId], now, which);
          const [row] = await query<SessionRow>(tx, sql.select, [session.id]);
          if (row === undefined) throw new Error('a session just written is not there');
          return { row, applied, disruption: disruptionOf(session, current, disruption, now) };
        },
        async whenMoved(tx) {
          // Nobody has these slots any more, so the job that makes slots can bring them into the shape that the session
          // has now.
          await query(tx, sql.compare, [session.id]);
        },
      });
      if (!dryRun) parts.settler.settle(row.specialty_id);
      return { session: toSession(row), impact };
    },
  };
}

/** Whether this request has been done already: the reply may have been lost. */
function isRepeat(
  current: SessionRow,
  { session, expectedVersion }: { session: SessionRequest; expectedVersion: number },
): boolean {
  return current.version === expectedVersion + 1 && isSame(current, session);
}

/** From today, or when either the old or the new session begins, until both have ended. */
function disruptionOf(
  { providerId, locationId, firstDate, lastDate }: SessionRequest,
  current: SessionRow | undefined,
  { id, requestSha256 }: Pick<Disruption, 'id' | 'requestSha256'>,
  now: Date,
): Disruption {
  const before = current ?? {
    location_id: locationId,
    time_zone: 'UTC',
    first_date: firstDate,
    last_date: lastDate,
  };
  const zone = isTimeZone(before.time_zone) ? before.time_zone : 'UTC';
  const first = before.first_date < firstDate ? before.first_date : firstDate;
  const today = localDate(zone, now.getTime());
  const ends = [before.last_date, lastDate].flatMap((date) => date ?? []).sort();
  return {
    id,
    requestSha256,
    kind: 'session-changed',
    providerId,
    locationId: before.location_id,
    firstDate: first < today ? today : first,
    lastDate: ends.length === 2 ? (ends[1] ?? null) : null,
    note: '',
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
    providerId,
    null,
    addDays(today, -2),
    null,
    null,
    null,
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
      id,
      session.providerId,
      locationId,
      visitTypeId,
      mode,
      weekday,
      starts,
      ends,
      seats,
      firstDate,
      lastDate,
      reservedFor,
      reservedPercent,
      releaseBeforeMinutes,
    ]);
    return;
  }
  await query(tx, sql.update, [
    id,
    locationId,
    visitTypeId,
    mode,
    weekday,
    starts,
    ends,
    seats,
    reservedFor,
    firstDate,
    lastDate,
    reservedPercent,
    releaseBeforeMinutes,
  ]);
}

/** Whether a session is as this request makes it. */
function isSame(row: SessionRow, asked: SessionRequest): boolean {
  return (
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
