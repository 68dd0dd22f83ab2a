import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, test } from 'node:test';
import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import { materialise } from '../calendar/materialise.ts';
import { extendSlots } from '../test/disruptions.ts';
import {
  anAdmin,
  aPatient,
  aReceptionist,
  START,
  startScheduler,
  type TestScheduler,
  theProvider,
  wanting,
} from '../test/service.ts';

let scheduler: TestScheduler;
let call: GrpcClient<AvailabilityServiceDefinition>['call'];

beforeEach(async () => {
  await scheduler?.close();
  scheduler = await startScheduler();
  call = scheduler.service<AvailabilityServiceDefinition>('healthbooker.scheduler.v1.AvailabilityService');
});
after(() => scheduler?.close());

/** A Wednesday evening clinic of Dr Heart: 18:00 to 20:00 in London. */
function evening(changes: Record<string, unknown> = {}) {
  return {
    id: randomUUID(),
    providerId: scheduler.hospital.heart.provider,
    locationId: 'london',
    visitTypeId: 'heart-visit',
    mode: 'VISIT_MODE_IN_PERSON' as const,
    weekday: 3,
    starts: '18:00',
    ends: '20:00',
    seats: 1,
    firstDate: '2026-12-02',
    lastDate: '',
    reservedFor: 'URGENCY_UNSPECIFIED' as const,
    reservedPercent: 0,
    releaseBeforeMinutes: 0,
    ...changes,
  };
}

async function put(session: ReturnType<typeof evening>, expectedVersion = 0, dryRun = false) {
  return call('PutSession', { session, expectedVersion, dryRun }, (await anAdmin()).as());
}

const slotsOf = async (sessionId: string, where = 'true') =>
  (
    await scheduler.pool.query(
      `select id, to_char(local_start, 'YYYY-MM-DD HH24:MI') as at, state, is_retired, visit_type_id, start_at
       from slot where session_id = $1 and ${where} order by start_at, seat`,
      [sessionId],
    )
  ).rows;
const openSlots = (sessionId: string) => slotsOf(sessionId, "state in ('free', 'settling')");

async function book(slotId: string) {
  const patient = await aPatient();
  const wish = wanting(patient, slotId);
  await scheduler.call('Reserve', wish, patient.as());
  return { ...wish, patient };
}

test('a session makes its slots at once, and making it again changes nothing', async () => {
  const session = evening();
  const first = await put(session);
  assert.equal(first.session?.version, 1);
  assert.equal(first.session?.timeZone, 'Europe/London');
  // 13 Wednesdays within 90 days, four visits each.
  assert.equal(first.impact?.slotsAdded, 52);
  assert.equal((await openSlots(session.id)).length, 52);
  const again = await put(session);
  assert.deepEqual(again.session, first.session);
  assert.equal(again.impact?.slotsAdded, 0);
  assert.deepEqual(await scheduler.broken(), []);
});

test('trying a session answers what saving would, and saves nothing', async () => {
  const session = evening();
  const tried = await put(session, 0, true);
  assert.equal(tried.impact?.slotsAdded, 52);
  assert.deepEqual(await slotsOf(session.id), []);
  assert.equal((await put(session)).impact?.slotsAdded, 52);
  const shorter = await put({ ...session, ends: '19:00' }, 1, true);
  assert.equal(shorter.impact?.slotsRetired, 26);
  assert.equal((await openSlots(session.id)).length, 52);
});

test('other hours retire free slots, keep booked ones and list them; giving them back closes them', async () => {
  const session = evening();
  await put(session);
  const [, , , last] = await slotsOf(session.id);
  const visit = await book(last.id);
  const changed = await put({ ...session, starts: '17:30', ends: '19:30' }, 1);
  assert.equal(changed.session?.version, 2);
  assert.equal(changed.impact?.visitsTotal, 1);
  assert.equal(changed.impact?.visits[0]?.appointmentId, visit.appointmentId);
  assert.equal(changed.impact?.visits[0]?.patientId, visit.patientId);
  assert.equal(changed.impact?.slotsAdded, 13);
  assert.equal(changed.impact?.slotsRetired, 12);
  const [kept] = await slotsOf(session.id, `id = '${last.id}'`);
  assert.deepEqual([kept.state, kept.is_retired], ['booked', true]);
  // The second version says that its time cannot be kept.
  const cancel = { appointmentId: visit.appointmentId, expectedVersion: 2, operationKey: randomUUID() };
  await scheduler.call('CancelReservation', cancel, visit.patient.as());
  assert.deepEqual(await scheduler.broken(), []);
  const [closed] = await slotsOf(session.id, `id = '${last.id}'`);
  assert.equal(closed.state, 'closed');
});

test('a change of what is offered reaches free slots and leaves booked ones as they were booked', async () => {
  await scheduler.pool.query(
    `insert into visit_type(id, specialty_id, name, preparation, length_min)
     values ('heart-long', 'cardiology', 'Long heart visit', '', 60)`,
  );
  const session = evening();
  await put(session);
  const [first] = await slotsOf(session.id);
  const visit = await book(first.id);
  const { impact } = await put({ ...session, visitTypeId: 'heart-long' }, 1);
  assert.deepEqual(
    impact?.visits.map(({ appointmentId }) => appointmentId),
    [visit.appointmentId],
  );
  assert.deepEqual(await scheduler.broken(), []);
  const slots = await slotsOf(session.id, "local_start::date = '2026-12-02' and state <> 'closed'");
  assert.deepEqual(
    slots.map(({ at, state, visit_type_id }) => [at.slice(11), state, visit_type_id]),
    [
      ['18:00', 'booked', 'heart-visit'],
      ['19:00', 'free', 'heart-long'],
    ],
  );
});

test('a location that changes its zone moves its free slots; booked ones stay at the instant they were booked for', async () => {
  const session = evening();
  await put(session);
  const [first] = await slotsOf(session.id);
  await book(first.id);
  await scheduler.pool.query("update location set time_zone = 'Europe/Paris' where id = 'london'");
  await scheduler.pool.query('update session set materialised_until = null');
  const done = await extendSlots(scheduler);
  assert.ok(done.retiredTaken.includes(first.id));
  const [kept] = await slotsOf(session.id, `id = '${first.id}'`);
  assert.equal(kept.start_at.getTime(), first.start_at.getTime());
  // 18:30 in Paris is an hour earlier than in London.
  const later = (await slotsOf(session.id, "local_start = '2026-12-09 18:30'"))[0];
  assert.equal(later.start_at.toISOString(), '2026-12-09T17:30:00.000Z');
  assert.equal(later.is_retired, false);
  assert.deepEqual(await scheduler.broken(), []);
});

test('a session that goes on after midnight has slots on both dates', async () => {
  const night = evening({ starts: '22:30', ends: '00:30' });
  await put(night);
  const slots = (await slotsOf(night.id)).slice(0, 4).map(({ at }) => at);
  assert.deepEqual(slots, ['2026-12-02 22:30', '2026-12-02 23:00', '2026-12-02 23:30', '2026-12-03 00:00']);
});

test('what cannot be is refused in the words of who asked, and changes nothing', async () => {
  const refused = async (changes: Record<string, unknown>, expected: object) => {
    await assert.rejects(put(evening(changes)), expected);
  };
  const field = (name: string) => (error: { kind?: string; fields?: readonly { field: string }[] }) => {
    assert.equal(error.kind, 'invalid');
    assert.deepEqual(
      error.fields?.map((each) => each.field),
      [`session.${name}`],
    );
    return true;
  };
  await refused({ providerId: randomUUID() }, field('providerId'));
  await refused({ locationId: 'nowhere' }, field('locationId'));
  await refused({ visitTypeId: 'skin-visit' }, field('visitTypeId'));
  await refused({ firstDate: '2026-11-30' }, field('firstDate'));
  await refused({ lastDate: '2026-12-01' }, field('lastDate'));
  await refused({ ends: '18:20' }, field('ends'));
  await refused({ seats: 51 }, field('seats'));
  await refused({ starts: '25:00' }, field('starts'));
  await refused({ weekday: 0 }, field('weekday'));
  await refused({ reservedPercent: 50 }, field('reservedFor'));
  await refused({ reservedPercent: 101, reservedFor: 'URGENCY_SOON' }, field('reservedPercent'));
  await refused({ starts: '14:30', ends: '16:00' }, { kind: 'conflict' });
  await scheduler.pool.query("update location set time_zone = 'Mars/Olympus' where id = 'karachi'");
  await refused({ locationId: 'karachi' }, field('locationId'));
  const session = evening();
  await put(session);
  await assert.rejects(put({ ...session, ends: '19:00' }, 7), {
    kind: 'conflict',
    details: { currentVersion: '1' },
  });
  await assert.rejects(put({ ...session, ends: '19:00' }), { kind: 'conflict' });
  await assert.rejects(put(evening(), 1), { kind: 'not-found' });
  assert.equal((await scheduler.pool.query("select from session where starts >= '16:00'")).rowCount, 1);
});

test('a session in an unknown zone stops no other', async () => {
  await scheduler.pool.query("update location set time_zone = 'Mars/Olympus' where id = 'karachi'");
  await scheduler.pool.query('update session set materialised_until = null');
  const done = await materialise(scheduler.pool, new Date(START.getTime() + 86_400_000));
  assert.equal(done.failed.length, 7);
  assert.equal(done.added, 14);
});

test('an ended session offers nothing after its last date; one that has not begun is taken back', async () => {
  const admin = await anAdmin();
  const session = evening();
  await put(session);
  const slots = await slotsOf(session.id);
  const visit = await book(slots[8].id);
  const end = { sessionId: session.id, expectedVersion: 1, lastDate: '2026-12-09', dryRun: true };
  const tried = await call('EndSession', end, admin.as());
  assert.equal(tried.impact?.slotsRetired, 43);
  assert.equal((await openSlots(session.id)).length, 51);
  const { impact, session: ended } = await call('EndSession', { ...end, dryRun: false }, admin.as());
  assert.equal(ended?.lastDate, '2026-12-09');
  assert.deepEqual(
    impact?.visits.map(({ appointmentId }) => appointmentId),
    [visit.appointmentId],
  );
  assert.equal((await openSlots(session.id)).length, 8);
  await assert.rejects(
    call('EndSession', { ...end, expectedVersion: 2, lastDate: '2026-11-01' }, admin.as()),
    {
      kind: 'invalid',
    },
  );

  const later = evening({ firstDate: '2027-01-06', starts: '20:00', ends: '21:00' });
  await put(later);
  const back = await call(
    'EndSession',
    { sessionId: later.id, expectedVersion: 1, lastDate: '', dryRun: false },
    admin.as(),
  );
  assert.equal(back.session, null);
  assert.deepEqual(await openSlots(later.id), []);
  assert.deepEqual(await scheduler.broken(), []);
});

test('a provider adds and ends extra clinics of their own, and nothing else', async () => {
  const heart = await theProvider(scheduler.hospital.heart.provider);
  const colleague = await theProvider(scheduler.hospital.heart.colleague);
  const extra = evening({ weekday: 0, firstDate: '2026-12-05', lastDate: '2026-12-05' });
  const asked = { session: extra, expectedVersion: 0, dryRun: false };
  await assert.rejects(call('PutSession', asked, colleague.as()), { kind: 'not-found' });
  await assert.rejects(call('PutSession', { ...asked, session: evening() }, heart.as()), {
    kind: 'forbidden',
  });
  const { session, impact } = await call('PutSession', asked, heart.as());
  assert.deepEqual([session?.weekday, impact?.slotsAdded], [6, 4]);
  const end = { sessionId: extra.id, expectedVersion: 1, lastDate: '', dryRun: false };
  await assert.rejects(call('EndSession', end, colleague.as()), { kind: 'not-found' });
  await call('EndSession', end, heart.as());
  assert.deepEqual(await openSlots(extra.id), []);
});

test('a closure retires free slots of its location, lists visits, and opening again brings the slots back', async () => {
  const admin = await anAdmin();
  const { rows } = await scheduler.pool.query(
    "select id from slot where location_id = 'london' and local_start::date = '2026-12-24' order by start_at",
  );
  const visit = await book(rows[0].id);
  const closure = {
    id: randomUUID(),
    locationId: 'london',
    firstDate: '2026-12-24',
    lastDate: '2026-12-26',
    note: 'Holidays',
  };
  const tried = await call('AddClosure', { closure, dryRun: true }, admin.as());
  const free = "state = 'free' and local_start::date between '2026-12-24' and '2026-12-26'";
  const count = async (where: string) =>
    (await scheduler.pool.query(`select count(*)::int as n from slot where ${where}`)).rows[0].n;
  assert.equal(await count(`location_id = 'london' and ${free}`), 41);
  const done = await call('AddClosure', { closure, dryRun: false }, admin.as());
  assert.deepEqual(done.closure, tried.closure);
  assert.deepEqual(
    [tried.impact?.slotsRetired, tried.impact?.visitsTotal, tried.impact?.placed, tried.impact?.disruptionId],
    [41, 1, 1, ''],
  );
  assert.deepEqual([done.impact?.moves, done.impact?.disruptionId], [[], closure.id]);
  assert.deepEqual([done.impact?.slotsRetired, done.impact?.visitsTotal], [41, 1]);
  assert.equal(done.impact?.visits[0]?.appointmentId, visit.appointmentId);
  assert.equal(await count(`location_id = 'london' and ${free}`), 0);
  assert.equal(await count(`location_id = 'karachi' and ${free}`), 12);
  await scheduler.pool.query('update session set materialised_until = null');
  await materialise(scheduler.pool, START);
  assert.equal(await count(`location_id = 'london' and ${free}`), 0);

  const { closures } = await call('ListClosures', { locationId: 'london', fromDate: '' }, admin.as());
  assert.deepEqual(closures, [closure]);
  await call('RemoveClosure', { closureId: closure.id }, admin.as());
  await materialise(scheduler.pool, START);
  assert.deepEqual(await scheduler.broken(), []);
  assert.equal(await count(`location_id = 'london' and ${free}`), 41);
  await assert.rejects(call('RemoveClosure', { closureId: closure.id }, admin.as()), { kind: 'not-found' });
});

test('a closure hits the visits of a session that has ended, too', async () => {
  const admin = await anAdmin();
  const { rows } = await scheduler.pool.query(
    "select id from slot where location_id = 'london' and local_start::date = '2026-12-29' and state = 'free' order by start_at",
  );
  const visit = await book(rows[0].id);
  const ended = `update session set effective = daterange(lower(effective), $1::date)
     where id = (select session_id from slot where id = $2) returning id`;
  await scheduler.pool.query(ended, ['2026-12-28', rows[0].id]);
  const closure = {
    id: randomUUID(),
    locationId: 'london',
    firstDate: '2026-12-29',
    lastDate: '2026-12-29',
    note: 'No heating',
  };
  const { impact } = await call('AddClosure', { closure, dryRun: true }, admin.as());
  assert.deepEqual(
    impact?.visits.map(({ appointmentId }) => appointmentId),
    [visit.appointmentId],
  );
  await scheduler.pool.query(ended, [null, rows[0].id]);
});

test('a week shows sessions, slots with their state, and what is kept for whom', async () => {
  const heart = await theProvider(scheduler.hospital.heart.provider);
  const ask = { providerId: scheduler.hospital.heart.provider, firstDate: '' };
  const week = await call('ListProviderWeek', ask, heart.as());
  assert.deepEqual(
    [week.firstDate, week.timeZone, week.sessions.length],
    ['2026-11-30', 'Europe/London', 14],
  );
  const skin = { providerId: scheduler.hospital.skin.provider, firstDate: '2026-12-07' };
  await assert.rejects(call('ListProviderWeek', skin, heart.as()), { kind: 'not-found' });
  const kept = await call('ListProviderWeek', skin, (await aReceptionist()).as());
  assert.equal(kept.slots.length, 28);
  const [open, urgent] = kept.slots;
  assert.deepEqual(
    [open?.date, open?.starts, open?.ends, open?.state],
    ['2026-12-07', '10:00', '10:25', 'SLOT_STATE_FREE'],
  );
  assert.deepEqual([urgent?.keptFor, urgent?.keptUntil], ['URGENCY_URGENT', '2026-12-06T05:30:00Z']);
  const free =
    week.slots.find(({ date, state }) => date === '2026-12-04' && state === 'SLOT_STATE_FREE')?.slot?.id ??
    '';
  await book(free);
  const { slots } = await call('ListProviderWeek', ask, heart.as());
  assert.equal(slots.find(({ slot }) => slot?.id === free)?.state, 'SLOT_STATE_BOOKED');
});

test('sessions are listed page by page', async () => {
  const admin = await anAdmin();
  const ask = { providerId: '', locationId: 'london', fromDate: '', pageSize: 10 };
  const seen: string[] = [];
  let pageToken = '';
  do {
    const page = await call('ListSessions', { ...ask, pageToken }, admin.as());
    seen.push(...page.sessions.map(({ id }) => id));
    pageToken = page.nextPageToken;
  } while (pageToken !== '');
  assert.equal(seen.length, 21);
  assert.equal(new Set(seen).size, 21);
  await assert.rejects(call('ListSessions', { ...ask, locationId: '', pageToken: '' }, admin.as()), {
    kind: 'invalid',
  });
});
