import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { DecisionServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/DecisionService';
import type { Need } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Need';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import { createLogger } from '@healthbooker/runtime/log';
import { Registry } from 'prom-client';
import { createMeasures } from '../measures.ts';
import {
  anAdmin,
  aPatient,
  aReceptionist,
  type Person,
  startScheduler,
  type TestScheduler,
  wanting,
} from '../test/service.ts';
import { replayAll } from './replay-all.ts';
import { sample } from './sampler.ts';

let scheduler: TestScheduler;
let decisions: GrpcClient<DecisionServiceDefinition>['call'];
let admin: Person;
before(async () => {
  scheduler = await startScheduler();
  decisions = scheduler.service<DecisionServiceDefinition>('healthbooker.scheduler.v1.DecisionService');
  admin = await anAdmin();
});
after(() => scheduler.close());

const calm = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: false };
const need: Need = {
  specialtyId: 'cardiology',
  visitTypeId: 'heart-visit',
  regionIds: ['london'],
  symptoms: calm,
};

async function propose(patient: Person, wishes: Partial<Need> = {}) {
  return scheduler.call('Propose', { patientId: patient.id, need: { ...need, ...wishes } }, patient.as());
}

async function bookProposed(patient: Person, wishes: Partial<Need> = {}): Promise<string> {
  const { offer } = await propose(patient, wishes);
  const request = wanting(patient, offer?.slot?.id, { holdId: offer?.id ?? '' });
  await scheduler.call('Reserve', request, patient.as());
  return request.appointmentId;
}

test('a patient reads why in the words they were shown, and nothing else', async () => {
  const patient = await aPatient();
  const wishes: Partial<Need> = { timesOfDay: ['TIME_OF_DAY_AFTERNOON'], earliestDate: '2026-12-08' };
  const { why } = await propose(patient, wishes);
  assert.match(
    why,
    /^Your answers ask for a visit by 12 January 2027; you prefer afternoons; from 8 December; this is (the|one of the) earliest that fits?\.$/,
  );
  const appointmentId = await bookProposed(patient, wishes);
  const reply = await decisions('GetDecision', { appointmentId, version: 0 }, patient.as());
  assert.match(reply.why, /^Your answers ask for a visit by 12 January 2027; you prefer afternoons; /);
  assert.equal(reply.decision, null);
});

test('earlier times that are kept for others are told of', async () => {
  const patient = await aPatient();
  const skin = {
    specialtyId: 'dermatology',
    visitTypeId: 'skin-visit',
    regionIds: ['karachi'],
    earliestDate: '2026-12-05',
  };
  await scheduler.pool.query(
    `update slot set reserved_for = 'urgent', release_at = '2026-12-04T00:00:00Z'
     where specialty_id = 'dermatology' and local_start = '2026-12-05T10:00'`,
  );
  const { why, offer } = await propose(patient, skin);
  assert.match(
    why,
    /; from 5 December; this is (the|one of the) earliest that fits?\. Earlier times are kept for urgent patients\.$/,
  );
  assert.ok(offer?.slot);
});

test('an admin sees what was looked at, best first, and how many were rejected why', async () => {
  const patient = await aPatient();
  const appointmentId = await bookProposed(patient, {
    providerId: scheduler.hospital.heart.colleague,
    earliestDate: '2026-12-09',
  });
  const { why, decision } = await decisions('GetDecision', { appointmentId, version: 1 }, admin.as());
  assert.match(why, /you asked for this clinician/);
  assert.equal(decision?.summary?.kind, 'booked');
  assert.equal(decision?.summary?.askedBy, 'patient');
  assert.match(
    decision?.summary?.sentence ?? '',
    /^The time proposed: the \w+ of \d+ times that fitted, among \d+ looked at; within the target of 12 January 2027\.$/,
  );
  const [first, ...others] = decision?.candidates ?? [];
  assert.ok(decision && others.length < 20);
  assert.equal(first?.state, 'CANDIDATE_STATE_CHOSEN');
  assert.equal(first?.slot?.id, decision.summary?.slot?.id);
  assert.equal(first?.slot?.providerName, 'Dr Colleague');
  assert.equal(others[0]?.state, 'CANDIDATE_STATE_FITTED');
  assert.match(others.find(({ reason }) => reason === 'later')?.explanation ?? '', /later/);
  const rejected = others.filter(({ state }) => state === 'CANDIDATE_STATE_REJECTED');
  assert.ok(
    rejected.length > 0 && rejected.every(({ rank, explanation }) => rank === 0 && explanation !== ''),
  );
  const counted = decision.rejected.reduce((sum, { count }) => sum + count, 0);
  assert.equal(decision.seen, decision.fitting + counted);
  assert.ok(decision.rejected.some(({ reason }) => reason === 'other-provider'));
});

test('every kind of change replays to the same answer, and a changed record does not', async () => {
  const [patient, receptionist] = await Promise.all([aPatient(), aReceptionist()]);
  const slots = await scheduler.freeSlots('cardiology', '2026-12-15T00:00:00Z');
  const picked = wanting(patient, slots[0]);
  await scheduler.call('Reserve', picked, patient.as());
  const { appointmentId } = picked;
  const change = (version: number) => ({
    appointmentId,
    expectedVersion: version,
    operationKey: randomUUID(),
  });
  await scheduler.call('MoveReservation', { ...change(1), slotId: slots[3] ?? '' }, receptionist.as());
  await scheduler.call('CancelReservation', change(2), patient.as());
  const replay = (version: number) => decisions('ReplayDecision', { appointmentId, version }, admin.as());
  for (const version of [1, 2, 3]) {
    const reply = await replay(version);
    assert.equal(reply.result, 'REPLAY_RESULT_SAME', `version ${version}`);
    assert.ok(reply.sentence.length > 10);
    assert.equal(reply.stored, reply.recomputed);
  }

  const today = (await scheduler.freeSlots('cardiology', '2026-12-01T10:00:00Z'))[0];
  const visit = wanting(patient, today);
  await scheduler.call('Reserve', visit, patient.as());
  const status = (version: number, to: 'VISIT_STATUS_ARRIVED' | 'VISIT_STATUS_BOOKED') => ({
    appointmentId: visit.appointmentId,
    expectedVersion: version,
    operationKey: randomUUID(),
    status: to,
  });
  await scheduler.call('ChangeVisitStatus', status(1, 'VISIT_STATUS_ARRIVED'), patient.as());
  await scheduler.call('ChangeVisitStatus', status(2, 'VISIT_STATUS_BOOKED'), receptionist.as());
  await bookProposed(await aPatient());
  const all = await replayAll(scheduler.pool, new Date(0));
  assert.deepEqual(all.mismatches, []);
  assert.ok(all.same >= 6);
  assert.deepEqual(await scheduler.broken(), []);

  await scheduler.pool.query(
    `update decision set inputs = jsonb_set(inputs, '{seen,take,state}', '"booked"')
     where appointment_id = $1 and version = 1`,
    [appointmentId],
  );
  const changed = await replay(1);
  assert.equal(changed.result, 'REPLAY_RESULT_DIFFERS');
  assert.deepEqual([changed.stored, changed.recomputed], [slots[0], 'taken']);
  const { differs, mismatches } = await replayAll(scheduler.pool, new Date(0));
  assert.equal(differs, 1);
  assert.deepEqual(mismatches[0], {
    appointmentId,
    version: 1,
    kind: 'booked',
    stored: slots[0],
    recomputed: 'taken',
  });
  const measures = createMeasures(new Registry());
  await sample({
    pool: scheduler.pool,
    clock: () => scheduler.clock.now,
    measures,
    log: createLogger('test', 'silent'),
  });
  assert.equal((await measures.replayMismatches.get()).values[0]?.value, 1);
  await scheduler.pool.query(
    `update decision set inputs = jsonb_set(inputs, '{seen,take,state}', '"free"')
     where appointment_id = $1 and version = 1`,
    [appointmentId],
  );
});

test('asking again with other wishes draws the same lot', async () => {
  const patient = await aPatient();
  const lots = new Map<string, string>();
  for (const wishes of [{}, { daysOfWeek: [4] }, { locationId: 'london' }, { latestDate: '2026-12-20' }]) {
    const { offer } = await propose(patient, wishes);
    const { rows } = await scheduler.pool.query('select proposal from hold where id = $1', [offer?.id]);
    for (const { slotId, tieBreak } of rows[0].proposal.rows) {
      assert.equal(lots.get(slotId) ?? tieBreak, tieBreak);
      lots.set(slotId, tieBreak);
    }
  }
});

test('decisions are listed latest first, a page at a time, by provider, specialty, kind and appointment', async () => {
  const base = { providerId: '', specialtyId: '', kind: '', appointmentId: '', fromAt: '', toAt: '' };
  for (const [index, slotId] of (await scheduler.freeSlots('cardiology', '2027-01-04T00:00:00Z'))
    .slice(0, 5)
    .entries()) {
    scheduler.clock.now = new Date(Date.parse('2026-12-01T08:10:00Z') + index * 1000);
    await scheduler.call('Reserve', wanting(await aPatient(), slotId), (await aReceptionist()).as());
  }
  const all: string[] = [];
  let pageToken = '';
  do {
    const page = await decisions('ListDecisions', { ...base, pageSize: 3, pageToken }, admin.as());
    assert.ok(page.decisions.length <= 3);
    all.push(
      ...page.decisions.map(
        ({ appointmentId, version, decidedAt }) => `${decidedAt} ${appointmentId} ${version}`,
      ),
    );
    pageToken = page.nextPageToken;
  } while (pageToken !== '');
  const { rows } = await scheduler.pool.query('select count(*) as count from decision');
  assert.equal(new Set(all).size, Number(rows[0].count));
  assert.deepEqual(all, all.toSorted().reverse());
  const list = async (filter: Partial<typeof base>) =>
    (await decisions('ListDecisions', { ...base, ...filter, pageSize: 100, pageToken: '' }, admin.as()))
      .decisions;
  const { heart } = scheduler.hospital;
  const theirs = await list({ providerId: heart.colleague });
  assert.ok(theirs.length > 0 && theirs.every(({ slot }) => slot?.providerId === heart.colleague));
  assert.deepEqual(await list({ specialtyId: 'dermatology' }), []);
  const moved = await list({ kind: 'moved' });
  assert.ok(moved.length > 0 && moved.every(({ kind }) => kind === 'moved'));
  const [one] = moved;
  assert.deepEqual(
    (await list({ appointmentId: one?.appointmentId ?? '' })).map(({ version }) => version).toSorted(),
    [1, 2, 3],
  );
  assert.deepEqual(await list({ toAt: '2026-11-30T00:00:00Z' }), []);
});

test('who may read what, and what is asked wrongly', async () => {
  const [patient, other, receptionist] = await Promise.all([aPatient(), aPatient(), aReceptionist()]);
  const appointmentId = await bookProposed(patient);
  const which = { appointmentId, version: 0 };
  await assert.rejects(decisions('GetDecision', which, other.as()), { kind: 'not-found' });
  await assert.rejects(decisions('GetDecision', which, receptionist.as()), { kind: 'forbidden' });
  await assert.rejects(decisions('ReplayDecision', which, patient.as()), { kind: 'forbidden' });
  await assert.rejects(decisions('ListDecisions', {}, patient.as()), { kind: 'forbidden' });
  const missing = { appointmentId: randomUUID(), version: 0 };
  await assert.rejects(decisions('GetDecision', missing, admin.as()), { kind: 'not-found' });
  await assert.rejects(decisions('GetDecision', { ...which, version: 9 }, admin.as()), { kind: 'not-found' });
  for (const bad of [
    { pageToken: 'x' },
    { kind: 'Booked!' },
    { fromAt: '2026-01-01T00:00:00Z' },
    { pageSize: 101 },
  ]) {
    await assert.rejects(decisions('ListDecisions', bad, admin.as()), { kind: 'invalid' });
  }
});
