import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import type { Need } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Need';
import type { SeriesServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SeriesService';
import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import type { ServiceError } from '@healthbooker/runtime/errors';
import { aPatient, type Person, START, startScheduler, type TestScheduler } from '../test/service.ts';
import { wrongDates } from './wished-dates.ts';

let scheduler: TestScheduler;
beforeEach(async () => {
  scheduler = await startScheduler();
});
afterEach(() => scheduler.close());

const calm = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: false };
const need: Need = {
  specialtyId: 'cardiology',
  visitTypeId: 'heart-visit',
  symptoms: calm,
  regionIds: ['london'],
};
const waitlist = () =>
  scheduler.service<WaitlistServiceDefinition>('healthbooker.scheduler.v1.WaitlistService');

/** Wishes that nobody can fulfil, and the field that says so. It is Tuesday, 1 December 2026. */
const impossible: readonly [Partial<Need>, string][] = [
  [{ latestDate: '2026-11-30' }, 'latestDate'],
  [{ latestDate: '2020-01-01', daysOfWeek: [1] }, 'latestDate'],
  [{ earliestDate: '2026-12-10', latestDate: '2026-12-09' }, 'latestDate'],
  [{ earliestDate: '2026-12-04', latestDate: '2026-12-06', daysOfWeek: [1, 2] }, 'daysOfWeek'],
  [{ latestDate: '2026-12-02', daysOfWeek: [1] }, 'daysOfWeek'],
  [{ earliestDate: '2099-01-01' }, 'earliestDate'],
  [{ latestDate: '2099-01-01' }, 'latestDate'],
];

const isAbout = (field: string) => (error: ServiceError) => {
  assert.equal(error.kind, 'invalid');
  assert.deepEqual(
    error.fields?.map((each) => each.field),
    [`need.${field}`],
  );
  return true;
};

const join = (patient: Person, change: Partial<Need>, autoAccept = false) =>
  waitlist()(
    'JoinWaitlist',
    {
      patientId: patient.id,
      reason: '',
      autoAccept,
      operationKey: randomUUID(),
      need: { ...need, ...change },
    },
    patient.as(),
  );

test('dates on which nobody can be seen are refused with their field, wherever a visit is wished for', async () => {
  const patient = await aPatient();
  const series = scheduler.service<SeriesServiceDefinition>('healthbooker.scheduler.v1.SeriesService');
  const owner = await aPatient();
  const mine = await join(owner, { mode: 'VISIT_MODE_PHONE' });
  for (const [change, field] of impossible) {
    const wanted = { ...need, ...change };
    const where = JSON.stringify(change);
    await assert.rejects(
      scheduler.call('Propose', { patientId: patient.id, need: wanted }, patient.as()),
      isAbout(field),
      `Propose ${where}`,
    );
    const reserve = {
      appointmentId: randomUUID(),
      patientId: patient.id,
      reason: '',
      operationKey: randomUUID(),
      need: wanted,
    };
    await assert.rejects(
      scheduler.call('Reserve', reserve, patient.as()),
      isAbout(field),
      `Reserve ${where}`,
    );
    await assert.rejects(
      series('ProposeSeries', { patientId: patient.id, need: wanted, everyWeeks: 1, count: 2 }, patient.as()),
      isAbout(field),
      `ProposeSeries ${where}`,
    );
    await assert.rejects(join(patient, change), isAbout(field), `JoinWaitlist ${where}`);
    const changed = {
      appointmentId: mine.entry?.appointmentId ?? '',
      expectedVersion: mine.entry?.version ?? 0,
      need: wanted,
      reason: '',
      autoAccept: false,
      operationKey: randomUUID(),
    };
    await assert.rejects(
      waitlist()('ChangeWaitlistEntry', changed, owner.as()),
      isAbout(field),
      `ChangeWaitlistEntry ${where}`,
    );
  }
  await assert.rejects(
    scheduler.call(
      'SearchSlots',
      { specialtyId: 'cardiology', fromAt: '2026-12-10T00:00:00Z', toAt: '2026-12-09T00:00:00Z' },
      patient.as(),
    ),
    (error: ServiceError) => error.fields?.[0]?.field === 'toAt',
  );
});

test('what can be behind the horizon is a wish of who waits, and no proposal', async () => {
  const patient = await aPatient();
  const far = { earliestDate: '2027-05-01' };
  await assert.rejects(
    scheduler.call('Propose', { patientId: patient.id, need: { ...need, ...far } }, patient.as()),
    isAbout('earliestDate'),
  );
  const { entry } = await join(patient, far);
  assert.equal(entry?.state, 'WAITLIST_STATE_WAITING');
});

test('today is a date of the place, and a window that has its day is right', () => {
  assert.deepEqual(
    wrongDates({ earliestDate: null, latestDate: '2026-12-01', daysOfWeek: [2] }, '2026-12-01', 90),
    [],
  );
  assert.deepEqual(
    wrongDates({ earliestDate: '2020-01-01', latestDate: '2026-12-06', daysOfWeek: [7] }, '2026-12-01', 90),
    [],
  );
  assert.deepEqual(
    wrongDates(
      { earliestDate: '2020-01-01', latestDate: '2026-12-06', daysOfWeek: [1] },
      '2026-12-01',
      90,
    ).map(({ field }) => field),
    ['need.daysOfWeek'],
  );
});

test('a place whose last date has passed ends, and there is room for another', async () => {
  const patient = await aPatient();
  const { entry } = await join(patient, { latestDate: '2026-12-02', mode: 'VISIT_MODE_PHONE' });
  const find = () =>
    waitlist()('GetWaitlistEntry', { appointmentId: entry?.appointmentId ?? '' }, patient.as());
  scheduler.clock.now = new Date('2026-12-02T23:30:00Z');
  await scheduler.broken();
  assert.equal((await find()).entry?.state, 'WAITLIST_STATE_WAITING');
  scheduler.clock.now = new Date(START.getTime() + 3 * 86_400_000);
  const end = Date.now() + 10_000;
  let now = (await find()).entry;
  while (now?.state === 'WAITLIST_STATE_WAITING' && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    now = (await find()).entry;
  }
  assert.deepEqual(
    [now?.state, now?.change, now?.version],
    ['WAITLIST_STATE_LAPSED', 'past', (entry?.version ?? 0) + 1],
  );
  assert.deepEqual(await scheduler.broken(), []);
  // There is room for another place.
  await join(patient, { mode: 'VISIT_MODE_PHONE' });
});
