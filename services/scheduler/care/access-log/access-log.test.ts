import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type AccessLog, calm, key, need, openAccessLog, type Row } from '../../test/access-log.ts';
import { aPatient, type Person, wanting } from '../../test/service.ts';
import { joining } from '../../test/waiting.ts';

let scheduler: AccessLog['scheduler'];
let waitlist: AccessLog['waitlist'];
let call: AccessLog['call'];
let admin: AccessLog['admin'];
let doctor: AccessLog['doctor'];
let colleague: AccessLog['colleague'];
let stranger: AccessLog['stranger'];
let reception: AccessLog['reception'];
let nextDay: AccessLog['nextDay'];
let inCare: AccessLog['inCare'];
let leaves: AccessLog['leaves'];
let bed: AccessLog['bed'];
let rowsOf: AccessLog['rowsOf'];
let close: AccessLog['close'];

before(async () => {
  ({
    scheduler,
    waitlist,
    call,
    admin,
    doctor,
    colleague,
    stranger,
    reception,
    nextDay,
    inCare,
    leaves,
    bed,
    rowsOf,
    close,
  } = await openAccessLog());
});
after(() => close?.());

const own = (by: Person, action: string, what: string): Row => ({
  by,
  role: 'Patients',
  action,
  what,
  why: 'own-record',
});
const byDoctor = (action: string, what: string, why: string): Row => ({
  by: doctor,
  name: 'Dr Heart',
  role: 'Providers',
  action,
  what,
  why,
});
const byOffice = (by: Person, role: string, action: string, what: string): Row => ({
  by,
  role,
  action,
  what,
  why: 'office',
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
        appointmentId,
        expectedVersion: await version(),
        urgency: 'URGENCY_SOON' as const,
        reason: 'Worse since then',
        ...key(),
      };
      await leaves(patient.id, [byDoctor('write', 'waiting-reason', 'specialty')], () =>
        waitlist('Retriage', retriage, doctor.as()),
      );
      const contact = {
        appointmentId,
        expectedVersion: await version(),
        note: 'She rang back',
        ...key(),
        outcome: 'CONTACT_OUTCOME_REACHED' as const,
      };
      await leaves(patient.id, [byOffice(reception, 'Receptionists', 'write', 'waiting')], () =>
        waitlist('RecordContact', contact, reception.as()),
      );
      const change = {
        appointmentId,
        expectedVersion: await version(),
        reason: 'It hurts now',
        autoAccept: false,
        need: { ...need, earliestDate: '2027-02-25' },
        ...key(),
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
        patientId: patient.id,
        kind: 'REFERRAL_KIND_FOLLOW_UP' as const,
        specialtyId: 'cardiology',
        urgency: 'URGENCY_SOON' as const,
        dueDate: '2026-12-20',
        ...key(),
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
        seriesId: randomUUID(),
        patientId: patient.id,
        everyWeeks: 1,
        reason: 'Physio',
        ...key(),
        urgency: 'URGENCY_ROUTINE' as const,
        visits: rows.map(({ id }) => ({ appointmentId: randomUUID(), slotId: id })),
      };
      const books = () => call.series('ReserveSeries', request, patient.as());
      await leaves(patient.id, [own(patient, 'write', 'visit-reason')], books);
      await leaves(patient.id, [own(patient, 'read', 'visit-reason')], books);
      const cancel = {
        seriesId: request.seriesId,
        appointmentId: request.visits[0]?.appointmentId ?? '',
        ...key(),
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
      let planned: Awaited<ReturnType<AccessLog['bed']['plan']>> | undefined;
      await leaves(patient.id, [byOffice(admin, 'Admins', 'read', 'urgency')], async () => {
        planned = await bed.plan();
      });
      assert.ok(planned);
      const moves = planned.moves.map(({ appointmentId, version }) => ({
        appointmentId,
        expectedVersion: version,
        toSlotId: '',
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
        leaveId,
        appointmentId: booked.appointmentId,
        expectedVersion: 2,
        slotId: slotId ?? '',
        ...key(),
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
