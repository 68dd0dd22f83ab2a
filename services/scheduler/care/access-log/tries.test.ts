import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type AccessLog, key, need, openAccessLog } from '../../test/access-log.ts';
import { aManager, aPatient, type Person, wanting } from '../../test/service.ts';

let scheduler: AccessLog['scheduler'];
let waitlist: AccessLog['waitlist'];
let call: AccessLog['call'];
let admin: AccessLog['admin'];
let doctor: AccessLog['doctor'];
let stranger: AccessLog['stranger'];
let inCare: AccessLog['inCare'];
let waiting: AccessLog['waiting'];
let leaves: AccessLog['leaves'];
let close: AccessLog['close'];

before(async () => {
  ({ scheduler, waitlist, call, admin, doctor, stranger, inCare, waiting, leaves, close } =
    await openAccessLog());
});
after(() => close?.());

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
