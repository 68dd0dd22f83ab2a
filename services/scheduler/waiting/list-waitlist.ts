import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import { isInGroup, refuseForOneself } from '@healthbooker/runtime/context';
import { instantText } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, type Pool, query, statement } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { actingFor, type Role, roleOf } from '../care/access.ts';
import { entryFor, ownOrProxy, recordAccess } from '../care/access-log/record.ts';
import { Refusal } from '../care/access-log/refusal.ts';
import { ranksAt } from '../engine/priority.ts';
import { cutAt, readPage, writePage } from '../page.ts';
import { optionalId, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { type EntryRow, entryColumns, toPatientsEntry } from './entry.ts';
import { treatsSpecialty } from './entry-access.ts';
import { toStaffEntry } from './staff-entry.ts';

const sql = {
  own: statement(
    'list-own-entries',
    `select ${entryColumns}
from waitlist_view w
where patient_id = $1 and (state in ('waiting', 'offered') or changed_at > $2)
order by state not in ('waiting', 'offered'), enrolled_at desc, appointment_id desc
limit $3`,
  ),
  waiting: loadSql(import.meta.url, './list-waiting.sql', { entryColumns }),
  count: statement(
    'count-open-entries',
    `select count(*) as entries
from (select from waitlist_entry where specialty_id = $1 and state in ('waiting', 'offered') limit $2) as open`,
  ),
};

const DAY_MS = 86_400_000;
/** Ended entries are listed this long. */
const ENDED_DAYS = 35;
/** Entries of one patient; those that are open come first. */
const MOST_OWN = 50;
/** Entries of one specialty are counted up to here; all are listed, page by page. */
const COUNTED = 10_000;

const schema = z
  .object({
    patientId: optionalId,
    specialtyId: z.string().max(64),
    pageSize: z
      .int()
      .min(0)
      .max(100)
      .transform((size) => size || 50),
    pageToken: z.string().max(200),
  })
  .refine(({ patientId, specialtyId }) => (patientId === null) !== (specialtyId === ''), {
    path: ['patientId'],
    error: 'must be given, or a specialty: one of the two',
  });

/** As of when a list is ranked, how many of it were listed, and the level and id of the last. */
const after = z.tuple([instantText, z.int32().min(1), z.int().min(0).max(9), z.guid()]);

/** A patient's own entries, or for staff everybody who waits in a specialty, ranked. */
export function listWaitlist({ pool, clock }: Parts): RpcOf<WaitlistServiceDefinition, 'ListWaitlist'> {
  return {
    callers: ['Patients', 'Receptionists', 'Providers', 'Admins'],
    async handle(request, context) {
      const { patientId, specialtyId, pageSize, pageToken } = parse(schema, request);
      const isReception = isInGroup(context.caller, 'Receptionists');
      const now = clock();
      if (patientId !== null) {
        refuseForOneself(context, patientId);
        const acting = await actingFor(pool, context, patientId, now);
        if (acting === undefined && !isReception) {
          throw new Refusal('not-found', 'There is no such patient.', { patientId, what: 'waiting-reason' });
        }
        const withReason = acting === 'self' || acting === 'record';
        const since = new Date(now.getTime() - ENDED_DAYS * DAY_MS);
        const found = await query<EntryRow>(pool, sql.own, [patientId, since, MOST_OWN + 1]);
        const { shown: rows, isCut } = cutAt(found, MOST_OWN);
        const what = withReason ? 'waiting-reason' : 'waiting';
        const why = acting === undefined ? 'office' : ownOrProxy(context, patientId);
        await recordAccess(pool, context, [patientId], { action: 'read', what, why }, now);
        const role = acting === undefined ? 'receptionist' : roleOf(acting);
        return { entries: rows.map((row) => toPatientsEntry(row, role)), nextPageToken: '', isCut };
      }
      const role: Role = (await treatsSpecialty(pool, context, specialtyId)) ? 'provider' : 'receptionist';
      if (role !== 'provider' && !isReception && !isInGroup(context.caller, 'Admins')) {
        throw new ServiceError('not-found', 'There is no such waiting list.');
      }
      const place = readPage(after, pageToken);
      const rankedAt = new Date(place?.[0] ?? now);
      const before = place?.[1] ?? 0;
      const [rows, [counted]] = await Promise.all([
        rankedEntries(pool, specialtyId, rankedAt, { last: place, size: pageSize + 1 }),
        query<{ entries: number }>(pool, sql.count, [specialtyId, COUNTED + 1]),
      ]);
      const shown = rows.slice(0, pageSize);
      const last = rows.length > pageSize ? shown.at(-1) : undefined;
      const token = (row: RankedRow) =>
        writePage([rankedAt.toISOString(), before + shown.length, row.level, row.appointment_id]);
      const why = role === 'provider' ? 'specialty' : 'office';
      const access = { action: 'read', what: entryFor(role), why } as const;
      await recordAccess(
        pool,
        context,
        shown.map((row) => row.patient_id),
        access,
        now,
      );
      return {
        entries: shown.map((row, index) => ({ ...toStaffEntry(row, role, now), rank: before + index + 1 })),
        nextPageToken: last === undefined ? '' : token(last),
        total: Math.min(COUNTED, counted?.entries ?? 0),
        isCut: (counted?.entries ?? 0) > COUNTED,
      };
    },
  };
}

type RankedRow = EntryRow & { level: number };

/** The entries of a specialty that follow one of a level, by rank as of an instant. */
function rankedEntries(
  pool: Pool,
  specialtyId: string,
  at: Date,
  { last, size }: { last: z.output<typeof after> | undefined; size: number },
): Promise<RankedRow[]> {
  const ranks = ranksAt(at.getTime());
  const instants = (times: readonly (number | null)[]) =>
    times.map((ms) => (ms === null ? null : new Date(ms)));
  return query<RankedRow>(pool, sql.waiting, [
    specialtyId,
    ranks.map(({ level }) => level),
    ranks.map(({ urgency }) => urgency),
    instants(ranks.map(({ afterMs }) => afterMs)),
    instants(ranks.map(({ untilMs }) => untilMs)),
    size,
    last?.[2] ?? null,
    last?.[3] ?? null,
  ]);
}
