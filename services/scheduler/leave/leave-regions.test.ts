import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { workloadToken } from '@healthbooker/local/test/tokens';
import { newTrace } from '@healthbooker/runtime/trace';
import { type LeaveBed, makeLeaveBed } from '../test/leave.ts';
import { addRegions, setReach } from '../test/regions.ts';
import { aPatient, aReceptionist, wanting } from '../test/service.ts';

let bed: LeaveBed;
let clinicians: { abroad: string; steps: string; near: string };
before(async () => {
  bed = await makeLeaveBed();
  clinicians = await addRegions(bed.scheduler.pool);
});
after(() => bed.close());

const inLondon = new Set(['london', 'stairs', 'near']);

test('leave keeps visits in their region and their place where it can, and nobody up steps who cannot climb them', async () => {
  const visits = await bed.bookVisits(20);
  for (const { patient } of visits.slice(0, 10)) {
    await setReach(bed.scheduler, patient, { regionId: 'london', needsStepFree: true });
  }
  // Before the leave nobody else has time at the place itself.
  await bed.scheduler.pool.query(
    `update slot set state = 'closed', is_retired = true
     where provider_id = $1 and state = 'free' and local_start < '2026-12-10'`,
    [bed.scheduler.hospital.heart.colleague],
  );
  const plan = await bed.plan();
  assert.equal(plan.method, 'PLAN_METHOD_OPTIMAL');
  assert.equal(plan.moves.length, 20);
  const unable = new Set(visits.slice(0, 10).map(({ appointmentId }) => appointmentId));
  for (const { appointmentId, to } of plan.moves) {
    assert.ok(to !== null, 'there is time for all in the region');
    assert.ok(inLondon.has(to.locationId), to.locationId);
    if (unable.has(appointmentId)) assert.notEqual(to.locationId, 'stairs');
  }
  assert.ok(
    plan.moves.some(({ to }) => to?.locationId === 'london'),
    'the place comes first',
  );
  const { visits: applied } = await bed.apply(plan);
  assert.ok(applied.every(({ state }) => state === 'LEAVE_VISIT_STATE_PROPOSED'));
  assert.deepEqual(await bed.scheduler.broken(), []);
});

test('what is applied by hand leaves the region as little, and the worklist only with the patient’s consent', async () => {
  const period = { firstDate: '2026-12-17', lastDate: '2026-12-17', fromTime: '', toTime: '' };
  const { rows } = await bed.scheduler.pool.query(
    "select id from slot where provider_id = $1 and state = 'free' and local_start >= '2026-12-17' order by start_at limit 1",
    [bed.heart],
  );
  const patient = await aPatient();
  await setReach(bed.scheduler, patient, { regionId: 'london', needsStepFree: true });
  const wish = wanting(patient, rows[0].id);
  await bed.scheduler.call('Reserve', wish, patient.as());
  const plan = await bed.call('PlanLeave', { providerId: bed.heart, period }, bed.admin.as(20_000));
  const free = async (providerId: string) =>
    (
      await bed.scheduler.pool.query(
        "select id from slot where provider_id = $1 and state = 'free' and local_start > '2026-12-18' order by start_at limit 1",
        [providerId],
      )
    ).rows[0].id as string;
  const [abroad, stairs] = [await free(clinicians.abroad), await free(clinicians.steps)];
  const applying = (toSlotId: string) =>
    bed.call(
      'ApplyLeave',
      {
        ...bed.application(plan, { period, onlyIfUnchanged: false }),
        moves: [{ appointmentId: wish.appointmentId, expectedVersion: 1, toSlotId }],
      },
      bed.admin.as(20_000),
    );
  await assert.rejects(applying(abroad), { kind: 'invalid' });
  await assert.rejects(applying(stairs), { kind: 'invalid' });
  const { leave } = await applying('');
  const reception = await aReceptionist();
  const settling = (slotId: string, otherRegionAgreed = false) =>
    bed.call(
      'SettleWorkItem',
      {
        leaveId: leave?.id ?? '',
        appointmentId: wish.appointmentId,
        expectedVersion: 2,
        slotId,
        otherRegionAgreed,
        operationKey: randomUUID(),
      },
      reception.as(),
    );
  await assert.rejects(settling(abroad), { kind: 'invalid' });
  await assert.rejects(settling(stairs, true), { kind: 'invalid' });
  const { visit: settled } = await settling(abroad, true);
  assert.equal(settled?.state, 'LEAVE_VISIT_STATE_SETTLED');
  assert.deepEqual(await bed.scheduler.broken(), []);
});

test('whom no message reaches stands on the worklist until somebody called', async () => {
  const period = { firstDate: '2026-12-21', lastDate: '2026-12-21', fromTime: '', toTime: '' };
  const { rows } = await bed.scheduler.pool.query(
    "select id from slot where provider_id = $1 and state = 'free' and local_start >= '2026-12-21' order by start_at limit 1",
    [bed.heart],
  );
  const patient = await aPatient();
  const wish = wanting(patient, rows[0].id);
  await bed.scheduler.call('Reserve', wish, patient.as());
  const plan = await bed.call('PlanLeave', { providerId: bed.heart, period }, bed.admin.as(20_000));
  const { leave } = await bed.apply(plan, { period });
  const { appointmentId } = wish;
  const reception = await aReceptionist();
  const onList = async () => {
    const { visits } = await bed.call('ListWorklist', { pageSize: 100 }, reception.as());
    return visits.find((visit) => visit.appointmentId === appointmentId);
  };
  assert.equal(await onList(), undefined, 'whoever is moved and told is nobody’s work');
  const asNotification = {
    token: () => workloadToken('notification', 'scheduler'),
    deadline: Date.now() + 10_000,
    trace: newTrace(),
  };
  await assert.rejects(bed.call('ReportUnreached', { appointmentId }, reception.as()), { kind: 'forbidden' });
  for (let time = 0; time < 2; time += 1)
    await bed.call('ReportUnreached', { appointmentId }, asNotification);
  const item = await onList();
  assert.deepEqual([item?.isUnreached, item?.state], [true, 'LEAVE_VISIT_STATE_PROPOSED']);
  const called = { leaveId: leave?.id ?? '', appointmentId, expectedVersion: 2, slotId: '' };
  const { visit } = await bed.call(
    'SettleWorkItem',
    { ...called, operationKey: randomUUID() },
    reception.as(),
  );
  assert.deepEqual(
    [visit?.isUnreached, visit?.state],
    [false, 'LEAVE_VISIT_STATE_PROPOSED'],
    'it waits for the answer',
  );
  assert.equal(await onList(), undefined);
  const { visits } = await bed.call('ListWorklist', { leaveId: leave?.id ?? '' }, reception.as());
  assert.ok(
    visits.some((visit) => visit.appointmentId === appointmentId),
    'the list of whom leave hit stays',
  );
});
