import { randomUUID } from 'node:crypto';
import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import { rowsOf, type Scene, tried } from './scene.ts';
import { day_ms, dayOf } from './time.ts';
import { freeSlot } from './visits.ts';

const leave = ({ running }: Scene) =>
  running.scheduler.service<LeaveServiceDefinition>('healthbooker.scheduler.v1.LeaveService');
const availability = ({ running }: Scene) =>
  running.scheduler.service<AvailabilityServiceDefinition>('healthbooker.scheduler.v1.AvailabilityService');

const inDays = ({ running }: Scene, days: number) =>
  dayOf(new Date(running.time.now().getTime() + days * day_ms));

/** A clinician is away for two days, some weeks ahead; the booked visits are moved as planned. */
export async function takeLeave(scene: Scene): Promise<void> {
  const { chance, admin, clinicians } = scene;
  const providerId = chance.anyOf([...clinicians.keys()]);
  const first = 5 + Math.floor(chance.draw() * 30);
  const period = { firstDate: inDays(scene, first), lastDate: inDays(scene, first + 1) };
  const planned = await tried(scene, 'plan-leave', async () =>
    leave(scene)('PlanLeave', { providerId, period }, await admin.as()),
  );
  if (planned === undefined) return;
  const request = {
    leaveId: randomUUID(),
    providerId,
    period,
    note: 'Away',
    operationKey: randomUUID(),
    moves: planned.moves.map(({ appointmentId, version: expectedVersion, to }) => ({
      appointmentId,
      expectedVersion,
      toSlotId: to?.id ?? '',
    })),
  };
  await tried(scene, 'apply-leave', async () => leave(scene)('ApplyLeave', request, await admin.as()));
}

/** A leave that was planned is not taken after all. */
export async function callOffLeave(scene: Scene): Promise<void> {
  const { admin, running, chance } = scene;
  const planned = await rowsOf<{ id: string; version: number }>(
    scene,
    'select id, version from provider_leave where ended_at is null and lower(during) > $1 order by id',
    [running.time.now()],
  );
  const found = chance.oneOf(planned);
  if (found === undefined) return;
  const request = { leaveId: found.id, expectedVersion: found.version };
  await tried(scene, 'call-off-leave', async () => leave(scene)('CancelLeave', request, await admin.as()));
}

/** A place is closed for a day; now and then it opens again before that. */
export async function closePlace(scene: Scene): Promise<void> {
  const { chance, admin } = scene;
  const date = inDays(scene, 3 + Math.floor(chance.draw() * 20));
  const closure = {
    id: randomUUID(),
    locationId: chance.anyOf(['london', 'karachi']),
    firstDate: date,
    lastDate: date,
    note: 'No heating',
  };
  const closed = await tried(scene, 'close', async () =>
    availability(scene)('AddClosure', { closure }, await admin.as()),
  );
  if (closed === undefined || !chance.happens(0.3)) return;
  await tried(scene, 'open-again', async () =>
    availability(scene)('RemoveClosure', { closureId: closure.id }, await admin.as()),
  );
}

/** Reception finds new times for the visits that could not keep theirs, or cancels them with their patients. */
export async function workOff(scene: Scene): Promise<void> {
  const { running, reception } = scene;
  const list = await tried(scene, 'read-worklist', async () =>
    leave(scene)('ListWorklist', { pageSize: 10 }, await reception.atClinic()),
  );
  for (const { leaveId, appointmentId, version: expectedVersion, from } of list?.visits ?? []) {
    const slotId = (await freeSlot(scene, from?.specialtyId ?? 'cardiology')) ?? '';
    const item = { leaveId, appointmentId, operationKey: randomUUID() };
    const agreed = { expectedVersion, slotId, otherRegionAgreed: true };
    const settled = await tried(scene, 'settle-work', async () =>
      leave(scene)('SettleWorkItem', { ...item, ...agreed }, await reception.atClinic()),
    );
    if (settled !== undefined) continue;
    const cancelled = { appointmentId, expectedVersion, operationKey: randomUUID() };
    await tried(scene, 'cancel-at-desk', async () =>
      running.scheduler.call('CancelReservation', cancelled, await reception.atClinic()),
    );
  }
}
