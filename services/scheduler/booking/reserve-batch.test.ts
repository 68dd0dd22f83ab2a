import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError } from '@healthbooker/runtime/errors';
import { replays } from '../engine/replay.ts';
import { aPatient, type Person, startScheduler, type TestScheduler, wanting } from '../test/service.ts';

let scheduler: TestScheduler;
before(async () => {
  scheduler = await startScheduler({ RESERVE_QUEUE_MAX: '300' });
});
after(() => scheduler.close());

const people = (count: number) => Promise.all(Array.from({ length: count }, aPatient));

async function outcomes(calls: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const result of await Promise.allSettled(calls)) {
    const { status } = result;
    const error: unknown = status === 'rejected' ? result.reason : undefined;
    const kind = error instanceof ServiceError ? error.kind : String(error ?? 'done');
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** Locks patients as a change of theirs would; the returned function lets go. */
async function lockOut(patients: readonly Person[]): Promise<() => Promise<void>> {
  const client = await scheduler.pool.connect();
  await client.query('begin');
  for (const { id } of patients) {
    await client.query("select pg_advisory_xact_lock(hashtextextended('patient ' || $1, 0))", [id]);
  }
  return async () => {
    await client.query('commit');
    client.release();
  };
}

async function untilWaiting(count: number): Promise<void> {
  for (const end = Date.now() + 5000; ; await sleep(20)) {
    const { rows } = await scheduler.pool.query(
      "select count(*) as n from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())",
    );
    if (rows[0].n >= count) return;
    if (Date.now() > end) throw new Error(`${rows[0].n} wait, not ${count}`);
  }
}

async function reservationsOf(patients: readonly Person[]): Promise<number> {
  const { rows } = await scheduler.pool.query(
    "select count(*) as n from reservation where patient_id = any($1) and status <> 'cancelled'",
    [patients.map(({ id }) => id)],
  );
  return rows[0].n;
}

const answers = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };
const heartVisit = {
  specialtyId: 'cardiology',
  visitTypeId: 'heart-visit',
  regionIds: ['london'],
  symptoms: answers,
};

test('256 patients want one slot: one gets it, the others hear that it is taken', async () => {
  const patients = await people(256);
  const [slotId] = await scheduler.freeSlots('cardiology', '2026-12-03');
  const insist = async (patient: Person) => {
    const request = wanting(patient, slotId);
    const ask = () => scheduler.call('Reserve', request, patient.as(30_000));
    // A connection that took too long to come about is no answer; the same request again is.
    return ask().catch((error: unknown) => {
      if (error instanceof ServiceError && error.kind === 'unavailable') return ask();
      throw error;
    });
  };
  const counts = await outcomes(patients.map(insist));
  assert.deepEqual(counts, { done: 1, 'slot-taken': 255 });
  assert.equal(await reservationsOf(patients), 1);
  assert.deepEqual(await scheduler.broken(), []);
});

test('256 patients want the earliest time: each gets another one, and no earlier one is left free', async () => {
  const patients = await people(256);
  // Eighteen days; of the last one the load of the providers and the keyed hash choose.
  const free = await scheduler.pool.query(
    `select id from slot where state = 'free' and specialty_id = 'cardiology' and start_at >= '2026-12-05'
     order by start_at, id limit 252`,
  );
  const need = { ...heartVisit, earliestDate: '2026-12-05' };
  const requests = patients.map((patient) => ({ ...wanting(patient, undefined), need }));
  const replies = await Promise.all(
    patients.map((patient, i) => scheduler.call('Reserve', requests[i] ?? {}, patient.as(30_000))),
  );
  const slots = new Set(replies.map(({ reservation }) => reservation?.slot?.id));
  assert.equal(slots.size, 256);
  assert.equal(free.rows.filter(({ id }) => !slots.has(id)).length, 0);
  const { rows } = await scheduler.pool.query(
    'select inputs, outcome from decision where appointment_id = any($1)',
    [requests.map(({ appointmentId }) => appointmentId)],
  );
  assert.equal(rows.length, 256);
  for (const { inputs, outcome } of rows) {
    const { rule, proposal } = inputs.seen;
    assert.equal(rule, 'choose');
    assert.equal(proposal.chosen, outcome.reservation.slot.id);
    assert.ok(proposal.rows.length <= 20 && proposal.seen.total >= proposal.rows.length);
    assert.ok(replays(proposal));
  }
});

test('the best slot spares a time at which the patient is elsewhere, and repeats under its key', async () => {
  const patient = await aPatient();
  const need = { ...heartVisit, earliestDate: '2027-01-11', latestDate: '2027-01-11' };
  const first = await scheduler.call('Reserve', { ...wanting(patient, undefined), need }, patient.as());
  const request = { ...wanting(patient, undefined), need };
  const second = await scheduler.call('Reserve', request, patient.as());
  assert.notEqual(second.reservation?.slot?.startAt, first.reservation?.slot?.startAt);
  assert.deepEqual(await scheduler.call('Reserve', request, patient.as()), second);
  const { rows } = await scheduler.pool.query('select inputs from decision where appointment_id = $1', [
    request.appointmentId,
  ]);
  const { proposal } = rows[0].inputs.seen;
  assert.ok(proposal.rows.length > 5 && proposal.rows.length <= 20, 'what else there was is kept');
  assert.ok(replays(proposal));
  const other = { ...need, latestDate: '2027-01-12' };
  await assert.rejects(scheduler.call('Reserve', { ...request, need: other }, patient.as()), {
    kind: 'idempotency-mismatch',
  });
});

test('nothing fits, an emergency, neither slot nor need', async () => {
  const patient = await aPatient();
  const reserve = (need: object | null, slotId?: string) =>
    scheduler.call('Reserve', { ...wanting(patient, slotId), need }, patient.as());
  const sunday = { earliestDate: '2026-12-06', latestDate: '2026-12-06' };
  await assert.rejects(reserve({ ...heartVisit, ...sunday }), (error: ServiceError) => {
    assert.equal(error.kind, 'conflict');
    assert.equal(error.details?.['reason'], 'nothing-fits');
    return true;
  });
  const signs = { ...answers, emergencySigns: true };
  await assert.rejects(reserve({ ...heartVisit, symptoms: signs }), { kind: 'invalid' });
  await assert.rejects(reserve({ ...heartVisit, latestDate: '2026-11-30' }), { kind: 'invalid' });
  await assert.rejects(reserve(null), { kind: 'invalid' });
  await assert.rejects(reserve(heartVisit, randomUUID()), { kind: 'invalid' });
  await assert.rejects(reserve({ ...heartVisit, visitTypeId: 'skin-visit' }), { kind: 'invalid' });
  assert.equal(await reservationsOf([patient]), 0);
});

test('in one batch: repeats, a patient at two overlapping times, other patients', async () => {
  const [twice, torn, ...others] = await people(26);
  assert.ok(twice && torn);
  const { rows } = await scheduler.pool.query(
    `select id, start_at from slot where state = 'free' and specialty_id = 'cardiology' and start_at >= '2027-01-20'
     order by start_at, id limit 40`,
  );
  // Dr Heart and Dr Colleague begin together.
  const [one, same, ...rest] = rows.map(({ id }) => id);
  assert.equal(rows[0].start_at.getTime(), rows[1].start_at.getTime());
  const repeated = wanting(twice, rest[0]);
  const replies = Array.from({ length: 6 }, () => scheduler.call('Reserve', repeated, twice.as()));
  const overlapping = [one, same].map((slotId) =>
    scheduler.call('Reserve', wanting(torn, slotId), torn.as()),
  );
  const neighbours = others.map((patient, i) =>
    scheduler.call('Reserve', wanting(patient, rest[i + 1]), patient.as()),
  );
  assert.deepEqual(await outcomes(overlapping), { done: 1, conflict: 1 });
  for (const reply of await Promise.all(replies)) assert.deepEqual(reply, await replies[0]);
  assert.deepEqual(await outcomes(neighbours), { done: 24 });
  assert.deepEqual(await scheduler.broken(), []);
});

test('what no check foresees fails its own booking only', async () => {
  const [poisoned, ...others] = await people(24);
  assert.ok(poisoned);
  const slots = await scheduler.freeSlots('cardiology', '2027-01-25');
  // The checks do not look for a decision without a reservation.
  const request = wanting(poisoned, slots[0]);
  await scheduler.pool.query(
    `insert into decision(appointment_id, version, op_key, request_sha256, rule_version, inputs, outcome, decided_at)
     values ($1, 1, 'another-key', '\\x00', 1, '{}', '{}', now())`,
    [request.appointmentId],
  );
  const calls = others.map((patient, i) =>
    scheduler.call('Reserve', wanting(patient, slots[i + 1]), patient.as()),
  );
  const poison = scheduler.call('Reserve', request, poisoned.as());
  assert.deepEqual(await outcomes([poison]), { conflict: 1 });
  assert.deepEqual(await outcomes(calls), { done: 23 });
  assert.equal(await reservationsOf([poisoned]), 0);
  await scheduler.pool.query('delete from decision where appointment_id = $1', [request.appointmentId]);
  assert.deepEqual(await scheduler.broken(), []);
});

test('somebody whose data is locked holds nobody else up', async () => {
  const [stuck, ...others] = await people(32);
  assert.ok(stuck);
  const slots = await scheduler.freeSlots('cardiology', '2027-02-01');
  const release = await lockOut([stuck]);
  const request = wanting(stuck, slots[0]);
  const waits = outcomes([scheduler.call('Reserve', request, stuck.as())]);
  const calls = others.map((patient, i) =>
    scheduler.call('Reserve', wanting(patient, slots[i + 1]), patient.as()),
  );
  assert.deepEqual(await outcomes(calls), { done: 31 });
  await release();
  // It may have waited longer than a statement may take.
  await waits;
  assert.equal((await scheduler.call('Reserve', request, stuck.as())).reservation?.version, 1);
  assert.deepEqual(await scheduler.broken(), []);
});

test('a full queue refuses at once and says when to come back; a late request is not worked on', async () => {
  const small = await startScheduler({ RESERVE_QUEUE_MAX: '4' });
  const kept = scheduler;
  scheduler = small;
  try {
    const [one, two, late, ...others] = await people(10);
    assert.ok(one && two && late);
    const slots = await small.freeSlots('cardiology', '2026-12-03');
    const release = await lockOut([one, two]);
    const reserve = (patient: Person, i: number, ms = 10_000) =>
      small.call('Reserve', wanting(patient, slots[i]), patient.as(ms));
    const working = [reserve(one, 0)];
    await untilWaiting(1);
    working.push(reserve(two, 1));
    await untilWaiting(2);
    await assert.rejects(reserve(late, 2, 200), { kind: 'deadline' });
    const queued = others.map((patient, i) => reserve(patient, i + 3));
    await assert.rejects(Promise.all(queued), (error: ServiceError) => {
      assert.equal(error.kind, 'unavailable');
      assert.ok((error.retryAfterMs ?? 0) > 0);
      return true;
    });
    await release();
    assert.deepEqual(await outcomes(working), { done: 2 });
    assert.deepEqual(await outcomes(queued), { done: 4, unavailable: 3 });
    assert.equal(await reservationsOf([late]), 0);
    assert.deepEqual(await small.broken(), []);
  } finally {
    scheduler = kept;
    await small.close();
  }
});
