import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import { refuseForOneself } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { type Pool, query, statement, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { takeSlot } from '../booking/take-slot.ts';
import { staleVersion, writeVersion } from '../booking/write-version.ts';
import { recordAccess } from '../care/access-log/record.ts';
import type { ReservationRow } from '../history/reservation.ts';
import { lockPatients } from '../locks.ts';
import { expectedVersion, id, operationKey, optionalId, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { type LeaveVisitRow, toLeaveVisit, visitsOfLeave } from './leave-visit.ts';
import { refuseOutOfReach } from './within-reach.ts';

const settle = statement(
  'settle-leave-visit',
  `update leave_visit set state = 'settled', changed_at = $3
where leave_id = $1 and appointment_id = $2 and state <> 'settled'`,
);
const called = statement(
  'called-leave-visit',
  `update leave_visit set called_at = $3, changed_at = $3
where leave_id = $1 and appointment_id = $2 and unreached_at is not null and called_at is null`,
);

const schema = z.object({
  leaveId: id,
  appointmentId: id,
  expectedVersion,
  slotId: optionalId,
  // What is not said is left out, so that the hash of a request does not change when fields are added.
  otherRegionAgreed: z.boolean().transform((isAgreed) => isAgreed || undefined),
  operationKey,
});
type Asked = Omit<z.output<typeof schema>, 'operationKey'>;

/**
 * Takes a visit off the worklist: by moving it to a time agreed with the patient, or because it is taken care of
 * otherwise, or because the patient whom no message reaches was called.
 *
 * Errors: not-found; conflict for another version (details.currentVersion), and (details.reason 'still-booked') when it is to be taken off while its time
 * cannot be kept; those of a move; invalid for a time in another region, unless the patient agreed to that, and for a place that
 * the patient cannot get to.
 */
export function settleWorkItem(parts: Parts): RpcOf<LeaveServiceDefinition, 'SettleWorkItem'> {
  const { pool, clock } = parts;
  return {
    callers: ['Receptionists', 'Admins'],
    async handle(request, context) {
      const { operationKey: key, ...asked } = parse(schema, request);
      const { appointmentId, slotId } = asked;
      const item = await workItem(pool, asked);
      refuseForOneself(context, item.patient_id);
      if (slotId === null) {
        const done = async (tx: Transaction) => {
          await takeOff(tx, item.patient_id, asked, clock());
          const access = { action: 'write', what: 'visit', why: 'office' } as const;
          await recordAccess(tx, context, [item.patient_id], access, clock());
        };
        await transaction(pool, done, { deadline: context.deadline });
      } else {
        const change = {
          operation: 'settle-work-item',
          request: asked,
          operationKey: key,
          appointmentId,
          expectedVersion: asked.expectedVersion,
          authorise: async () => undefined,
          plan: (tx: Transaction, current: ReservationRow | undefined) =>
            move(tx, movable(current), { ...asked, slotId, now: clock() }),
        };
        await writeVersion(parts, change, context);
      }
      return { visit: toLeaveVisit(await workItem(pool, asked)) };
    },
  };
}

async function move(
  tx: Transaction,
  old: ReservationRow,
  { leaveId, slotId, otherRegionAgreed, now }: Asked & { slotId: string; now: Date },
) {
  const next = await takeSlot(tx, {
    slotId,
    isStaff: true,
    agreed: { otherRegion: otherRegionAgreed === true, steps: false },
    now,
    moving: old,
  });
  const reach = { patientId: old.patient_id, fromSlotId: old.slot_id, toSlotId: slotId };
  await refuseOutOfReach(tx, reach, 'slotId', otherRegionAgreed);
  await query(tx, settle, [leaveId, old.appointment_id, now]);
  return { ...next, seen: { ...next.seen, leaveId } };
}

/** Says that a visit is taken care of otherwise; done already is no error. */
async function takeOff(tx: Transaction, patientId: string, asked: Asked, now: Date): Promise<void> {
  await lockPatients(tx, [patientId]);
  const { state, version, is_unreached: isUnreached } = await workItem(tx, asked);
  if (state === 'settled') return;
  if (version !== asked.expectedVersion) throw staleVersion({ version });
  if (state === 'unplaced') throw stillBooked();
  if (state === 'proposed' && isUnreached) {
    // Called by now: the answer is still awaited.
    await query(tx, called, [asked.leaveId, asked.appointmentId, now]);
    return;
  }
  await query(tx, settle, [asked.leaveId, asked.appointmentId, now]);
}

async function workItem(on: Pool | Transaction, { leaveId, appointmentId }: Asked): Promise<LeaveVisitRow> {
  const [item] = await visitsOfLeave(on, leaveId, appointmentId);
  if (item === undefined) throw new ServiceError('not-found', 'There is no such visit on the worklist.');
  return item;
}

function movable(current: ReservationRow | undefined): ReservationRow {
  if (current?.status === 'booked') return current;
  throw new ServiceError('conflict', 'Only a visit that is booked and has not begun can be moved.', {
    details: { reason: 'status' },
  });
}

function stillBooked(): ServiceError {
  return new ServiceError(
    'conflict',
    'This visit is still booked at a time that cannot be kept. Move or cancel it first.',
    { details: { reason: 'still-booked' } },
  );
}
