import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import { anAdmin, type SchedulerClients } from '@healthbooker/scheduler/test/service';
import { anyOf, ask, type Scene } from './clients.ts';
import { acknowledge, counted, isOver } from './tally.ts';

/** A provider is away for so many operations, and there for as many. */
const OPERATIONS_PER_STATE = 1000;
const LOOK_EVERY_MS = 50;
/** A plan takes up to 5 s. */
const PATIENCE_MS = 30_000;
/** On the clock of the clinic; long enough for a few visits, too short for the slots to run dry. */
const hours = [
  { fromTime: '09:00', toTime: '10:00' },
  { fromTime: '10:00', toTime: '11:30' },
  { fromTime: '13:00', toTime: '14:00' },
];

const leaves = ({ service }: SchedulerClients) =>
  service<LeaveServiceDefinition>('healthbooker.scheduler.v1.LeaveService');

/** Plans and saves a short leave of a provider now and then, and calls it off again, until the run is over. */
export async function runLeaves(scene: Scene): Promise<void> {
  while (!isOver(scene.tally)) {
    await operationsGoBy(scene);
    await takeLeave(scene);
  }
}

async function takeLeave(scene: Scene): Promise<void> {
  const { tally, hospital, days } = scene;
  const admin = await anAdmin();
  const providerId = anyOf([hospital.heart.provider, hospital.heart.colleague, hospital.skin.provider]);
  const day = anyOf(days);
  const period = { firstDate: day, lastDate: day, ...anyOf(hours) };
  const planned = await counted(tally, 'plan-leave', () =>
    ask(scene, (at) => leaves(at)('PlanLeave', { providerId, period }, admin.as(PATIENCE_MS))),
  );
  if (!('result' in planned)) return;
  const request = {
    leaveId: randomUUID(),
    providerId,
    period,
    note: 'Away',
    operationKey: randomUUID(),
    // Slots change hands all the time; what is not as it was planned goes to the worklist.
    onlyIfUnchanged: false,
    moves: planned.result.moves.map(({ appointmentId, version: expectedVersion, to }) => ({
      appointmentId,
      expectedVersion,
      toSlotId: to?.id ?? '',
    })),
  };
  const applied = await counted(tally, 'apply-leave', () =>
    ask(scene, (at) => leaves(at)('ApplyLeave', request, admin.as(PATIENCE_MS))),
  );
  if (!('result' in applied)) return;
  const { leave, visits } = applied.result;
  tally.leaves.add(request.leaveId);
  for (const { appointmentId, version } of visits) acknowledge(tally, appointmentId, version);
  await operationsGoBy(scene);
  const off = { leaveId: request.leaveId, expectedVersion: leave?.version ?? 0 };
  await counted(tally, 'call-off-leave', () =>
    ask(scene, (at) => leaves(at)('CancelLeave', off, admin.as(PATIENCE_MS))),
  );
}

async function operationsGoBy({ tally }: Scene): Promise<void> {
  const until = tally.done + OPERATIONS_PER_STATE;
  while (tally.done < until && !isOver(tally)) await sleep(LOOK_EVERY_MS);
}
