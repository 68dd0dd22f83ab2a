import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import { isInGroup, refuseForOneself } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { actingFor, type Role, roleOf } from '../care/access.ts';
import { entryFor, ownOrProxy, recordAccess } from '../care/access-log/record.ts';
import { Refusal } from '../care/access-log/refusal.ts';
import { byPriority } from '../engine/priority.ts';
import { cutAt } from '../page.ts';
import { optionalId, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { type EntryRow, entryColumns, toPatientsEntry } from './entry.ts';
import { treatsSpecialty } from './entry-access.ts';
import { toStaffEntry, waitingOf } from './staff-entry.ts';

const sql = {
  own: statement(
    'list-own-entries',
    `select ${entryColumns}
from waitlist_view w
where patient_id = $1 and (state in ('waiting', 'offered') or changed_at > $2)
order by state not in ('waiting', 'offered'), enrolled_at desc, appointment_id desc
limit $3`,
  ),
  /** Everybody who waits in a specialty; the caller ranks them. */
  waiting: statement(
    'list-waiting',
    `select ${entryColumns}
from waitlist_view w
where specialty_id = $1 and state in ('waiting', 'offered')
order by enrolled_at, appointment_id
limit $2`,
  ),
};

const DAY_MS = 86_400_000;
/** Ended entries are listed this long. */
const ENDED_DAYS = 35;
/** Entries of one patient; those that are open come first. */
const MOST_OWN = 50;
/** How many entries of one specialty are ranked; later ones are not listed. */
const RANKED = 5000;

const schema = z
  .object({
    patientId: optionalId,
    specialtyId: z.string().max(64),
    pageSize: z
      .int()
      .min(0)
      .max(100)
      .transform((size) => size || 50),
    /** How many entries were listed before. */
    pageToken: z
      .union([z.literal(''), z.string().regex(/^\d{1,4}$/)], { error: 'must be a next page token' })
      .transform(Number),
  })
  .refine(({ patientId, specialtyId }) => (patientId === null) !== (specialtyId === ''), {
    path: ['patientId'],
    error: 'must be given, or a specialty: one of the two',
  });

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
      const compare = byPriority(now.getTime());
      const rows = await query<EntryRow>(pool, sql.waiting, [specialtyId, RANKED]);
      const ranked = rows
        .map((row) => ({ row, waiting: waitingOf(row) }))
        .sort((a, b) => compare(a.waiting, b.waiting));
      const end = pageToken + pageSize;
      const shown = ranked.slice(pageToken, end);
      const why = role === 'provider' ? 'specialty' : 'office';
      const access = { action: 'read', what: entryFor(role), why } as const;
      await recordAccess(
        pool,
        context,
        shown.map(({ row }) => row.patient_id),
        access,
        now,
      );
      return {
        entries: shown.map(({ row }, index) => ({
          ...toStaffEntry(row, role, now),
          rank: pageToken + index + 1,
        })),
        nextPageToken: end < ranked.length ? String(end) : '',
        total: ranked.length,
      };
    },
  };
}
