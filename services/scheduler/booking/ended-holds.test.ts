import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readRetention } from '@healthbooker/runtime/retention';
import { aPatient, START, startScheduler, type TestScheduler } from '../test/service.ts';
import {
  answerTo,
  entryOf,
  fillDay,
  isOffered,
  isWaiting,
  join,
  until,
  waitlistOf,
} from '../test/waiting.ts';
import { endedHoldTasks } from './ended-holds.ts';

let scheduler: TestScheduler;
before(async () => {
  scheduler = await startScheduler();
});
after(() => scheduler?.close());

const later = (days: number) => new Date(START.getTime() + days * 86_400_000);
const kept = async (condition: string) =>
  (await scheduler.pool.query(`select count(*)::int as rows from hold where ${condition}`)).rows[0].rows;

async function tidy(days: number): Promise<void> {
  for (const task of endedHoldTasks(scheduler.pool, readRetention())) {
    while ((await task.step(later(days))).isMore);
    assert.deepEqual(await task.measure(later(days)), { waiting: 0, overdue_s: 0 });
  }
}

test('a hold goes after its days, but an offer that was declined only when its visit cannot lie ahead any more', async () => {
  const waitlist = waitlistOf(scheduler);
  const date = '2026-12-18';
  const {
    free: [free],
  } = await fillDay(scheduler, date);
  const ada = await aPatient();
  const { appointmentId } = await join(waitlist, ada, { earliestDate: date, latestDate: date });
  await free?.();
  const offered = await until(waitlist, ada, appointmentId, isOffered);
  const { entry } = await waitlist('DeclineOffer', answerTo(offered), ada.as());
  assert.ok(isWaiting(entryOf(entry)));

  const [eve, [slotId]] = [await aPatient(), await scheduler.freeSlots('cardiology', '2026-12-20')];
  const { hold } = await scheduler.call('HoldSlot', { patientId: eve.id, slotId: slotId ?? '' }, eve.as());
  await scheduler.call('ReleaseHold', { patientId: eve.id, holdId: hold?.id ?? '' }, eve.as());

  await tidy(30);
  assert.deepEqual([await kept('entry_id is null'), await kept('entry_id is not null')], [1, 1]);
  await tidy(40);
  assert.deepEqual([await kept('entry_id is null'), await kept('entry_id is not null')], [0, 1]);
  await tidy(35 + 90 + 5);
  assert.equal(await kept('true'), 0);
});
