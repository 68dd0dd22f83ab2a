import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { workloadToken } from '@healthbooker/local/test/tokens';
import type { AccessRow__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AccessRow';
import type { AccessServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AccessService';
import type { DecisionServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/DecisionService';
import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import type { ReferralServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReferralService';
import type { SeriesServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SeriesService';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import { newTrace } from '@healthbooker/runtime/trace';
import { type LeaveBed, makeLeaveBed } from '../test/leave.ts';
import { aManager, aPatient, aReceptionist, type Person, theProvider, wanting } from '../test/service.ts';
import { joining, type Waitlist, waitlistOf } from '../test/waiting.ts';

let bed: LeaveBed;
let scheduler: LeaveBed['scheduler'];
let waitlist: Waitlist;
let call: {
  referrals: GrpcClient<ReferralServiceDefinition>['call'];
  decisions: GrpcClient<DecisionServiceDefinition>['call'];
  series: GrpcClient<SeriesServiceDefinition>['call'];
  leave: GrpcClient<LeaveServiceDefinition>['call'];
  access: GrpcClient<AccessServiceDefinition>['call'];
};
let doctor: Person;
let colleague: Person;
let stranger: Person;
let reception: Person;
let admin: Person;

before(async () => {
  bed = await makeLeaveBed();
  ({ scheduler, admin } = bed);
  waitlist = waitlistOf(scheduler);
  const of = (name: string) => `healthbooker.scheduler.v1.${name}`;
  call = {
    referrals: scheduler.service(of('ReferralService')),
    decisions: scheduler.service(of('DecisionService')),
    series: scheduler.service(of('SeriesService')),
    leave: scheduler.service(of('LeaveService')),
    access: scheduler.service(of('AccessService')),
  };
  doctor = await theProvider(scheduler.hospital.heart.provider);
  colleague = await theProvider(scheduler.hospital.heart.colleague);
  stranger = await theProvider(scheduler.hospital.skin.provider);
  reception = await aReceptionist();
});
after(() => bed.close());

const calm = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: false };
const need = { specialtyId: 'cardiology', visitTypeId: 'heart-visit', regionIds: ['london'], symptoms: calm };
const key = () => ({ operationKey: randomUUID() });

let day = 1;
/** The beginning of a day of December that no other test uses; leave of the tests begins on the tenth of January. */
function nextDay(): string {
  day += 1;
  return new Date(Date.UTC(2026, 11, 1 + day)).toISOString().slice(0, 10);
}

/** A patient with a visit of Dr Heart's on a day of its own. */
async function inCare() {
  const patient = await aPatient();
  const date = nextDay();
  const { rows } = await scheduler.pool.query(
    `select id, start_at, end_at from slot
     where provider_id = $1 and local_start >= $2 and state = 'free' order by local_start limit 3`,
    [doctor.id, date],
  );
  const request = wanting(patient, rows[0].id);
  await scheduler.call('Reserve', request, patient.as());
  const appointmentId = request.appointmentId;
  return { patient, date, appointmentId, next: String(rows[1].id), startAt: rows[0].start_at as Date };
}

/** A patient who waits for the heart clinic. */
async function waiting() {
  const patient = await aPatient();
  // Nothing is free for a visit on no day.
  const reply = await waitlist(
    'JoinWaitlist',
    joining(patient, { earliestDate: '2027-02-25' }),
    patient.as(),
  );
  return { patient, appointmentId: reply.entry?.appointmentId ?? '', version: reply.entry?.version ?? 0 };
}

/** What is on record of a patient, oldest first. */
async function rowsOf(patientId: string) {
  const { rows } = await scheduler.pool.query(
    'select reader_id, reader_name, role, action, what, why from access where patient_id = $1 order by xid, id',
    [patientId],
  );
  return rows as Record<'reader_id' | 'reader_name' | 'role' | 'action' | 'what' | 'why', string>[];
}

type Row = { by: Person; name?: string; role: string; action: string; what: string; why: string };

/** Fails unless `work` leaves exactly these rows of the patient. */
async function leaves(patientId: string, expected: Row[], work: () => Promise<unknown>): Promise<void> {
  const before = await rowsOf(patientId);
  await work();
  const seen = (await rowsOf(patientId)).slice(before.length);
  const wanted = expected.map(({ by, name = '', role, action, what, why }) => ({
    ...{ reader_id: by.id, reader_name: name, role, action, what, why },
  }));
  assert.deepEqual(seen, wanted);
}

const own = (by: Person, action: string, what: string): Row => ({
  ...{ by, role: 'Patients', action, what, why: 'own-record' },
});
const byDoctor = (action: string, what: string, why: string): Row => ({
  ...{ by: doctor, name: 'Dr Heart', role: 'Providers', action, what, why },
});
const byOffice = (by: Person, role: string, action: string, what: string): Row => ({
  ...{ by, role, action, what, why: 'office' },
});

/** Each RPC that is answered with something clinical, or takes it, and the one row of the patient that it leaves. */
const cases: [name: string, run: () => Promise<void>][] = [
  [
    'Reserve with a reason, and again with the same key',
    async () => {
      const patient = await aPatient();
      const [slotId] = await scheduler.freeSlots('cardiology', nextDay());
      const request = wanting(patient, slotId);
      const reserve = () => scheduler.call('Reserve', request, patient.as());
      await leaves(patient.id, [own(patient, 'write', 'visit-reason')], reserve);
      await leaves(patient.id, [own(patient, 'read', 'visit-reason')], reserve);
    },
  ],
  [
    'Reserve by reception, without a reason',
    async () => {
      const patient = await aPatient();
      const [slotId] = await scheduler.freeSlots('cardiology', nextDay());
      const request = wanting(patient, slotId, { reason: '' });
      await leaves(patient.id, [byOffice(reception, 'Receptionists', 'write', 'visit')], () =>
        scheduler.call('Reserve', request, reception.as()),
      );
    },
  ],
  [
    'Propose and ProposeSeries',
    async () => {
      const patient = await aPatient();
      const request = { patientId: patient.id, need: { ...need, earliestDate: nextDay() } };
      await leaves(patient.id, [own(patient, 'write', 'symptoms')], () =>
        scheduler.call('Propose', request, patient.as()),
      );
      const ill = { ...request, need: { ...need, symptoms: { ...calm, emergencySigns: true } } };
      await leaves(patient.id, [own(patient, 'write', 'symptoms')], () =>
        scheduler.call('Propose', ill, patient.as()),
      );
      await leaves(patient.id, [byOffice(reception, 'Receptionists', 'write', 'symptoms')], () =>
        call.series('ProposeSeries', { ...request, everyWeeks: 1, count: 2 }, reception.as()),
      );
    },
  ],
  [
    'GetReservation',
    async () => {
      const { patient, appointmentId } = await inCare();
      const get = (by: Person) => () => scheduler.call('GetReservation', { appointmentId }, by.as());
      await leaves(patient.id, [own(patient, 'read', 'visit-reason')], get(patient));
      await leaves(patient.id, [byDoctor('read', 'visit-reason', 'own-visit')], get(doctor));
      // Reception is not shown the words.
      await leaves(patient.id, [], get(reception));
      const tried = { by: stranger, name: 'Dr Skin', role: 'Providers', action: 'try', what: 'visit-reason' };
      await leaves(patient.id, [{ ...tried, why: 'none' }], () =>
        assert.rejects(get(stranger)(), { kind: 'not-found' }),
      );
      const other = await aPatient();
      await leaves(patient.id, [{ ...tried, by: other, name: '', role: 'Patients', why: 'none' }], () =>
        assert.rejects(get(other)(), { kind: 'not-found' }),
      );
    },
  ],
  [
    'ListProviderDay: a row for each patient shown',
    async () => {
      const [one, two] = [await inCare(), await aPatient()];
      await scheduler.call('Reserve', wanting(two, one.next), two.as());
      const list = (by: Person) => () =>
        scheduler.call(
          'ListProviderDay',
          { providerId: doctor.id, fromAt: `${one.date}T00:00:00Z`, toAt: `${one.date}T23:00:00Z` },
          by.as(),
        );
      const before = await rowsOf(two.id);
      await leaves(one.patient.id, [byDoctor('read', 'visit-reason', 'own-visit')], list(doctor));
      assert.equal((await rowsOf(two.id)).length, before.length + 1);
      const teamMate = { ...byDoctor('read', 'visit-reason', 'team'), by: colleague, name: 'Dr Colleague' };
      await leaves(one.patient.id, [teamMate], list(colleague));
      await leaves(one.patient.id, [], list(reception));
    },
  ],
  [
    'MoveReservation, ChangeVisitStatus, CancelReservation; each again with the same key',
    async () => {
      const { patient, appointmentId, next } = await inCare();
      const change = (expectedVersion: number) => ({ appointmentId, expectedVersion, ...key() });
      const move = { ...change(1), slotId: next };
      const moving = () => scheduler.call('MoveReservation', move, doctor.as());
      await leaves(patient.id, [byDoctor('write', 'visit-reason', 'own-visit')], moving);
      await leaves(patient.id, [byDoctor('read', 'visit-reason', 'own-visit')], moving);
      const cancel = change(2);
      await leaves(patient.id, [byOffice(reception, 'Receptionists', 'write', 'visit')], () =>
        scheduler.call('CancelReservation', cancel, reception.as()),
      );
      const stale = change(1);
      await leaves(patient.id, [], () =>
        assert.rejects(scheduler.call('CancelReservation', stale, patient.as()), { kind: 'conflict' }),
      );
      const tried = { by: stranger, name: 'Dr Skin', role: 'Providers', action: 'try', what: 'visit-reason' };
      const status = { ...change(2), status: 'VISIT_STATUS_ARRIVED' as const };
      await leaves(patient.id, [{ ...tried, why: 'none' }], () =>
        assert.rejects(scheduler.call('ChangeVisitStatus', status, stranger.as()), { kind: 'not-found' }),
      );
    },
  ],
  [
    'the waiting list: join, get, list, change, retriage, contact, leave',
    async () => {
      const patient = await aPatient();
      const request = joining(patient, { earliestDate: '2027-02-25' });
      const joins = () => waitlist('JoinWaitlist', request, patient.as());
      await leaves(patient.id, [own(patient, 'write', 'waiting-reason')], joins);
      await leaves(patient.id, [own(patient, 'read', 'waiting-reason')], joins);
      const listed = await waitlist('ListWaitlist', { patientId: patient.id }, reception.as());
      const appointmentId = listed.entries[0]?.appointmentId ?? '';
      const get = (by: Person) => () => waitlist('GetWaitlistEntry', { appointmentId }, by.as());
      await leaves(patient.id, [own(patient, 'read', 'waiting-reason')], get(patient));
      await leaves(patient.id, [byDoctor('read', 'waiting-reason', 'specialty')], get(doctor));
      await leaves(patient.id, [byOffice(reception, 'Receptionists', 'read', 'waiting')], get(reception));
      const ofSpecialty = (by: Person) => () =>
        waitlist('ListWaitlist', { specialtyId: 'cardiology' }, by.as());
      await leaves(patient.id, [byDoctor('read', 'waiting-reason', 'specialty')], ofSpecialty(doctor));
      await leaves(patient.id, [byOffice(admin, 'Admins', 'read', 'waiting')], ofSpecialty(admin));
      await leaves(patient.id, [own(patient, 'read', 'waiting-reason')], () =>
        waitlist('ListWaitlist', { patientId: patient.id }, patient.as()),
      );
      const version = async () => (await get(reception)()).entry?.version ?? 0;
      const retriage = {
        ...{ appointmentId, expectedVersion: await version(), urgency: 'URGENCY_SOON' as const },
        ...{ reason: 'Worse since then', ...key() },
      };
      await leaves(patient.id, [byDoctor('write', 'waiting-reason', 'specialty')], () =>
        waitlist('Retriage', retriage, doctor.as()),
      );
      const contact = {
        ...{ appointmentId, expectedVersion: await version(), note: 'She rang back', ...key() },
        outcome: 'CONTACT_OUTCOME_REACHED' as const,
      };
      await leaves(patient.id, [byOffice(reception, 'Receptionists', 'write', 'waiting')], () =>
        waitlist('RecordContact', contact, reception.as()),
      );
      const change = {
        ...{ appointmentId, expectedVersion: await version(), reason: 'It hurts now', autoAccept: false },
        ...{ need: { ...need, earliestDate: '2027-02-25' }, ...key() },
      };
      await leaves(patient.id, [own(patient, 'write', 'waiting-reason')], () =>
        waitlist('ChangeWaitlistEntry', change, patient.as()),
      );
      const left = { appointmentId, expectedVersion: await version(), ...key() };
      const tried = {
        by: stranger,
        name: 'Dr Skin',
        role: 'Providers',
        action: 'try',
        what: 'waiting-reason',
      };
      await leaves(patient.id, [{ ...tried, why: 'none' }], () =>
        assert.rejects(get(stranger)(), { kind: 'not-found' }),
      );
      await leaves(patient.id, [own(patient, 'write', 'waiting-reason')], () =>
        waitlist('LeaveWaitlist', left, patient.as()),
      );
    },
  ],
  [
    'referrals: place, place again, list, withdraw',
    async () => {
      const { patient } = await inCare();
      const order = {
        ...{ patientId: patient.id, kind: 'REFERRAL_KIND_FOLLOW_UP' as const, specialtyId: 'cardiology' },
        ...{ urgency: 'URGENCY_SOON' as const, dueDate: '2026-12-20', ...key() },
      };
      const places = () => call.referrals('PlaceReferral', order, doctor.as());
      await leaves(patient.id, [byDoctor('write', 'referral', 'care-relationship')], places);
      await leaves(patient.id, [byDoctor('read', 'referral', 'care-relationship')], places);
      const list = (by: Person) => () => call.referrals('ListReferrals', { patientId: patient.id }, by.as());
      await leaves(patient.id, [byDoctor('read', 'referral', 'care-relationship')], list(doctor));
      await leaves(patient.id, [own(patient, 'read', 'referral')], list(patient));
      const tried = { by: stranger, name: 'Dr Skin', role: 'Providers', action: 'try', what: 'referral' };
      const refused = () => assert.rejects(list(stranger)(), { kind: 'not-found' });
      await leaves(patient.id, [{ ...tried, why: 'none' }], refused);
      // Twice within a minute is one row.
      await leaves(patient.id, [], refused);
      const { referrals } = await list(patient)();
      const referralId = referrals[0]?.id ?? '';
      const { patient: thief } = await inCare();
      const stolen = { patientId: thief.id, need: { ...need, referralId } };
      const theft = { by: thief, role: 'Patients', action: 'try', what: 'referral', why: 'none' };
      await leaves(patient.id, [theft], () =>
        assert.rejects(scheduler.call('Propose', stolen, thief.as()), { kind: 'not-found' }),
      );
      await leaves(patient.id, [byDoctor('write', 'referral', 'team')], () =>
        call.referrals('WithdrawReferral', { referralId }, doctor.as()),
      );
    },
  ],
  [
    'decisions: get, list, replay',
    async () => {
      const { patient, appointmentId } = await inCare();
      const which = { appointmentId, version: 1 };
      await leaves(patient.id, [own(patient, 'read', 'decision')], () =>
        call.decisions('GetDecision', which, patient.as()),
      );
      const byAdmin = byOffice(admin, 'Admins', 'read', 'decision');
      await leaves(patient.id, [byAdmin], () => call.decisions('GetDecision', which, admin.as()));
      await leaves(patient.id, [byAdmin], () => call.decisions('ReplayDecision', which, admin.as()));
      await leaves(patient.id, [byAdmin], () =>
        call.decisions('ListDecisions', { appointmentId }, admin.as()),
      );
      const other = await aPatient();
      const tried = { by: other, role: 'Patients', action: 'try', what: 'decision', why: 'none' };
      await leaves(patient.id, [tried], () =>
        assert.rejects(call.decisions('GetDecision', which, other.as()), { kind: 'not-found' }),
      );
    },
  ],
  [
    'a series: one row, however many visits',
    async () => {
      const patient = await aPatient();
      const { rows } = await scheduler.pool.query(
        `select id from slot where provider_id = $1 and state = 'free' and local_start::time = '14:00'
           and local_start >= '2027-01-20' order by local_start limit 2`,
        [doctor.id],
      );
      const request = {
        ...{ seriesId: randomUUID(), patientId: patient.id, everyWeeks: 1, reason: 'Physio', ...key() },
        urgency: 'URGENCY_ROUTINE' as const,
        visits: rows.map(({ id }) => ({ appointmentId: randomUUID(), slotId: id })),
      };
      const books = () => call.series('ReserveSeries', request, patient.as());
      await leaves(patient.id, [own(patient, 'write', 'visit-reason')], books);
      await leaves(patient.id, [own(patient, 'read', 'visit-reason')], books);
      const cancel = {
        ...{ seriesId: request.seriesId, appointmentId: request.visits[0]?.appointmentId ?? '', ...key() },
        scope: 'SERIES_SCOPE_THIS_AND_LATER' as const,
        versions: request.visits.map(({ appointmentId }) => ({ appointmentId, expectedVersion: 1 })),
      };
      const other = await aPatient();
      const tried = { by: other, role: 'Patients', action: 'try', what: 'visit-reason', why: 'none' };
      await leaves(patient.id, [tried], () =>
        assert.rejects(call.series('CancelSeries', cancel, other.as()), { kind: 'not-found' }),
      );
      await leaves(patient.id, [own(patient, 'write', 'visit-reason')], () =>
        call.series('CancelSeries', cancel, patient.as()),
      );
    },
  ],
  [
    'leave: plan, apply, worklist, settle',
    async () => {
      const [booked] = await bed.bookVisits(1);
      assert.ok(booked);
      const { patient } = booked;
      let planned: Awaited<ReturnType<LeaveBed['plan']>> | undefined;
      await leaves(patient.id, [byOffice(admin, 'Admins', 'read', 'urgency')], async () => {
        planned = await bed.plan();
      });
      assert.ok(planned);
      const moves = planned.moves.map(({ appointmentId, version }) => ({
        ...{ appointmentId, expectedVersion: version, toSlotId: '' },
      }));
      const request = bed.application(planned, { moves });
      const applies = () => call.leave('ApplyLeave', request, admin.as(20_000));
      await leaves(patient.id, [byOffice(admin, 'Admins', 'write', 'visit')], applies);
      await leaves(patient.id, [byOffice(admin, 'Admins', 'read', 'urgency')], applies);
      const { leaveId } = request;
      await leaves(patient.id, [byOffice(reception, 'Receptionists', 'read', 'urgency')], () =>
        call.leave('ListWorklist', { leaveId }, reception.as()),
      );
      const [slotId] = await scheduler.freeSlots('cardiology', '2026-12-14');
      const settle = {
        ...{
          leaveId,
          appointmentId: booked.appointmentId,
          expectedVersion: 1,
          slotId: slotId ?? '',
          ...key(),
        },
      };
      await leaves(patient.id, [byOffice(reception, 'Receptionists', 'write', 'visit')], () =>
        call.leave('SettleWorkItem', settle, reception.as()),
      );
    },
  ],
];

for (const [name, run] of cases) test(`${name}: who, and what`, run);

test('who acts for a patient is on record in a role of their own', async () => {
  const { patient, appointmentId } = await inCare();
  const proxy = await aPatient();
  await scheduler.pool.query(
    'insert into proxy(id, patient_id, proxy_id, granted_by, since) values ($1, $2, $3, $2, $4)',
    [randomUUID(), patient.id, proxy.id, scheduler.clock.now],
  );
  const row = { by: proxy, role: 'proxy', action: 'read', what: 'visit-reason', why: 'proxy' };
  await leaves(patient.id, [row], () => scheduler.call('GetReservation', { appointmentId }, proxy.as()));
});

test('who may not call at all is on record, and told no more than about somebody unknown', async () => {
  const { patient, appointmentId } = await inCare();
  const manager = await aManager();
  const tries: [Person, string, string, () => Promise<unknown>][] = [
    [
      admin,
      'Admins',
      'referral',
      () => call.referrals('ListReferrals', { patientId: patient.id }, admin.as()),
    ],
    [admin, 'Admins', 'visit-reason', () => scheduler.call('GetReservation', { appointmentId }, admin.as())],
    [
      doctor,
      'Providers',
      'visit-reason',
      () => scheduler.call('Reserve', wanting(patient, randomUUID()), doctor.as()),
    ],
    [
      manager,
      'Managers',
      'visit-reason',
      () => scheduler.call('GetReservation', { appointmentId }, manager.as()),
    ],
    [
      manager,
      'Managers',
      'visit',
      () => scheduler.call('HoldSlot', { patientId: patient.id, slotId: randomUUID() }, manager.as()),
    ],
  ];
  for (const [by, role, what, attempt] of tries) {
    const row = { by, role, action: 'try', what, why: 'none', name: by === doctor ? 'Dr Heart' : '' };
    await leaves(patient.id, [row], () => assert.rejects(attempt(), { kind: 'forbidden' }));
  }
  const unknown = { appointmentId: randomUUID() };
  await assert.rejects(scheduler.call('GetReservation', unknown, admin.as()), { kind: 'forbidden' });
  await assert.rejects(scheduler.call('GetReservation', unknown, stranger.as()), { kind: 'not-found' });
});

test('made-up ids leave thirty rows a minute, and hide no try at somebody who exists', async () => {
  const other = await aPatient();
  const { patient } = await inCare();
  const attempt = (patientId: string) =>
    assert.rejects(call.referrals('ListReferrals', { patientId }, other.as()), { kind: 'not-found' });
  for (let made = 0; made < 40; made++) await attempt(randomUUID());
  const count = async () =>
    (await scheduler.pool.query('select from access where reader_id = $1', [other.id])).rowCount;
  assert.equal(await count(), 30);
  const tried = { by: other, role: 'Patients', action: 'try', what: 'referral', why: 'none' };
  await leaves(patient.id, [tried], () => attempt(patient.id));
});

test('what cannot be put on record is not answered, and not written', async () => {
  const { patient, appointmentId } = await inCare();
  const waits = await waiting();
  const { rows } = await scheduler.pool.query('select version from reservation where appointment_id = $1', [
    appointmentId,
  ]);
  await scheduler.pool.query(
    `alter table access add constraint nobody check (patient_id not in ('${patient.id}', '${waits.patient.id}')) not valid`,
  );
  try {
    const entry = { appointmentId: waits.appointmentId };
    const attempts: (() => Promise<unknown>)[] = [
      () => scheduler.call('GetReservation', { appointmentId }, doctor.as()),
      () => scheduler.call('GetReservation', { appointmentId }, stranger.as()),
      () =>
        scheduler.call('CancelReservation', { appointmentId, expectedVersion: 1, ...key() }, patient.as()),
      () => call.referrals('ListReferrals', { patientId: patient.id }, doctor.as()),
      () => call.decisions('GetDecision', { appointmentId, version: 1 }, admin.as()),
      () => scheduler.call('Propose', { patientId: patient.id, need }, patient.as()),
      () => waitlist('GetWaitlistEntry', entry, doctor.as()),
      () => waitlist('ListWaitlist', { specialtyId: 'cardiology' }, doctor.as()),
      () =>
        waitlist('LeaveWaitlist', { ...entry, expectedVersion: waits.version, ...key() }, waits.patient.as()),
    ];
    for (const attempt of attempts) await assert.rejects(attempt(), { kind: 'internal' }, String(attempt));
    const now = await scheduler.pool.query('select version from reservation where appointment_id = $1', [
      appointmentId,
    ]);
    assert.deepEqual(now.rows, rows);
  } finally {
    await scheduler.pool.query('alter table access drop constraint nobody');
  }
});

test('rows are neither changed nor removed', async () => {
  for (const change of ['update access set what = what', 'delete from access', 'truncate access']) {
    await assert.rejects(scheduler.pool.query(change), /access is append-only/);
  }
});

test('ListAccess passes over nothing, also when transactions end in another order than they began', async () => {
  const ehr = async () => ({
    ...{ token: await workloadToken('ehr', 'scheduler'), deadline: Date.now() + 10_000, trace: newTrace() },
  });
  const list = async (cursor: string, pageSize = 7) =>
    call.access('ListAccess', { cursor, pageSize }, await ehr());
  async function readOn(from: string): Promise<{ rows: AccessRow__Output[]; cursor: string }> {
    const rows: AccessRow__Output[] = [];
    let cursor = from;
    for (;;) {
      const page = await list(cursor);
      rows.push(...page.rows);
      cursor = page.nextCursor;
      if (page.rows.length < 7) return { rows, cursor };
    }
  }
  const { cursor } = await readOn('');
  const { patient, appointmentId } = await inCare();
  const late = await scheduler.pool.connect();
  const insert = `insert into access(at, patient_id, reader_id, reader_name, role, action, what, why, trace_id)
    values ($1, $2, $2, 'Late', 'Patients', 'read', 'visit', 'own-record', '')`;
  let meanwhile: Awaited<ReturnType<typeof list>>;
  try {
    await late.query('begin');
    await late.query(insert, [scheduler.clock.now, patient.id]);
    // Commits first although it began later.
    await scheduler.call('GetReservation', { appointmentId }, patient.as());
    meanwhile = await list(cursor, 100);
    assert.ok(meanwhile.rows.every(({ readerName, what }) => readerName !== 'Late' && what !== 'visit'));
    assert.equal(meanwhile.waitingSinceAt, scheduler.clock.now.toISOString());
    await late.query('commit');
  } finally {
    late.release();
  }
  // Reading goes on where it was: what the late one wrote has not been passed.
  const rows = [...meanwhile.rows];
  const mine = () => rows.filter(({ patientId }) => patientId === patient.id);
  // A transaction anywhere in the cluster holds the newest rows back for as long as it runs.
  for (let next = meanwhile.nextCursor, end = Date.now() + 10_000; mine().length < 3 && Date.now() < end; ) {
    const page = await readOn(next);
    rows.push(...page.rows);
    next = page.cursor;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.deepEqual(
    mine()
      .map(({ action, what }) => `${action} ${what}`)
      .sort(),
    [...['read visit', 'read visit-reason', 'write visit-reason']],
  );
  const all = await readOn('');
  assert.equal(new Set(all.rows.map(({ id }) => id)).size, all.rows.length);
  const { rows: stored } = await scheduler.pool.query<{ id: string }>(
    'select id from access where xid <= (select max(xid) from access where id = any($1))',
    [all.rows.map(({ id }) => id)],
  );
  assert.equal(all.rows.length, stored.length);
  await assert.rejects(call.access('ListAccess', {}, patient.as()), { kind: 'forbidden' });
  await assert.rejects(call.access('ListAccess', { cursor: 'x' }, await ehr()), { kind: 'invalid' });
});
