import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import type { CallContext } from '@healthbooker/runtime/context';
import { eventId } from '@healthbooker/runtime/envelope';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { refuseMoreWaiting } from '../booking/limits.ts';
import { type Reach, reachOf } from '../booking/reach.ts';
import { type Role, refuseOtherPatient } from '../care/access.ts';
import { entryFor, recordAccess, rightToEntry } from '../care/access-log/record.ts';
import type { Urgency } from '../engine/urgency.ts';
import { requestHash } from '../history/request-hash.ts';
import { id, operationKey, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { causeOf, isRepeat } from './change-entry.ts';
import { type EntryRow, toPatientsEntry } from './entry.ts';
import { notWaiting, roleTowardsEntry } from './entry-access.ts';
import { findSlotForEntry } from './find-slot-for-entry.ts';
import { lockEntry } from './lock-entry.ts';
import { needSchema, triageNeed, type WaitingNeed } from './waiting-need.ts';
import { recordEntry, selectEntry } from './write-entry.ts';

const insertEntry = loadSql(import.meta.url, './insert-entry.sql');

const schema = z.object({
  patientId: id,
  need: needSchema,
  reason: z.string().max(500),
  autoAccept: z.boolean(),
  operationKey,
});

/**
 * Enters the waiting list of a specialty. The free slots are searched under the lock of the specialty: one that fits is
 * offered or booked at once, and one that is freed later finds this entry.
 */
export function joinWaitlist(parts: Parts): RpcOf<WaitlistServiceDefinition, 'JoinWaitlist'> {
  return {
    callers: ['Patients', 'Receptionists'],
    async handle(message, context) {
      const wanted = parse(schema, message);
      const { patientId, need } = wanted;
      const { pool, clock } = parts;
      await refuseOtherPatient(pool, context, patientId, 'waiting-reason', clock(), need.referralId);
      const { entry, role } = await join(parts, wanted, context);
      parts.relay.wake();
      return { entry: toPatientsEntry(entry, role) };
    },
  };
}

type Joined = { entry: EntryRow; role: Role };

async function join(parts: Parts, wanted: z.output<typeof schema>, context: CallContext): Promise<Joined> {
  const { operationKey: key, ...request } = wanted;
  const { patientId } = wanted;
  const entryId = eventId('waitlist', `${patientId}\n${key}`, 1);
  const asked = { operation: 'join', request, operationKey: key };
  return transaction(
    parts.pool,
    async (tx) => {
      const whose = { patient_id: patientId, specialty_id: wanted.need.specialtyId };
      await lockEntry(tx, entryId, whose);
      const now = parts.clock();
      const role = await roleTowardsEntry(tx, context, whose, now);
      const access = { what: entryFor(role), why: rightToEntry(context, role, patientId) };
      const record = (action: 'read' | 'write') =>
        recordAccess(tx, context, [patientId], { action, ...access }, now);
      if (
        await isRepeat(
          tx,
          { patient_id: patientId, appointment_id: entryId },
          key,
          requestHash('join', request),
        )
      ) {
        await record('read');
        return { entry: await found(tx, entryId), role };
      }
      const triaged = await triageNeed(tx, patientId, wanted.need, now);
      const { specialtyId, referralId } = wanted.need;
      if (referralId === null) {
        await refuseMoreWaiting(tx, context, { patientId, specialtyId, isJoining: true }, now);
      }
      const reach = await reachOf(tx, { ...wanted.need, patientId });
      await insert(tx, entryId, wanted, { ...triaged, ...reach }, parts.tieBreak(entryId, 'waitlist'), now);
      const step = { change: 'joined', state: 'waiting', seen: { rule: 'note' } } as const;
      const entry = await recordEntry(tx, entryId, step, causeOf(asked, context), now);
      await record('write');
      return { entry: await findSlotForEntry(tx, parts, entry, now), role };
    },
    { deadline: context.deadline, attempts: 3 },
  );
}

type Triaged = { urgency: Urgency; targetDate: string; need: WaitingNeed };

async function insert(
  tx: Transaction,
  entryId: string,
  { patientId, reason, autoAccept }: z.output<typeof schema>,
  { urgency, targetDate, need, regionIds }: Triaged & Reach,
  tieBreak: string,
  now: Date,
): Promise<void> {
  const written = await query(tx, insertEntry, [
    entryId,
    patientId,
    need.specialtyId,
    need.visitTypeId,
    need.providerId,
    need.locationId,
    need.earliestDate,
    need.latestDate,
    need.timesOfDay,
    need.daysOfWeek,
    need.mode,
    need.accessNeeds.length > 0,
    need.referralId,
    urgency,
    targetDate,
    autoAccept,
    tieBreak,
    { reason, needs: need.accessNeeds },
    now,
    regionIds,
  ]);
  if (written.length === 1) return;
  throw new ServiceError('conflict', 'You are on this waiting list already.', {
    details: { reason: 'already-waiting' },
  });
}

async function found(tx: Transaction, entryId: string): Promise<EntryRow> {
  const entry = await selectEntry(tx, entryId);
  // Its operation outlives it.
  if (entry === undefined) throw notWaiting();
  return entry;
}
