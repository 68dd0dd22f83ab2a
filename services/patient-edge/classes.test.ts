import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type TestHospital, testHospital } from '@healthbooker/local/test/hospital';
import { callEdge, startSystem, type TestSystem } from '@healthbooker/local/test/system';
import { accessToken } from '@healthbooker/local/test/tokens';
import { Slot } from '@healthbooker/protos/json/slot';
import { z } from 'zod';

const SEATS = 3;
const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };
const Problem = z.object({ type: z.string(), detail: z.string(), alternatives: z.array(Slot) });

let system: TestSystem;
let hospital: TestHospital;
before(async () => {
  system = await startSystem();
  hospital = await testHospital(system.databases.scheduler);
  const slotIds = await hospital.addSlots(new Date(Date.now() + 3 * 864e5), 2);
  // Both starts are those of a class.
  await hospital.pool.query('update session set seats = $1', [SEATS]);
  await hospital.pool.query(
    `insert into slot(id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id, visit_type_id,
       start_at, end_at, blocks, state)
     select gen_random_uuid(), session_id, local_start, n, visit_id, provider_id, specialty_id, location_id, visit_type_id,
       start_at, end_at, blocks, state
     from slot, generate_series(2, $2::int) as n where id = any ($1::uuid[])`,
    [slotIds, SEATS],
  );
});
after(async () => {
  await hospital?.close();
  await system?.stop();
});

async function aPatient() {
  const token = await accessToken({ sub: randomUUID(), groups: ['Patients'] });
  return (method: 'GET' | 'POST', path: string, body?: object) =>
    callEdge(system.services['patient-edge'], method, path, {
      token,
      ...(body === undefined ? {} : { body, headers: { 'idempotency-key': randomUUID() } }),
    });
}

async function starts(patient: Awaited<ReturnType<typeof aPatient>>) {
  const { body } = await patient('GET', `/v1/slots?specialtyId=${hospital.specialtyId}`);
  return z.object({ slots: z.array(Slot) }).parse(body).slots;
}

test('a class is one row with its places left; all who pick that row come until it is full', async () => {
  const patient = await aPatient();
  const found = await starts(patient);
  assert.deepEqual(
    found.map(({ placesLeft }) => placesLeft),
    [SEATS, SEATS],
  );
  const slotId = found[0]?.id;
  const book = async () => (await aPatient())('POST', '/v1/appointments', { slotId, reason: '', symptoms });
  const booked = await Promise.all(Array.from({ length: SEATS }, book));
  assert.deepEqual(
    booked.map(({ status }) => status),
    Array.from({ length: SEATS }, () => 201),
  );
  const late = await book();
  assert.equal(late.status, 409);
  const problem = Problem.parse(late.body);
  assert.deepEqual([problem.type.split('/').at(-1), problem.detail], ['slot-taken', 'This class is full.']);
  assert.deepEqual(
    problem.alternatives.map(({ startAt, placesLeft }) => [startAt, placesLeft]),
    [[found[1]?.startAt, SEATS]],
  );
  assert.deepEqual(
    (await starts(patient)).map(({ startAt }) => startAt),
    [found[1]?.startAt],
  );
});
