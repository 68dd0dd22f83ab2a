import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { ServiceError } from '@healthbooker/runtime/errors';
import { replays } from '../engine/replay.ts';
import {
  anAdmin,
  aPatient,
  aReceptionist,
  startScheduler,
  type TestScheduler,
  theProvider,
  wanting,
} from '../test/service.ts';

let scheduler: TestScheduler;
before(async () => {
  scheduler = await startScheduler();
});
after(() => scheduler.close());

async function outcomes(calls: Promise<unknown>[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const result of await Promise.allSettled(calls)) {
    const kind =
      result.status === 'fulfilled'
        ? 'done'
        : result.reason instanceof ServiceError
          ? result.reason.kind
          : String(result.reason);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

test('books a free slot: reservation, decision and event', async () => {
  const patient = await aPatient();
  const [slotId] = await scheduler.freeSlots('cardiology', '2026-12-03');
  const request = wanting(patient, slotId);
  const { reservation } = await scheduler.call('Reserve', request, patient.as());
  assert.equal(reservation?.version, 1);
  assert.equal(reservation?.status, 'VISIT_STATUS_BOOKED');
  assert.equal(reservation?.reason, 'My heart beats');
  assert.equal(reservation?.sequence, 0);
  assert.equal(reservation?.slot?.startAt, '2026-12-03T09:00:00Z');
  assert.equal(reservation?.teamId, 'heart-team');
  const { rows } = await scheduler.pool.query(
    'select inputs, outcome from decision where appointment_id = $1',
    [request.appointmentId],
  );
  assert.equal(rows[0].inputs.actor, patient.id);
  assert.equal(rows[0].inputs.seen.take.state, 'free');
  const [event] = (await scheduler.take(1)) as {
    type: string;
    version: number;
    data: Record<string, unknown>;
  }[];
  assert.equal(event?.type, 'appointment.changed');
  assert.equal(event?.version, 1);
  assert.equal(event?.data['appointmentId'], request.appointmentId);
  assert.equal('reason' in (event?.data ?? {}), false);
  assert.deepEqual(await scheduler.broken(), []);
});

test('64 patients want one slot: one gets it, 63 hear of three others', async () => {
  const patients = await Promise.all(Array.from({ length: 64 }, aPatient));
  const [slotId] = await scheduler.freeSlots('cardiology', '2026-12-04');
  const calls = patients.map((patient) => scheduler.call('Reserve', wanting(patient, slotId), patient.as()));
  const counts = await outcomes(calls);
  assert.deepEqual(Object.fromEntries(counts), { done: 1, 'slot-taken': 63 });
  const [lost] = (await Promise.allSettled(calls)).filter((result) => result.status === 'rejected');
  const alternatives = JSON.parse(lost?.reason.details.alternatives);
  assert.equal(alternatives.length, 3);
  // The words of who looked under the lock, not those of a constraint.
  assert.equal(lost?.reason.message, 'This time is no longer free.');
  assert.deepEqual(await scheduler.broken(), []);
});

test('one patient races for overlapping times and gets one', async () => {
  const patient = await aPatient();
  const { rows } = await scheduler.pool.query(
    "select id from slot where state = 'free' and start_at = '2026-12-05T09:00:00Z' order by id",
  );
  assert.equal(rows.length, 2);
  const calls = [0, 1, 0, 1, 0, 1].map((i) =>
    scheduler.call('Reserve', wanting(patient, rows[i].id), patient.as()),
  );
  const counts = await outcomes(calls);
  assert.equal(counts.get('done'), 1);
  assert.equal((counts.get('conflict') ?? 0) + (counts.get('slot-taken') ?? 0), 5);
  assert.deepEqual(await scheduler.broken(), []);
});

test('the same key answers the same, one after the other and all at once', async () => {
  const patient = await aPatient();
  const [slotId, other] = await scheduler.freeSlots('cardiology', '2026-12-06');
  const request = wanting(patient, slotId);
  const replies = await Promise.all(
    Array.from({ length: 12 }, () => scheduler.call('Reserve', request, patient.as())),
  );
  for (const reply of replies) assert.deepEqual(reply, replies[0]);
  assert.deepEqual(await scheduler.call('Reserve', request, patient.as()), replies[0]);
  await assert.rejects(scheduler.call('Reserve', { ...request, slotId: other ?? '' }, patient.as()), {
    kind: 'idempotency-mismatch',
  });
  await assert.rejects(scheduler.call('Reserve', { ...request, operationKey: randomUUID() }, patient.as()), {
    kind: 'conflict',
  });
  const { rows } = await scheduler.pool.query(
    'select count(*) as n from decision where appointment_id = $1',
    [request.appointmentId],
  );
  assert.equal(rows[0].n, 1);
});

test('who may book for whom', async () => {
  const [patient, other, admin, receptionist, provider] = await Promise.all([
    aPatient(),
    aPatient(),
    anAdmin(),
    aReceptionist(),
    theProvider(scheduler.hospital.heart.provider),
  ]);
  const [first] = await scheduler.freeSlots('cardiology', '2026-12-07');
  for (const caller of [other, admin, provider]) {
    await assert.rejects(scheduler.call('Reserve', wanting(patient, first), caller.as()), {
      kind: 'forbidden',
    });
  }
  await scheduler.call('Reserve', wanting(patient, first), receptionist.as());
});

test('what cannot be booked', async () => {
  const patient = await aPatient();
  const receptionist = await aReceptionist();
  await assert.rejects(scheduler.call('Reserve', wanting(patient, randomUUID()), patient.as()), {
    kind: 'not-found',
  });
  await assert.rejects(
    scheduler.call(
      'Reserve',
      { ...wanting(patient, 'x'), reason: 'x'.repeat(501), operationKey: '' },
      patient.as(),
    ),
    (error: ServiceError) => {
      assert.equal(error.kind, 'invalid');
      assert.deepEqual(error.fields?.map(({ field }) => field).sort(), ['operationKey', 'reason', 'slotId']);
      return true;
    },
  );
  // It is 08:00 and the first start is at 09:00; patients need two hours.
  const [soon] = await scheduler.freeSlots('cardiology');
  await assert.rejects(scheduler.call('Reserve', wanting(patient, soon), patient.as()), { kind: 'too-soon' });
  await scheduler.call('Reserve', wanting(patient, soon), receptionist.as());
});

test('a carve-out is not opened by what a patient says', async () => {
  const patient = await aPatient();
  const { rows } = await scheduler.pool.query(
    "select id from slot where state = 'free' and reserved_for = 'urgent' and start_at > '2026-12-20' order by start_at",
  );
  const request = { ...wanting(patient, rows[0].id), urgency: 'URGENCY_URGENT' as const };
  await assert.rejects(scheduler.call('Reserve', request, patient.as()), { kind: 'slot-taken' });
  const answers = { emergencySigns: false, gettingWorse: true, limitsDailyLife: true, longStanding: false };
  const need = {
    specialtyId: 'dermatology',
    visitTypeId: 'skin-visit',
    regionIds: ['karachi'],
    symptoms: answers,
  };
  await scheduler.call('Propose', { patientId: patient.id, need }, patient.as());
  await scheduler.call('HoldSlot', { patientId: patient.id, slotId: rows[0].id }, patient.as());
  await scheduler.call('Reserve', request, patient.as());
  assert.deepEqual(await scheduler.broken(), []);
});

test('a proposal passes into the decision and replays to the same slot', async () => {
  const patient = await aPatient();
  const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };
  const need = {
    specialtyId: 'cardiology',
    visitTypeId: 'heart-visit',
    regionIds: ['london'],
    symptoms,
    timesOfDay: ['TIME_OF_DAY_AFTERNOON' as const],
  };
  const { offer } = await scheduler.call('Propose', { patientId: patient.id, need }, patient.as());
  const request = wanting(patient, offer?.slot?.id, { holdId: offer?.id ?? '' });
  await scheduler.call('Reserve', request, patient.as());
  const { rows } = await scheduler.pool.query('select inputs from decision where appointment_id = $1', [
    request.appointmentId,
  ]);
  const { proposal } = rows[0].inputs.seen;
  assert.ok(proposal.rows.length <= 20);
  assert.ok(proposal.seen.total > 20);
  assert.equal(proposal.chosen, offer?.slot?.id);
  assert.ok(replays(proposal));
});

test('a provider whose slots overlap gets one of them booked', async () => {
  const [one, two, three] = await Promise.all([aPatient(), aPatient(), aPatient()]);
  const [slotId] = await scheduler.freeSlots('cardiology', '2026-12-16');
  // As if two sessions had been materialised without regard to each other.
  const overlapping = randomUUID();
  await scheduler.pool.query(
    `insert into slot(id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id, visit_type_id,
       start_at, end_at, blocks, state)
     select $2, session_id, local_start + interval '10 min', 1, gen_random_uuid(), provider_id, specialty_id, location_id,
       visit_type_id, start_at + interval '10 min', end_at + interval '10 min',
       tstzrange(start_at + interval '10 min', end_at + interval '10 min'), 'free'
     from slot where id = $1`,
    [slotId, overlapping],
  );
  const counts = await outcomes([
    scheduler.call('Reserve', wanting(one, slotId), one.as()),
    scheduler.call('Reserve', wanting(two, overlapping), two.as()),
  ]);
  assert.deepEqual(Object.fromEntries(counts), { done: 1, 'slot-taken': 1 });
  const { rows } = await scheduler.pool.query("select id from slot where id in ($1, $2) and state = 'free'", [
    slotId,
    overlapping,
  ]);
  const hold = { patientId: three.id, slotId: rows[0].id };
  await assert.rejects(scheduler.call('HoldSlot', hold, three.as()), { kind: 'slot-taken' });
  assert.deepEqual(await scheduler.broken(), []);
});
