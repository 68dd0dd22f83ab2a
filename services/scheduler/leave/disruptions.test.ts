/** Whatever the hospital does that hits booked visits: nobody leaves their region, and whoever gets no time is on a list. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import {
  type Bed,
  makeDisruptionBed,
  mostPlaceable,
  type Plan,
  planOf,
  type Visit,
} from '../test/disruptions.ts';

let bed: Bed;
beforeEach(async () => {
  bed = await makeDisruptionBed();
});
afterEach(() => bed?.end());

const inLondon = new Set(['london', 'stairs', 'near']);
const DAY_MS = 86_400_000;

/** Leaves few free times of cardiology: so many at each place, beside those of Dr Heart's sessions that begin then. */
async function leaveFree(perPlace: Record<string, number>, but = '25:00'): Promise<void> {
  const places = Object.entries(perPlace);
  await bed.pool.query(
    `update slot set state = 'closed', is_retired = true
     where state = 'free' and specialty_id = 'cardiology'
       and session_id not in (select id from session where provider_id = $3 and starts::text like $4 || '%')
       and id not in (
         select id from (
           select s.id, row_number() over (partition by s.location_id order by s.start_at desc, s.id) as place, k.n
           from slot s join unnest($1::text[], $2::int[]) as k(location_id, n) using (location_id)
           where s.state = 'free' and s.start_at < '2026-12-24' and s.specialty_id = 'cardiology') as kept
         where place <= n)`,
    [places.map(([place]) => place), places.map(([, n]) => n), bed.scheduler.hospital.heart.provider, but],
  );
}

/** Everything that has to hold of a change that was planned and saved, whatever it was. */
async function holds(name: string, id: string, plan: Plan, visits: readonly Visit[]): Promise<void> {
  const { scheduler, pool, clinicians } = bed;
  const ids = visits.map(({ appointmentId }) => appointmentId);
  assert.deepEqual(plan.moves.map(({ appointmentId }) => appointmentId).sort(), ids.toSorted());
  assert.equal(plan.method, 'PLAN_METHOD_OPTIMAL');
  const most = await mostPlaceable(bed, ids);
  console.log(`${name}: ${plan.placed} of ${ids.length} have a new time, the optimum is ${most}`);
  assert.deepEqual([plan.placed, plan.mostPlaceable], [most, most]);
  assert.equal(plan.moves.filter(({ to }) => to !== null).length, most);

  const list = await bed.listOf(id);
  assert.deepEqual(list.map(({ appointmentId }) => appointmentId).sort(), ids.toSorted());
  assert.equal(list.filter(({ state }) => state === 'LEAVE_VISIT_STATE_PROPOSED').length, most);
  const region = (place = '') => (inLondon.has(place) ? 'london' : 'karachi');
  for (const { from, to } of list.filter((visit) => visit.to !== null)) {
    assert.equal(region(to?.locationId), region(from?.locationId), 'nobody leaves the region');
  }
  const { rows: unfit } = await pool.query(
    `select r.appointment_id from reservation r join patient_reach k using (patient_id)
     join slot s on s.id = r.slot_id
     join leave_visit v on v.appointment_id = r.appointment_id and v.to_slot_id = s.id
     where k.needs_step_free and s.provider_id = $1`,
    [clinicians.steps],
  );
  assert.deepEqual(unfit, [], 'nobody is sent up steps who cannot climb them');
  const { rows: told } = await pool.query(
    `select o.key, count(*)::int as events from event_view o where o.key = any ($1) and o.version > 1 group by 1`,
    [ids],
  );
  assert.deepEqual([told.length, new Set(told.map(({ events }) => events))], [ids.length, new Set([1])]);
  assert.deepEqual(await scheduler.broken(), []);
  await settleAll(id);
  await stillThere(id, ids);
}

/** Patients answer, reception cancels what has no time. */
async function settleAll(id: string): Promise<void> {
  const { leave, reception, scheduler, listOf } = bed;
  for (const [index, { appointmentId, version, state }] of (await listOf(id)).entries()) {
    const change = { appointmentId, expectedVersion: version, operationKey: randomUUID() };
    if (state === 'LEAVE_VISIT_STATE_UNPLACED') {
      await scheduler.call('CancelReservation', change, reception.as());
      continue;
    }
    const answer = index % 3 === 0 ? 'NEW_TIME_ANSWER_REFUSE' : 'NEW_TIME_ANSWER_KEEP';
    await leave('AnswerNewTime', { ...change, answer }, reception.as());
    if (index % 3 !== 0) continue;
    const off = { leaveId: id, appointmentId, expectedVersion: version + 1, operationKey: randomUUID() };
    await leave('SettleWorkItem', off, reception.as());
  }
  assert.deepEqual((await leave('ListWorklist', {}, reception.as())).visits, []);
}

/** When all is settled and weeks have gone by, the list of whom it hit can still be read. */
async function stillThere(id: string, ids: readonly string[]): Promise<void> {
  const { leave, reception, scheduler, listOf } = bed;
  const all = async (onlyOpen: boolean) => {
    const { disruptions } = await leave('ListDisruptions', { onlyOpen }, reception.as());
    return disruptions.map((each) => each.id);
  };
  assert.ok(!(await all(true)).includes(id), 'nothing of it is open');
  scheduler.clock.now = new Date(scheduler.clock.now.getTime() + 40 * DAY_MS);
  assert.ok((await all(false)).includes(id));
  const list = await listOf(id);
  assert.deepEqual(list.map(({ appointmentId }) => appointmentId).sort(), [...ids].sort());
}

const heart = () => bed.scheduler.hospital.heart.provider;
const ofHeart = (from: string, until: string) =>
  `provider_id = '${heart()}' and local_start >= '${from}' and local_start < '${until}'`;

test('a leave', async () => {
  const visits = await bed.book(await bed.freeSlots(ofHeart('2026-12-10', '2026-12-12'), 12));
  await leaveFree({ london: 3, stairs: 4, near: 2, 'karachi-heart': 20 });
  const period = { firstDate: '2026-12-10', lastDate: '2026-12-11', fromTime: '', toTime: '' };
  const ask = { providerId: heart(), period };
  const plan = await bed.leave('PlanLeave', ask, bed.admin.as(20_000));
  const leaveId = randomUUID();
  await bed.leave(
    'ApplyLeave',
    {
      ...ask,
      leaveId,
      note: '',
      onlyIfUnchanged: true,
      operationKey: randomUUID(),
      moves: bed.applied(plan.moves),
    },
    bed.admin.as(20_000),
  );
  assert.ok(plan.placed < visits.length);
  await holds('leave', leaveId, plan, visits);
});

test('a closed place', async () => {
  const visits = await bed.book(
    await bed.freeSlots(
      "location_id = 'london' and local_start::date between '2026-12-10' and '2026-12-11'",
      14,
    ),
  );
  await leaveFree({ near: 3, stairs: 5, 'karachi-heart': 20 });
  const { id, plan, save } = await bed.close('london', '2026-12-10', '2026-12-11');
  const { impact } = await save();
  assert.deepEqual([impact?.disruptionId, impact?.visitsTotal], [id, visits.length]);
  await holds('closed place', id, plan, visits);
});

test('a closure of all places', async () => {
  const day = "local_start::date = '2026-12-10'";
  const london = await bed.book(await bed.freeSlots(`${day} and location_id = 'london'`, 6));
  const karachi = await bed.book(await bed.freeSlots(`${day} and location_id = 'karachi-heart'`, 5));
  await leaveFree({ london: 2, stairs: 2, 'karachi-heart': 3 });
  const { id, plan, save } = await bed.close('', '2026-12-10', '2026-12-10');
  await save();
  await holds('closure of all places', id, plan, [...london, ...karachi]);
});

test('an ended session', async () => {
  const { session, expectedVersion } = await bed.sessionOf(heart(), '09:00', 4);
  const visits = await bed.book(await bed.freeSlots(`session_id = '${session.id}'`, 12));
  await leaveFree({ london: 2, stairs: 9, 'karachi-heart': 20 });
  const ask = { sessionId: session.id, expectedVersion, lastDate: '2026-12-02' };
  const tried = await bed.availability('EndSession', { ...ask, dryRun: true }, bed.admin.as(20_000));
  const plan = planOf(tried.impact);
  const disruptionId = randomUUID();
  const moves = bed.applied(plan.moves);
  const save = { ...ask, moves, onlyIfUnchanged: true, disruptionId };
  const saved = await bed.availability('EndSession', save, bed.admin.as(20_000));
  assert.equal(saved.impact?.disruptionId, disruptionId);
  assert.deepEqual(await bed.availability('EndSession', save, bed.admin.as(20_000)), saved, 'again');
  await assert.rejects(
    bed.availability('EndSession', { ...save, lastDate: '2026-12-03' }, bed.admin.as(20_000)),
    { kind: 'idempotency-mismatch' },
  );
  await holds('ended session', disruptionId, plan, visits);
});

test('a shortened session', async () => {
  const { session, expectedVersion } = await bed.sessionOf(heart(), '09:00', 4);
  const late = `session_id = '${session.id}' and local_start::time >= '10:00'`;
  const visits = await bed.book(await bed.freeSlots(late, 8));
  await leaveFree({ near: 1, stairs: 2, 'karachi-heart': 20 }, '09:00');
  // Of the hour that stays, nothing is free before long but one time that is hard to reach.
  await bed.pool.query(`update visit_type set horizon_days = 12 where id = 'heart-visit'`);
  const ask = { session: { ...session, ends: '10:00' }, expectedVersion };
  const tried = await bed.availability('PutSession', { ...ask, dryRun: true }, bed.admin.as(20_000));
  const plan = planOf(tried.impact);
  const disruptionId = randomUUID();
  const save = { ...ask, moves: bed.applied(plan.moves), onlyIfUnchanged: true, disruptionId };
  const saved = await bed.availability('PutSession', save, bed.admin.as(20_000));
  assert.deepEqual(await bed.availability('PutSession', save, bed.admin.as(20_000)), saved, 'again');
  await holds('shortened session', disruptionId, plan, visits);
});
