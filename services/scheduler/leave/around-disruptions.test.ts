/** What is asked around a change that hits visits: in other circumstances, of a class with room, by patients who had moved before. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import type { Session__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Session';
import { addClasses, type Classes } from '../test/classes.ts';
import { type Bed, makeDisruptionBed, planOf } from '../test/disruptions.ts';
import { aPatient, type Person } from '../test/service.ts';

let bed: Bed;
beforeEach(async () => {
  bed = await makeDisruptionBed();
});
afterEach(() => bed?.end());

/** The session of Dr Colleague whose class begins at 16:00 on 10 December. */
async function classSession(
  classes: Classes,
): Promise<{ session: Session__Output; expectedVersion: number }> {
  const { rows } = await bed.pool.query('select session_id from slot where id = $1', [
    await classes.seatAt(10, 1),
  ]);
  const providerId = bed.scheduler.hospital.heart.colleague;
  const { sessions } = await bed.availability('ListSessions', { providerId, pageSize: 200 }, bed.admin.as());
  const session = sessions.find(({ id }) => id === rows[0].session_id);
  if (session === undefined) throw new Error('there is no such session');
  return { session, expectedVersion: session.version };
}

/** Tries a change of the class and saves it as it was planned. */
async function change(
  { session, expectedVersion }: Awaited<ReturnType<typeof classSession>>,
  other: Partial<Session__Output>,
) {
  const ask = { session: { ...session, ...other }, expectedVersion };
  const tried = await bed.availability('PutSession', { ...ask, dryRun: true }, bed.admin.as(20_000));
  const plan = planOf(tried.impact);
  const save = {
    ...ask,
    moves: bed.applied(plan.moves),
    onlyIfUnchanged: true,
    disruptionId: randomUUID(),
  };
  const saved = await bed.availability('PutSession', save, bed.admin.as(20_000));
  return { plan, saved, changed: { session, expectedVersion: expectedVersion + 1 } };
}

async function visitOf({ request }: { request: { appointmentId: string } }) {
  const { rows } = await bed.pool.query(
    `select r.version, r.standing, s.local_start::text as at, s.location_id, s.seat, s.is_retired
     from reservation r join slot s on s.id = r.slot_id where r.appointment_id = $1`,
    [request.appointmentId],
  );
  return rows[0];
}

const seatsGiven = async () => {
  const { rows } = await bed.pool.query(
    `select seat from slot where local_start = '2026-12-10 16:00' and visit_type_id = 'heart-class' and not is_retired
     order by seat`,
  );
  return rows.map(({ seat }) => seat);
};

test('of a class that gets fewer seats, whoever has one keeps it while there are as many', async () => {
  const classes = await addClasses(bed.scheduler);
  const booked = await classes.fill(10, 6);
  const cancel = ({ who, request: { appointmentId } }: (typeof booked)[number]) =>
    bed.scheduler.call(
      'CancelReservation',
      { appointmentId, expectedVersion: 1, operationKey: randomUUID() },
      who.as(),
    );
  for (const visit of booked.slice(0, 4)) await cancel(visit);
  const kept = booked.slice(4);
  const { plan, saved, changed } = await change(await classSession(classes), { seats: 3 });
  assert.deepEqual([plan.moves, saved.impact?.visitsTotal], [[], 0]);
  assert.deepEqual(await seatsGiven(), [1, 5, 6]);
  for (const [index, visit] of kept.entries()) {
    const { version, standing, seat, is_retired: isRetired } = await visitOf(visit);
    assert.deepEqual([version, standing, seat, isRetired], [1, null, 5 + index, false]);
  }
  const again = await change(changed, { seats: 2 });
  assert.deepEqual([again.plan.moves, await seatsGiven()], [[], [5, 6]]);
  const one = await change(again.changed, { seats: 1 });
  assert.equal(one.plan.moves.length, 1, 'one more than there is room for');
  assert.equal((await seatsGiven()).length, 1);
  const left = await Promise.all(kept.map(visitOf));
  assert.deepEqual(left.map(({ version }) => version).sort(), [1, 2], 'and nobody else is told');
  await change(one.changed, { seats: 6 });
  await bed.extend();
  assert.equal((await seatsGiven()).length, 6);
  assert.deepEqual(await bed.scheduler.broken(), []);
});

test('a full class that gets fewer seats: as many as have no seat any more go to other starts, each with its own', async () => {
  const classes = await addClasses(bed.scheduler);
  const booked = await classes.fill(10, 6);
  const { plan } = await change(await classSession(classes), { seats: 3 });
  assert.deepEqual([plan.moves.length, plan.placed], [3, 3]);
  assert.ok(plan.moves.every(({ from, to }) => from?.startAt !== to?.startAt));
  const now = await Promise.all(booked.map(visitOf));
  assert.equal(now.filter(({ version, at }) => version === 1 && at === '2026-12-10 16:00:00').length, 3);
  assert.deepEqual(await bed.scheduler.broken(), []);
});

test('a class that goes to another place can take those who come to it along, at the same time', async () => {
  const classes = await addClasses(bed.scheduler);
  const booked = await classes.fill(10, 2);
  const { session, expectedVersion } = await classSession(classes);
  const seats = await classes.seatsAt(10);
  const moves = booked.map(({ request: { appointmentId } }, index) => ({
    appointmentId,
    expectedVersion: 1,
    toSlotId: seats[2 + index]?.id ?? '',
  }));
  const save = { session: { ...session, locationId: 'near' }, expectedVersion, moves, onlyIfUnchanged: true };
  await bed.availability('PutSession', save, bed.admin.as(20_000));
  for (const visit of booked) {
    const { version, at, location_id: place } = await visitOf(visit);
    assert.deepEqual([version, at, place], [2, '2026-12-10 16:00:00', 'near']);
  }
  assert.deepEqual(await bed.scheduler.broken(), []);
});

test('a closure that is added again when its dates are over is answered as it was', async () => {
  await bed.book(await bed.freeSlots("location_id = 'london' and local_start::date = '2026-12-10'", 2));
  const hit = await bed.close('london', '2026-12-10', '2026-12-10');
  const none = await bed.close('near', '2026-12-10', '2026-12-10');
  const [saved, savedToo] = [await hit.save(), await none.save([])];
  bed.scheduler.clock.now = new Date('2026-12-14T08:00:00Z');
  assert.deepEqual(await hit.save(), saved);
  assert.deepEqual((await none.save([])).closure, savedToo.closure);
  await assert.rejects(bed.close('london', '2026-12-10', '2026-12-10'), { kind: 'invalid' });
});

/** A visit of somebody on 10 December, and how they move it. */
async function moving(patient: Person) {
  await bed.pool.query('update policy set moves_per_day = 1');
  const day = "location_id = 'london' and local_start::date";
  const [visit] = await bed.book(await bed.freeSlots(`${day} = '2026-12-10'`, 1), patient);
  const free = await bed.freeSlots(`${day} > '2026-12-14'`, 3);
  const move = (expectedVersion: number) => {
    const asked = { appointmentId: visit?.appointmentId ?? '', slotId: free[expectedVersion - 2] ?? '' };
    const request = { ...asked, expectedVersion, operationKey: randomUUID() };
    return bed.scheduler.call('MoveReservation', request, patient.as());
  };
  return move;
}

for (const [what, isPlaced] of [
  ['the hospital cannot keep', false],
  ['the hospital moved', true],
] as const) {
  test(`who moves a visit that ${what} has as many moves of their own as before`, async () => {
    const patient = await aPatient();
    const move = await moving(patient);
    const { plan, save } = await bed.close('london', '2026-12-10', '2026-12-10');
    const moves = bed.applied(plan.moves);
    await save(isPlaced ? moves : moves.map((each) => ({ ...each, toSlotId: '' })));
    await move(2);
    await move(3);
    await assert.rejects(move(4), { details: { reason: 'moves', limit: '1' } });
    assert.deepEqual(await bed.scheduler.broken(), []);
  });
}

test('a change of a session that hit nobody, asked again because the reply was lost, is no conflict', async () => {
  const { heart } = bed.scheduler.hospital;
  const { session, expectedVersion } = await bed.sessionOf(heart.provider, '09:00', 4);
  const put = (ends: string) =>
    bed.availability('PutSession', { session: { ...session, ends }, expectedVersion }, bed.admin.as());
  const saved = await put('10:00');
  assert.deepEqual((await put('10:00')).session, saved.session);
  await assert.rejects(put('11:00'), { kind: 'conflict' }, 'another change is one');
  const end = (lastDate: string) => {
    const asked = { sessionId: session.id, expectedVersion: expectedVersion + 1, lastDate };
    return bed.availability('EndSession', asked, bed.admin.as());
  };
  const ended = await end('2026-12-31');
  assert.deepEqual((await end('2026-12-31')).session, ended.session);
  await assert.rejects(end('2026-12-24'), { kind: 'conflict' });
  await assert.rejects(put('10:00'), { kind: 'conflict' }, 'it was changed since');
  assert.deepEqual(await bed.scheduler.broken(), []);
});
