/** The list of who waits in a specialty, as staff page through it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { byPriority, type Waiting } from '../engine/priority.ts';
import { TARGET_DAYS } from '../engine/urgency.ts';
import { aReceptionist, type Person, START, startScheduler, type TestScheduler } from '../test/service.ts';
import { type Waitlist, waitlistOf } from '../test/waiting.ts';

const DAY_MS = 86_400_000;

let scheduler: TestScheduler;
let waitlist: Waitlist;
let desk: Person;
before(async () => {
  scheduler = await startScheduler();
  waitlist = waitlistOf(scheduler);
  desk = await aReceptionist();
});
after(() => scheduler?.close());

type Row = Waiting & { state: 'waiting' | 'offered' | 'withdrawn' };

/** Only these wait in a specialty, at times when its clinic is closed. */
async function only(specialtyId: string, rows: readonly Row[]): Promise<void> {
  await scheduler.pool.query('delete from waitlist_entry where specialty_id = $1', [specialtyId]);
  await scheduler.pool.query(
    `insert into waitlist_entry(appointment_id, patient_id, specialty_id, visit_type_id, urgency, enrolled_at,
       auto_accept, version, state, target_date, tie_break, change, retry_at, looked_at, times_of_day)
     select id, gen_random_uuid(), $1, (select id from visit_type where specialty_id = $1), urgency,
       to_timestamp(since_ms / 1000.0), false, 1, state, '2027-01-12', tie_break, 'joined', null, $6, '{evening}'
     from unnest($2::uuid[], $3::text[], $4::float8[], $5::text[], $7::text[]) as r(id, urgency, since_ms, tie_break, state)`,
    [
      specialtyId,
      rows.map(({ id }) => id),
      rows.map(({ urgency }) => urgency),
      rows.map(({ sinceMs }) => sinceMs),
      rows.map(({ tieBreak }) => tieBreak),
      START,
      rows.map(({ state }) => state),
    ],
  );
}

/** So many rows of routine needs that came one minute after the other, the last of them at START. */
function routine(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    urgency: 'routine',
    sinceMs: START.getTime() - (count - index) * 60_000,
    tieBreak: '',
    state: 'waiting',
  }));
}

const page = (specialtyId: string, pageSize: number, pageToken = '') =>
  waitlist('ListWaitlist', { specialtyId, pageSize, pageToken }, desk.as());

/** All pages, one after the other. */
async function pages(specialtyId: string, pageSize: number): Promise<[id: string, rank: number][]> {
  const listed: [string, number][] = [];
  for (let token = ''; ; ) {
    const { entries, nextPageToken } = await page(specialtyId, pageSize, token);
    listed.push(...entries.map(({ appointmentId, rank }) => [appointmentId, rank] as [string, number]));
    if (nextPageToken === '') return listed;
    token = nextPageToken;
  }
}

test('an urgent patient who joined after 5,000 others is first on the list', async () => {
  const urgent: Row = {
    id: 'ffffffff-0000-4000-8000-000000000000',
    urgency: 'urgent',
    sinceMs: START.getTime() - 1000,
    tieBreak: '',
    state: 'waiting',
  };
  await only('dermatology', [...routine(5000), urgent]);
  const { entries, total, isCut } = await page('dermatology', 50);
  assert.deepEqual([entries[0]?.appointmentId, entries[0]?.rank], [urgent.id, 1]);
  assert.deepEqual([entries.length, total, isCut], [50, 5001, false]);
});

/** Times on each side of the ends of targets, so that the classes of urgency meet. */
const sinceMs = fc
  .tuple(
    fc.constantFrom(0, 1, 2, 3),
    fc.constantFrom(...Object.values(TARGET_DAYS)),
    fc.constantFrom(-DAY_MS, -1, 0, 1, 3_600_000),
  )
  .map(([targets, days, offMs]) => START.getTime() - targets * days * DAY_MS + offMs);
const rows = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    urgency: fc.constantFrom('routine', 'soon', 'urgent'),
    sinceMs,
    tieBreak: fc.constantFrom('', '0', '0a', 'A', 'a', 'z', '~'),
    state: fc.constantFrom('waiting', 'waiting', 'offered', 'withdrawn'),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
);

test('the list has the order of the engine, whatever the size of its pages', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 15 }), async (all, pageSize) => {
      await only('dermatology', all);
      const order = all.filter(({ state }) => state !== 'withdrawn').sort(byPriority(START.getTime()));
      assert.deepEqual(
        await pages('dermatology', pageSize),
        order.map(({ id }, index) => [id, index + 1]),
      );
    }),
    { numRuns: 40 },
  );
});

test('whoever leaves between two pages keeps nobody from the second', async () => {
  const all = routine(6);
  await only('dermatology', all);
  const first = await page('dermatology', 3);
  await scheduler.pool.query(
    "update waitlist_entry set state = 'withdrawn' where appointment_id = any ($1)",
    [[all[1]?.id, all[2]?.id]],
  );
  const second = await page('dermatology', 3, first.nextPageToken);
  assert.deepEqual(
    second.entries.map(({ appointmentId, rank }) => [appointmentId, rank]),
    all.slice(3).map(({ id }, index) => [id, 4 + index]),
  );
  assert.equal(second.nextPageToken, '');
});

test('the order is that of the moment at which the first page was read', async () => {
  // At START the second counts as soon in an hour.
  const all = routine(3).map((row, index) => ({
    ...row,
    sinceMs: row.sinceMs - (index === 1 ? 42 * DAY_MS : 0),
  }));
  await only('dermatology', all);
  const first = await page('dermatology', 1);
  scheduler.clock.now = new Date(START.getTime() + 84 * DAY_MS);
  const second = await page('dermatology', 1, first.nextPageToken);
  const third = await page('dermatology', 1, second.nextPageToken);
  scheduler.clock.now = START;
  const listed = [first, second, third].flatMap(({ entries }) =>
    entries.map(({ appointmentId }) => appointmentId),
  );
  assert.deepEqual(listed, [all[1]?.id, all[0]?.id, all[2]?.id]);
});

test('more than 10,000 are counted no further, which the list says', async () => {
  await only('dermatology', routine(10_000));
  const whole = await page('dermatology', 1);
  assert.deepEqual([whole.total, whole.isCut], [10_000, false]);
  await only('dermatology', routine(10_001));
  const cut = await page('dermatology', 1);
  assert.deepEqual([cut.total, cut.isCut], [10_000, true]);
});

test('a token that no page gave is refused', async () => {
  for (const token of ['1', 'nothing', Buffer.from('[1]').toString('base64url')]) {
    await assert.rejects(page('dermatology', 1, token), { kind: 'invalid' });
  }
});
