import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import { aPatient, aReceptionist, makeBed, startOn, type TestScheduler, wanting } from '../test/service.ts';

const worklist = async (scheduler: TestScheduler) => {
  const leave = scheduler.service<LeaveServiceDefinition>('healthbooker.scheduler.v1.LeaveService');
  return (await leave('ListWorklist', {}, (await aReceptionist()).as())).visits;
};

test('a visit that an older process left without a time and on no list is listed, and its patient told, once', async (t) => {
  const bed = await makeBed();
  t.after(() => bed.remove());
  const before = await startOn(bed);
  const [slotId] = await before.freeSlots('cardiology', '2026-12-08');
  const patient = await aPatient();
  const visit = wanting(patient, slotId);
  await before.call('Reserve', visit, patient.as());
  // Its event is out.
  assert.deepEqual(await bed.broken(before.clock.now), []);
  await before.close();
  // As a release did that knew of no worklist but for leave.
  await bed.pool.query('update slot set is_retired = true where id = $1', [slotId]);
  assert.equal((await bed.broken(before.clock.now)).length, 1);

  // Two processes that begin at once.
  const both = await Promise.all([startOn(bed), startOn(bed)]);
  t.after(() => Promise.all(both.map((scheduler) => scheduler.close())));
  const [scheduler] = both;
  while ((await worklist(scheduler)).length === 0) await sleep(20);
  const [item] = await worklist(scheduler);
  assert.deepEqual(
    [item?.appointmentId, item?.kind, item?.state],
    [visit.appointmentId, 'DISRUPTION_KIND_RULES', 'LEAVE_VISIT_STATE_UNPLACED'],
  );
  const request = { appointmentId: visit.appointmentId };
  const { reservation } = await scheduler.call('GetReservation', request, patient.as());
  assert.deepEqual([reservation?.version, reservation?.standing], [2, 'VISIT_STANDING_UNPLACED']);
  assert.deepEqual(await bed.broken(before.clock.now), []);
});
