import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { isStaff, refuseOtherPatient } from '../access.ts';
import { withAlternatives } from '../booking/alternatives.ts';
import { claimSlot, giveBack, lockPatient, openHoldOf, recordHold } from '../booking/hold.ts';
import { rfc3339, type SlotRow, toSlot } from '../booking/rows.ts';
import { refuseOutsideRules, refuseOverlap, slotTaken } from '../booking/take-slot.ts';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const selectSlot = loadSql(import.meta.url, '../sql/select-slot.sql');
const schema = z.object({ patientId: id, slotId: id });

/**
 * Holds a free slot for a patient who is looking around; what they held before is given back when the new one is
 * theirs. The urgency found by Propose, with what it saw, goes over to the new hold. Asking again for the slot one
 * holds answers with that hold.
 */
export function holdSlot(parts: Parts): RpcOf<SchedulerServiceDefinition, 'HoldSlot'> {
  const { pool, clock, holdMs, settler } = parts;
  return {
    callers: ['Patients', 'Receptionists', 'Providers'],
    async handle(request, context) {
      const { patientId, slotId } = parse(schema, request);
      await refuseOtherPatient(pool, context, patientId);
      const wish = { slotId, patientId, isStaff: isStaff(context) };
      const { hold, slot, freed } = await withAlternatives(parts, wish, () =>
        transaction(pool, async (tx) => {
          const now = clock();
          await lockPatient(tx, patientId);
          const earlier = await openHoldOf(tx, patientId);
          const [wanted] = await query<SlotRow>(tx, selectSlot, [slotId]);
          if (wanted === undefined) throw new ServiceError('not-found', 'There is no such time.');
          if (earlier?.slot_id === slotId) return { hold: earlier, slot: wanted, freed: undefined };
          const urgency = earlier?.urgency ?? 'routine';
          refuseOutsideRules(wanted, urgency, { ...wish, now });
          await refuseOverlap(tx, wanted, { ...wish, urgency, now });
          const given = earlier === undefined ? undefined : await giveBack(tx, earlier);
          const expires_at = new Date(now.getTime() + holdMs);
          const proposal = earlier?.proposal ?? null;
          if (!(await claimSlot(tx, slotId))) throw slotTaken(slotId);
          const placed = await recordHold(tx, {
            slotId,
            patientId,
            urgency,
            proposal,
            expiresAt: expires_at,
          });
          return { hold: { ...placed, expires_at, is_extended: false }, slot: wanted, freed: given };
        }),
      );
      if (freed !== undefined) settler.settle(freed);
      const canExtend = !hold.is_extended;
      const expiresAt = rfc3339(hold.expires_at);
      return { hold: { id: hold.id, slot: toSlot(slot.id, slot), expiresAt, canExtend } };
    },
  };
}
