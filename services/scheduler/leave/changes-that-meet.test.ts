/** Changes that hit the same visit, that are called off, or that take away what somebody is just choosing. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import { type Bed, makeDisruptionBed, planOf, type Visit } from '../test/disruptions.ts';
import { aPatient, theProvider, wanting } from '../test/service.ts';
import { isOffered, isWaiting, join, until, waitlistOf } from '../test/waiting.ts';

let bed: Bed;
beforeEach(async () => {
  bed = await makeDisruptionBed();
});
afterEach(() => bed?.end());

const heart = () => bed.scheduler.hospital.heart.provider;
const onDay = (day: string) => `provider_id = '${heart()}' and local_start::date = '${day}'`;

/** What was said of a visit, version by version. */
async function saidOf({ appointmentId }: Visit): Promise<string[]> {
  const { rows } = await bed.pool.query(
    "select outcome ->> 'change' as change from decision where appointment_id = $1 order by version",
    [appointmentId],
  );
  return rows.map(({ change }) => change);
}

/** The lists on which visits are open. */
async function openOn(visits: readonly Visit[]): Promise<string[][]> {
  const { rows } = await bed.pool.query(
    `select appointment_id, leave_id from leave_visit_view
     where state in ('proposed', 'unplaced', 'refused') and appointment_id = any ($1)`,
    [visits.map(({ appointmentId }) => appointmentId)],
  );
  return visits.map(({ appointmentId }) =>
    rows.filter(({ appointment_id }) => appointment_id === appointmentId).map(({ leave_id }) => leave_id),
  );
}

/** Puts Dr Heart on leave on a day: nobody is moved, unless a plan says so. */
async function away(day: string, moves: ReturnType<Bed['applied']> = []): Promise<string> {
  const leaveId = randomUUID();
  await bed.leave(
    'ApplyLeave',
    {
      leaveId,
      providerId: heart(),
      note: '',
      moves,
      onlyIfUnchanged: false,
      operationKey: randomUUID(),
      period: { firstDate: day, lastDate: day, fromTime: '', toTime: '' },
    },
    bed.admin.as(20_000),
  );
  return leaveId;
}

test('a closure that is removed gives its visits their times back; added again it hits them once more', async () => {
  const visits = await bed.book(await bed.freeSlots(onDay('2026-12-10'), 2));
  const [one, two] = visits;
  assert.ok(one && two);
  const { id, plan, save } = await bed.close('london', '2026-12-10', '2026-12-10');
  // One is moved, the other goes to the worklist.
  const moves = bed.applied(plan.moves).map((move) => ({
    ...move,
    toSlotId: move.appointmentId === one.appointmentId ? move.toSlotId : '',
  }));
  const saved = await save(moves);
  assert.deepEqual(await save(moves), saved, 'saved again it says the same');
  await assert.rejects(
    bed.availability(
      'AddClosure',
      { closure: { id, locationId: 'near', firstDate: '2026-12-10', lastDate: '2026-12-10', note: 'x' } },
      bed.admin.as(),
    ),
    { kind: 'conflict' },
  );
  assert.deepEqual(await openOn(visits), [[id], [id]]);
  await bed.availability('RemoveClosure', { closureId: id }, bed.admin.as());
  await bed.extend();
  assert.deepEqual(await openOn(visits), [[id], []], 'who was moved stays moved');
  assert.deepEqual(
    [await saidOf(one), await saidOf(two)],
    [
      ['booked', 'moved'],
      ['booked', 'unplaced', 'restored'],
    ],
  );
  const again = await bed.close('london', '2026-12-10', '2026-12-10', id);
  await again.save([], false);
  assert.deepEqual(await openOn(visits), [[id], [id]]);
  assert.deepEqual(await saidOf(two), ['booked', 'unplaced', 'restored', 'unplaced']);
  assert.equal((await bed.listOf(id)).length, 2);
  assert.deepEqual(await bed.scheduler.broken(), []);
});

test('a place that is closed and a clinician who is away: one list, one message, until neither is so', async () => {
  const visits = await bed.book(await bed.freeSlots(onDay('2026-12-10'), 1));
  const [visit] = visits;
  assert.ok(visit);
  const closure = await bed.close('london', '2026-12-10', '2026-12-10');
  await closure.save([], false);
  const leaveId = await away('2026-12-10');
  assert.deepEqual(await openOn(visits), [[leaveId]], 'the later one has it on its list');
  assert.deepEqual(await saidOf(visit), ['booked', 'unplaced'], 'told once: nothing is new');
  await bed.leave('CancelLeave', { leaveId, expectedVersion: 1 }, bed.admin.as());
  assert.deepEqual(await openOn(visits), [[leaveId]], 'the place is closed still');
  await bed.availability('RemoveClosure', { closureId: closure.id }, bed.admin.as());
  await bed.extend();
  assert.deepEqual(await openOn(visits), [[]]);
  assert.deepEqual(await saidOf(visit), ['booked', 'unplaced', 'restored']);
  assert.deepEqual(await bed.scheduler.broken(), []);
});

test('a leave on a day on which the place is closed moves whom the closure could not', async () => {
  const visits = await bed.book(await bed.freeSlots(onDay('2026-12-10'), 2));
  const closure = await bed.close('london', '2026-12-10', '2026-12-10');
  await closure.save([], false);
  const period = { firstDate: '2026-12-10', lastDate: '2026-12-10', fromTime: '', toTime: '' };
  const plan = await bed.leave('PlanLeave', { providerId: heart(), period }, bed.admin.as(20_000));
  assert.deepEqual([plan.placed, plan.mostPlaceable], [2, 2]);
  const leaveId = await away('2026-12-10', bed.applied(plan.moves));
  assert.deepEqual(await openOn(visits), [[leaveId], [leaveId]]);
  for (const visit of visits) assert.deepEqual(await saidOf(visit), ['booked', 'unplaced', 'moved']);
  assert.deepEqual(await bed.scheduler.broken(), []);
});

test('a visit that was moved and is hit again before its patient answered awaits one answer', async () => {
  const visits = await bed.book(await bed.freeSlots(onDay('2026-12-10'), 1));
  const [visit] = visits;
  assert.ok(visit);
  const first = await bed.close('london', '2026-12-10', '2026-12-10');
  await first.save();
  const day = first.plan.moves[0]?.to?.startAt.slice(0, 10) ?? '';
  const second = await bed.close('', day, day);
  assert.equal(second.plan.moves.length, 1);
  await second.save();
  assert.deepEqual(await openOn(visits), [[second.id]]);
  assert.deepEqual(await saidOf(visit), ['booked', 'moved', 'moved']);
  const answer = { appointmentId: visit.appointmentId, expectedVersion: 3, operationKey: randomUUID() };
  await bed.leave('AnswerNewTime', { ...answer, answer: 'NEW_TIME_ANSWER_KEEP' }, visit.patient.as());
  assert.deepEqual(await openOn(visits), [[]]);
  const third = await bed.close('', day, day);
  assert.equal(third.plan.moves.length, 0, 'it is elsewhere by now');
  assert.deepEqual(await bed.scheduler.broken(), []);
});

test('a session that moves to the afternoon takes its visits along; changed back it takes back who had no time', async () => {
  const { session, expectedVersion } = await bed.sessionOf(heart(), '09:00', 4);
  const visits = await bed.book(await bed.freeSlots(`session_id = '${session.id}'`, 6));
  // Somebody waits: new times are settled before anybody else sees them.
  const waits = await aPatient();
  const entry = await join(waitlistOf(bed.scheduler), waits, { timesOfDay: ['TIME_OF_DAY_EVENING'] });
  await until(waitlistOf(bed.scheduler), waits, entry.appointmentId, isWaiting);
  const later = { ...session, starts: '15:00', ends: '18:00' };
  const tried = await bed.availability(
    'PutSession',
    { session: later, expectedVersion, dryRun: true },
    bed.admin.as(20_000),
  );
  const plan = planOf(tried.impact);
  assert.ok(
    plan.moves.every(
      ({ from, to }) => to?.providerId === heart() && to.startAt.slice(0, 10) === from?.startAt.slice(0, 10),
    ),
  );
  const keptBack = bed
    .applied(plan.moves)
    .map((move, index) => (index === 0 ? { ...move, toSlotId: '' } : move));
  await bed.availability(
    'PutSession',
    { session: later, expectedVersion, moves: keptBack, onlyIfUnchanged: true },
    bed.admin.as(20_000),
  );
  const said = await Promise.all(visits.map(saidOf));
  assert.equal(said.filter((each) => each.at(-1) === 'moved').length, 5);
  const left = visits.find((_, index) => said[index]?.at(-1) === 'unplaced');
  assert.ok(left);
  await bed.availability(
    'PutSession',
    { session, expectedVersion: expectedVersion + 1, moves: [], onlyIfUnchanged: false },
    bed.admin.as(20_000),
  );
  assert.deepEqual(await saidOf(left), ['booked', 'unplaced', 'restored']);
  assert.deepEqual(await bed.scheduler.broken(), []);
});

test('a new time that was kept for a visit which stays where it is goes to who waits', async () => {
  const { session, expectedVersion } = await bed.sessionOf(heart(), '09:00', 4);
  await bed.book(await bed.freeSlots(`session_id = '${session.id}'`, 1));
  const waits = await aPatient();
  const waitlist = waitlistOf(bed.scheduler);
  const entry = await join(waitlist, waits, {
    providerId: heart(),
    earliestDate: '2026-12-03',
    latestDate: '2026-12-03',
    timesOfDay: ['TIME_OF_DAY_EVENING'],
  });
  assert.ok(isWaiting(entry));
  await bed.pool.query("update slot set state = 'closed' where state = 'free' and session_id <> $1", [
    session.id,
  ]);
  const later = { ...session, starts: '17:00', ends: '17:30' };
  const change = { session: later, expectedVersion };
  const tried = await bed.availability('PutSession', { ...change, dryRun: true }, bed.admin.as(20_000));
  const [move] = bed.applied(planOf(tried.impact).moves);
  assert.ok(move);
  // The visit has changed since the plan.
  const moves = [{ ...move, expectedVersion: move.expectedVersion + 1 }];
  await bed.availability('PutSession', { ...change, moves, onlyIfUnchanged: false }, bed.admin.as(20_000));
  const offered = await until(waitlist, waits, entry.appointmentId, isOffered);
  assert.equal(offered.offer?.slot?.id, move.toSlotId);
  assert.deepEqual(await bed.scheduler.broken(), []);
});

test('what is retired under somebody who holds it, or is offered it, cannot be booked any more', async () => {
  const { scheduler } = bed;
  const [held] = await bed.freeSlots(onDay('2026-12-10'), 1);
  const patient = await aPatient();
  const { hold } = await scheduler.call(
    'HoldSlot',
    { patientId: patient.id, slotId: held ?? '' },
    patient.as(),
  );
  const holdId = hold?.id ?? '';
  const waitlist = waitlistOf(scheduler);
  const waits = await aPatient();
  const entry = await join(waitlist, waits, { earliestDate: '2026-12-10', latestDate: '2026-12-10' });
  const offered = await until(waitlist, waits, entry.appointmentId, isOffered);
  const closure = await bed.close('', '2026-12-10', '2026-12-10');
  assert.equal(closure.plan.moves.length, 0, 'nobody has a visit');
  await closure.save();
  const wish = wanting(patient, held, { holdId });
  await assert.rejects(scheduler.call('Reserve', wish, patient.as()), { kind: 'slot-taken' });
  await assert.rejects(scheduler.call('ExtendHold', { patientId: patient.id, holdId }, patient.as()), {
    kind: 'conflict',
  });
  const accept = {
    appointmentId: entry.appointmentId,
    expectedVersion: offered.version,
    operationKey: randomUUID(),
    holdId: offered.offer?.holdId ?? '',
  };
  await assert.rejects(waitlist('AcceptOffer', accept, waits.as()), { kind: 'conflict' });
  const again = await until(waitlist, waits, entry.appointmentId, isWaiting);
  assert.equal(again.misses, 0, 'the patient missed nothing');
  await scheduler.call('ReleaseHold', { patientId: patient.id, holdId }, patient.as());
  assert.deepEqual(await scheduler.broken(), []);
  const { rows } = await bed.pool.query(
    "select state, count(*)::int as n from slot where local_start::date = '2026-12-10' group by state",
  );
  assert.deepEqual(
    rows.map(({ state }) => state),
    ['closed'],
  );
});

test('a patient’s bare word opens nothing that is kept, when the hospital moves the visit neither', async () => {
  const [slotId] = await bed.freeSlots(onDay('2026-12-10'), 1);
  const patient = await aPatient();
  const wish = { ...wanting(patient, slotId), urgency: 'URGENCY_URGENT' as const };
  await bed.scheduler.call('Reserve', wish, patient.as());
  const { rows } = await bed.pool.query('select details from reservation where appointment_id = $1', [
    wish.appointmentId,
  ]);
  assert.deepEqual([rows[0].details.urgency, rows[0].details.opens], ['urgent', 'routine']);
  await bed.pool.query(
    `update slot set reserved_for = 'urgent', release_at = start_at
     where state = 'free' and specialty_id = 'cardiology'`,
  );
  const period = { firstDate: '2026-12-10', lastDate: '2026-12-10', fromTime: '', toTime: '' };
  const plan = await bed.leave('PlanLeave', { providerId: heart(), period }, bed.admin.as(20_000));
  assert.deepEqual([plan.moves.length, plan.placed], [1, 0]);
  const [kept] = await bed.freeSlots("location_id = 'near' and local_start > '2026-12-11'", 1);
  const { appointmentId } = wish;
  const leaveId = await away('2026-12-10', [{ appointmentId, expectedVersion: 1, toSlotId: kept ?? '' }]);
  assert.equal((await bed.listOf(leaveId))[0]?.state, 'LEAVE_VISIT_STATE_UNPLACED');
});

test('a longer visit that loses its second half to a shorter session is hit; without a plan it is on the worklist', async () => {
  const { session, expectedVersion } = await bed.sessionOf(heart(), '09:00', 4);
  const { rows } = await bed.pool.query(
    "select id from slot where session_id = $1 and local_start = '2026-12-10 11:00'",
    [session.id],
  );
  const patient = await aPatient();
  const wish = { ...wanting(patient, rows[0].id), accessNeeds: ['ACCESS_NEED_LONGER_VISIT' as const] };
  await bed.scheduler.call('Reserve', wish, patient.as());
  const shorter = { session: { ...session, ends: '11:30' }, expectedVersion };
  const { impact } = await bed.availability('PutSession', shorter, bed.admin.as(20_000));
  assert.equal(impact?.visitsTotal, 1);
  const [listed] = await bed.listOf(impact?.disruptionId ?? '');
  assert.deepEqual(
    [listed?.appointmentId, listed?.kind],
    [wish.appointmentId, 'DISRUPTION_KIND_SESSION_CHANGED'],
  );
  assert.deepEqual(await bed.scheduler.broken(), []);
});

test('visits whose time the rules take away by themselves are listed and told by the job that makes slots', async () => {
  const visits = await bed.book(await bed.freeSlots(onDay('2026-12-10'), 2));
  await bed.pool.query("update visit_type set length_min = 40 where id = 'heart-visit'");
  await bed.pool.query('update session set materialised_until = null where provider_id = $1', [heart()]);
  await bed.extend();
  await bed.extend();
  const { disruptions } = await bed.leave('ListDisruptions', { onlyOpen: true }, bed.reception.as());
  assert.deepEqual(
    disruptions.map(({ kind, providerId, unplaced }) => [kind, providerId, unplaced]),
    [['DISRUPTION_KIND_RULES', heart(), 2]],
  );
  for (const visit of visits) assert.deepEqual(await saidOf(visit), ['booked', 'unplaced']);
});

test('who ends an extra clinic of their own has its visits on the worklist, and moves nobody', async () => {
  const doctor = await theProvider(heart());
  const extra = {
    id: randomUUID(),
    providerId: heart(),
    locationId: 'london',
    visitTypeId: 'heart-visit',
    seats: 1,
    starts: '19:00',
    ends: '20:00',
    firstDate: '2026-12-10',
    lastDate: '2026-12-10',
  };
  await bed.availability('PutSession', { session: extra }, doctor.as());
  const visits = await bed.book(await bed.freeSlots(`session_id = '${extra.id}'`, 1));
  const end = { sessionId: extra.id, expectedVersion: 1, lastDate: '2026-12-02' };
  const [to] = await bed.freeSlots("location_id = 'near' and local_start > '2026-12-11'", 1);
  const moves = [{ appointmentId: visits[0]?.appointmentId ?? '', expectedVersion: 1, toSlotId: to ?? '' }];
  await assert.rejects(bed.availability('EndSession', { ...end, moves }, doctor.as()), { kind: 'forbidden' });
  const { impact } = await bed.availability('EndSession', end, doctor.as());
  assert.deepEqual(await openOn(visits), [[impact?.disruptionId]]);
  assert.deepEqual(await bed.scheduler.broken(), []);
});
