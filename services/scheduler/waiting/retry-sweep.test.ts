/** The sweep that looks again, called by hand: no process sweeps beside it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, test } from 'node:test';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { query, statementsMade } from '@healthbooker/runtime/postgres';
import { createMeasures } from '../measures.ts';
import { makeBed, START, type TestBed } from '../test/service.ts';
import { retryEntries } from './retry-entries.ts';

const DAY_MS = 86_400_000;

let bed: TestBed;
beforeEach(async () => {
  await bed?.remove();
  bed = await makeBed();
});
after(() => bed?.remove());

const later = (ms: number) => new Date(START.getTime() + ms);
const sweep = async (now = START) => {
  const measures = createMeasures(createMetrics('test').registry);
  const parts = {
    pool: bed.pool,
    clock: () => now,
    tieBreak: () => '',
    relay: { wake: () => undefined },
    measures,
    log: createLogger('test', 'silent'),
  };
  await retryEntries(parts);
  const { values } = await measures.retries.get();
  return Object.fromEntries(
    values.flatMap(({ labels, value }) =>
      value === 0 ? [] : [[`${labels.reason} ${labels.outcome}`, value] as const],
    ),
  );
};

/** Entries that wait for the skin clinic in the evening, when it is closed, or at any time. */
async function waiting(
  count: number,
  {
    retryAt,
    lookedAt = START,
    times = ['evening'],
  }: { retryAt: Date | null; lookedAt?: Date; times?: string[] },
): Promise<string[]> {
  const { rows } = await bed.pool.query<{ appointment_id: string }>(
    `insert into waitlist_entry(appointment_id, patient_id, specialty_id, visit_type_id, urgency, enrolled_at,
       auto_accept, version, state, target_date, tie_break, change, retry_at, looked_at, times_of_day)
     select gen_random_uuid(), gen_random_uuid(), 'dermatology', 'skin-visit', 'routine', $1, false, 1, 'waiting',
       '2027-01-12', '', 'joined', $2, $3, $4
     from generate_series(1, $5::int)
     returning appointment_id`,
    [START, retryAt, lookedAt, times, count],
  );
  return rows.map(({ appointment_id }) => appointment_id);
}

function take(now = START, until = later(60_000)) {
  const found = statementsMade().find(({ name }) => /^entries-to-retry-/.test(name));
  assert.ok(found);
  return { found, params: [now, until] };
}

test('two processes take different entries, and none waits for one that somebody changes', async () => {
  const ids = await waiting(20, { retryAt: START });
  const clients = [await bed.pool.connect(), await bed.pool.connect(), await bed.pool.connect()] as const;
  const [one, two, patient] = clients;
  try {
    for (const client of clients) await client.query('begin');
    await patient.query('select from waitlist_entry where appointment_id = $1 for no key update', [ids[0]]);
    const { found, params } = take();
    const taken = [];
    for (const client of [one, two]) {
      taken.push(...(await query<{ appointment_id: string }>(client, found, params)));
    }
    assert.equal(new Set(taken.map(({ appointment_id }) => appointment_id)).size, 16);
    assert.ok(taken.every(({ appointment_id }) => appointment_id !== ids[0]));
  } finally {
    for (const client of clients) {
      await client.query('rollback');
      client.release();
    }
  }
});

test('one sweep looks at what is due, and at nothing twice', async () => {
  await waiting(30, { retryAt: START });
  await waiting(5, { retryAt: later(1) });
  await waiting(5, { retryAt: null });
  assert.deepEqual(await sweep(), { 'due waits': 30 });
  assert.deepEqual(await sweep(), {});
});

test('what a process has taken that ends before it looks is due again a minute later', async () => {
  await waiting(1, { retryAt: START });
  const { found, params } = take();
  assert.equal((await query(bed.pool, found, params)).length, 1);
  assert.deepEqual(await sweep(later(59_999)), {});
  assert.deepEqual(await sweep(later(60_000)), { 'due waits': 1 });
});

test('an entry that fits though nothing marked it is found within days, and counted', async () => {
  const [forgotten] = await waiting(1, { retryAt: null, times: [] });
  await waiting(3, { retryAt: null, lookedAt: later(1) });
  assert.deepEqual(await sweep(later(7 * DAY_MS)), {});
  assert.deepEqual(await sweep(later(7 * DAY_MS + 1)), { 'not-seen placed': 1 });
  const { rows } = await bed.pool.query('select state from waitlist_entry where appointment_id = $1', [
    forgotten,
  ]);
  assert.deepEqual(rows, [{ state: 'offered' }]);
  const after = later(7 * DAY_MS + 2);
  assert.deepEqual(
    [await sweep(after), await sweep(after), await sweep(after), await sweep(after)],
    [{ 'not-seen waits': 1 }, { 'not-seen waits': 1 }, { 'not-seen waits': 1 }, {}],
  );
});

test('an entry of the release before, which wrote no marks, is looked at', async () => {
  const id = randomUUID();
  await bed.pool.query(
    `insert into waitlist_entry(appointment_id, patient_id, specialty_id, visit_type_id, urgency, enrolled_at,
       auto_accept, version, state, target_date, tie_break, change, times_of_day)
     values ($1, $1, 'dermatology', 'skin-visit', 'routine', $2, false, 1, 'waiting', '2027-01-12', '', 'joined',
       '{evening}')`,
    [id, START],
  );
  // Its clock is the database's, which is not the one of this test.
  assert.deepEqual(await sweep(new Date(Date.now() + 60_000)), { 'due waits': 1 });
});
