import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { readReservationVersion, readWaitlistEntryVersion } from '@healthbooker/protos/gen/readers';
import { aPatient, startScheduler, type TestScheduler, wanting } from '../test/service.ts';
import { join, waitlistOf } from '../test/waiting.ts';

let scheduler: TestScheduler;
before(async () => {
  scheduler = await startScheduler();
});
after(() => scheduler.close());

/** What decision and event of each version keep, oldest first. */
async function kept(appointmentId: string, versions: number) {
  const { rows } = await scheduler.pool.query<{ version: number; decided: unknown }>(
    `select version, coalesce(outcome -> 'reservation', outcome -> 'entry') as decided
     from decision where appointment_id = $1 order by version`,
    [appointmentId],
  );
  assert.equal(rows.length, versions);
  const events = (await scheduler.take(versions)) as { version: number; data: unknown }[];
  return rows.map(({ version, decided }) => ({
    decided,
    sent: events.find((event) => event.version === version)?.data,
  }));
}

test('decision and event of a version of a visit keep the whole message, and nothing besides', async () => {
  const patient = await aPatient();
  const [slotId, otherSlotId = ''] = await scheduler.freeSlots('cardiology', '2026-12-03');
  const request = wanting(patient, slotId);
  const { reservation } = await scheduler.call('Reserve', request, patient.as());
  const { appointmentId } = request;
  const move = { appointmentId, expectedVersion: 1, slotId: otherSlotId, operationKey: randomUUID() };
  const { reservation: moved } = await scheduler.call('MoveReservation', move, patient.as());
  const versions = await kept(appointmentId, 2);
  for (const [index, { decided, sent }] of versions.entries()) {
    assert.deepEqual(sent, decided);
    assert.deepEqual(readReservationVersion(sent), sent, 'no field is missing');
    assert.deepEqual(readReservationVersion([reservation, moved][index]), sent, 'it is what was answered');
  }
});

test('decision and event of a version of a waiting entry keep the whole message, and nothing besides', async () => {
  const patient = await aPatient();
  const waitlist = waitlistOf(scheduler);
  const { appointmentId, version } = await join(waitlist, patient, { earliestDate: '2027-06-01' });
  const versions = await kept(appointmentId, version);
  for (const { decided, sent } of versions) {
    assert.deepEqual(sent, decided);
    assert.deepEqual(readWaitlistEntryVersion(sent), sent);
  }
});

test('a repeated booking or move is answered from what an earlier release kept, and from what a later one did', async () => {
  const patient = await aPatient();
  const [slotId, otherSlotId = ''] = await scheduler.freeSlots('cardiology', '2026-12-04');
  const request = wanting(patient, slotId);
  const { appointmentId } = request;
  const { reservation: booked } = await scheduler.call('Reserve', request, patient.as());
  const move = { appointmentId, expectedVersion: 1, slotId: otherSlotId, operationKey: randomUUID() };
  const { reservation: moved } = await scheduler.call('MoveReservation', move, patient.as());
  await scheduler.pool.query(
    `update decision set outcome = jsonb_set(outcome, '{reservation}', (outcome -> 'reservation')
       - '{seriesId,seriesPlace,referralId,lateMinutes,awaitsAnswer,accessNeeds,standing}'::text[]
       || '{"accompaniedBy": "a neighbour"}')
     where appointment_id = $1`,
    [appointmentId],
  );
  assert.deepEqual((await scheduler.call('Reserve', request, patient.as())).reservation, booked);
  assert.deepEqual((await scheduler.call('MoveReservation', move, patient.as())).reservation, moved);
});
