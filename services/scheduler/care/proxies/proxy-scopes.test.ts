import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import { workloadToken } from '@healthbooker/local/test/tokens';
import type { DecisionServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/DecisionService';
import type { ReferralServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReferralService';
import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import { asService, confirm, evidence, far, grant, proxiesOf, reason } from '../../test/proxies.ts';
import {
  aPatient,
  aPrivacyOfficer,
  aReceptionist,
  START,
  startScheduler,
  type TestScheduler,
  wanting,
} from '../../test/service.ts';

const hour_ms = 3_600_000;

let scheduler: TestScheduler;
let proxies: ReturnType<typeof proxiesOf>;
before(async () => {
  scheduler = await startScheduler();
  proxies = proxiesOf(scheduler);
});
afterEach(() => {
  scheduler.clock.now = START;
});
after(() => scheduler.close());

const later = (ms: number) => {
  scheduler.clock.now = new Date(START.getTime() + ms);
};

test('the record of an adult that reception opens to somebody stays shut until a colleague has confirmed it', async () => {
  const [patient, proxy, maker, colleague] = await Promise.all([
    aPatient(),
    aPatient(),
    aReceptionist(),
    aReceptionist(),
  ]);
  const link = await grant(proxies, maker, [patient, proxy]);
  assert.equal(link.state, 'PROXY_STATE_UNCONFIRMED');
  assert.deepEqual(
    [link.evidence, link.reason, link.grantedBy, link.isMadeByStaff, link.confirmBy],
    [evidence, reason, maker.id, true, '2026-12-02T08:00:00Z'],
  );
  assert.equal(await far(proxies, proxy, patient), 'nothing');
  assert.deepEqual((await proxies('ListProxies', {}, proxy.as())).actsFor, []);
  const seen = await proxies('ListProxies', {}, patient.as());
  assert.deepEqual(seen.proxies, []);
  assert.deepEqual(
    seen.unconfirmed.map(({ id }) => id),
    [link.id],
  );
  assert.equal(seen.unconfirmed[0]?.grantedBy, '', 'who of the staff it was is for staff');
  // A service that has something to tell the patient does not tell it to them either.
  const told = await proxies('ListProxies', { personId: patient.id }, asService('notification'));
  assert.deepEqual(told.proxies, []);

  for (const wrong of [maker, patient, proxy]) {
    await assert.rejects(confirm(proxies, wrong, link.id), { kind: 'forbidden' });
  }
  assert.equal(
    (await grant(proxies, colleague, [patient, proxy])).id,
    link.id,
    'asking twice confirms nothing',
  );
  assert.equal(await far(proxies, proxy, patient), 'nothing');
  const waiting = await proxies('ListUnconfirmedProxies', {}, colleague.as());
  assert.ok(waiting.links.some(({ id, grantedBy }) => id === link.id && grantedBy === maker.id));

  const confirmed = await confirm(proxies, colleague, link.id);
  assert.deepEqual([confirmed?.state, confirmed?.confirmedBy], ['PROXY_STATE_ACTIVE', colleague.id]);
  await confirm(proxies, colleague, link.id);
  assert.equal(await far(proxies, proxy, patient), 'record');
  await assert.rejects(confirm(proxies, await aReceptionist(), link.id), { kind: 'conflict' });
  assert.equal(confirmed?.expiresAt, '2027-12-01T08:00:00Z', 'a year, as the policy says');
  later(365 * 24 * hour_ms);
  assert.equal(await far(proxies, proxy, patient), 'nothing');
});

test('privacy may confirm too, and whoever is of the staff and on either side may not', async () => {
  const [patient, proxy, maker, privacy] = await Promise.all([
    aPatient(),
    aPatient(),
    aReceptionist(),
    aPrivacyOfficer(),
  ]);
  for (const side of [
    [maker, proxy],
    [patient, maker],
  ] as const) {
    for (const scope of ['PROXY_SCOPE_BOOKINGS', 'PROXY_SCOPE_RECORD'] as const) {
      await assert.rejects(grant(proxies, maker, side, { scope }), { kind: 'forbidden' });
    }
    await assert.rejects(grant(proxies, maker, side, { patientBirthDate: '2020-01-01' }), {
      kind: 'forbidden',
    });
  }
  const onTheirSide = await grant(proxies, maker, [patient, privacy]);
  await assert.rejects(confirm(proxies, privacy, onTheirSide.id), { kind: 'forbidden' });
  const link = await grant(proxies, maker, [patient, proxy]);
  assert.equal((await confirm(proxies, privacy, link.id))?.state, 'PROXY_STATE_ACTIVE');
  await assert.rejects(proxies('ReviewProxy', { linkId: link.id }, privacy.as()), { kind: 'forbidden' });
  await assert.rejects(confirm(proxies, privacy, randomUUID()), { kind: 'not-found' });
});

test('without a colleague a link lapses after a day, never opens, and can be asked for anew', async () => {
  const [patient, proxy, maker, colleague] = await Promise.all([
    aPatient(),
    aPatient(),
    aReceptionist(),
    aReceptionist(),
  ]);
  const link = await grant(proxies, maker, [patient, proxy]);
  later(24 * hour_ms - 1000);
  assert.deepEqual(
    (await proxies('ListUnconfirmedProxies', {}, colleague.as())).links.filter(({ id }) => id === link.id)
      .length,
    1,
  );
  later(24 * hour_ms);
  await assert.rejects(confirm(proxies, colleague, link.id), { kind: 'conflict' });
  assert.equal(await far(proxies, proxy, patient), 'nothing');
  assert.deepEqual((await proxies('ListProxies', {}, patient.as())).unconfirmed, []);
  const again = await grant(proxies, maker, [patient, proxy]);
  assert.notEqual(again.id, link.id);
  await confirm(proxies, colleague, again.id);
  assert.equal(await far(proxies, proxy, patient), 'record');
});

test('a child’s link needs no second person and ends on the birthday that the policy names', async () => {
  const [child, parent, grown, maker] = await Promise.all([
    aPatient(),
    aPatient(),
    aPatient(),
    aReceptionist(),
  ]);
  const link = await grant(proxies, maker, [child, parent], { patientBirthDate: '2011-03-09' });
  assert.deepEqual([link.state, link.expiresAt], ['PROXY_STATE_ACTIVE', '2027-03-09T00:00:00Z']);
  assert.equal(await far(proxies, parent, child), 'record');
  scheduler.clock.now = new Date('2027-03-08T23:59:59Z');
  assert.equal(await far(proxies, parent, child), 'record');
  scheduler.clock.now = new Date('2027-03-09T00:00:00Z');
  assert.equal(await far(proxies, parent, child), 'nothing');
  assert.deepEqual((await proxies('ListProxies', {}, parent.as())).actsFor, []);
  scheduler.clock.now = START;

  // On that very birthday, and for whom no birth date is known, four eyes.
  for (const patientBirthDate of ['2010-12-01', '']) {
    const { state } = await grant(proxies, maker, [await aPatient(), grown], { patientBirthDate });
    assert.equal(state, 'PROXY_STATE_UNCONFIRMED', patientBirthDate);
  }
  await scheduler.pool.query('update policy set proxy_child_until_age_years = 13');
  const younger = await grant(proxies, maker, [await aPatient(), grown], { patientBirthDate: '2011-03-09' });
  await scheduler.pool.query('update policy set proxy_child_until_age_years = 16');
  assert.equal(younger.state, 'PROXY_STATE_UNCONFIRMED');
});

test('how old a patient is, the clinic’s edge says, and nobody else', async () => {
  const [child, parent, maker] = await Promise.all([aPatient(), aPatient(), aReceptionist()]);
  const wish = {
    patientId: child.id,
    proxyId: parent.id,
    scope: 'PROXY_SCOPE_RECORD',
    evidence,
    reason,
    patientBirthDate: '2020-01-01',
  } as const;
  const asEdge = (name: string) => ({ ...maker.as(), workloadToken: () => workloadToken(name, 'scheduler') });
  for (const context of [maker.as(), asEdge('patient-edge'), asEdge('notification')]) {
    await assert.rejects(proxies('GrantProxy', wish, context), { kind: 'forbidden' });
  }
  assert.equal(await far(proxies, parent, child), 'nothing');
});

test('staff say what they were shown and why, and until when', async () => {
  const [patient, proxy, maker] = await Promise.all([aPatient(), aPatient(), aReceptionist()]);
  for (const wrong of [
    { evidence: '' },
    { reason: '  ' },
    { reason: 'x'.repeat(501) },
    { lastDate: '2026-11-30' },
    { lastDate: 'soon' },
    { scope: 'PROXY_SCOPE_UNSPECIFIED' as 'PROXY_SCOPE_RECORD' },
  ]) {
    await assert.rejects(grant(proxies, maker, [patient, proxy], wrong), { kind: 'invalid' });
  }
  await assert.rejects(grant(proxies, maker, [patient, patient]), { kind: 'invalid' });
  const link = await grant(proxies, maker, [patient, proxy], {
    scope: 'PROXY_SCOPE_BOOKINGS',
    lastDate: '2026-12-24',
  });
  assert.deepEqual([link.state, link.expiresAt], ['PROXY_STATE_ACTIVE', '2026-12-25T00:00:00Z']);
  assert.equal(await far(proxies, proxy, patient), 'bookings');
  later(24 * 24 * hour_ms);
  assert.equal(await far(proxies, proxy, patient), 'nothing');
});

test('who acts for bookings books and moves nothing but time, and sees no word that is clinical', async () => {
  const waitlist = scheduler.service<WaitlistServiceDefinition>('healthbooker.scheduler.v1.WaitlistService');
  const referrals = scheduler.service<ReferralServiceDefinition>('healthbooker.scheduler.v1.ReferralService');
  const decisions = scheduler.service<DecisionServiceDefinition>('healthbooker.scheduler.v1.DecisionService');
  const [patient, helper] = await Promise.all([aPatient(), aPatient()]);
  const { code } = await proxies('InviteProxy', { scope: 'PROXY_SCOPE_BOOKINGS' }, patient.as());
  const { link } = await proxies('AcceptInvitation', { code }, helper.as());
  assert.deepEqual(
    [link?.scope, link?.state, link?.expiresAt],
    ['PROXY_SCOPE_BOOKINGS', 'PROXY_STATE_ACTIVE', ''],
  );
  assert.equal(await far(proxies, helper, patient), 'bookings');

  const [first, second] = await scheduler.freeSlots('cardiology', '2026-12-03');
  const request = wanting(patient, first);
  const { appointmentId } = request;
  await scheduler.call('Reserve', request, patient.as());
  const seen = await scheduler.call('GetReservation', { appointmentId }, helper.as());
  assert.deepEqual([seen.reservation?.patientId, seen.reservation?.reason], [patient.id, '']);
  await assert.rejects(decisions('GetDecision', { appointmentId, version: 1 }, helper.as()), {
    kind: 'not-found',
  });
  await assert.rejects(referrals('ListReferrals', { patientId: patient.id }, helper.as()), {
    kind: 'not-found',
  });
  const ordered = { patientId: patient.id, slotId: second ?? '', referralId: randomUUID() };
  await assert.rejects(scheduler.call('HoldSlot', ordered, helper.as()), {
    kind: 'not-found',
    message: 'There is no such referral.',
  });
  await assert.rejects(
    scheduler.call('Reserve', wanting(patient, second, { referralId: randomUUID() }), helper.as()),
    {
      kind: 'not-found',
    },
  );
  const change = { appointmentId, operationKey: randomUUID() };
  const moved = await scheduler.call(
    'MoveReservation',
    { ...change, expectedVersion: 1, slotId: second ?? '' },
    helper.as(),
  );
  assert.deepEqual([moved.reservation?.version, moved.reservation?.reason], [2, '']);

  const need = {
    specialtyId: 'dermatology',
    visitTypeId: 'dermatology-new',
    regionIds: ['london'],
    symptoms: { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true },
  };
  const types = await scheduler.pool.query(
    "select id, specialty_id from visit_type where specialty_id = 'cardiology'",
  );
  const wish = { ...need, specialtyId: 'cardiology', visitTypeId: types.rows[0].id };
  const joined = await waitlist(
    'JoinWaitlist',
    {
      patientId: patient.id,
      need: wish,
      reason: 'It itches',
      operationKey: randomUUID(),
    },
    patient.as(),
  );
  const entry = joined.entry?.appointmentId ?? '';
  const waits = await waitlist('GetWaitlistEntry', { appointmentId: entry }, helper.as());
  const { reason, urgency, targetDate } = waits.entry ?? {};
  assert.deepEqual(
    { reason, urgency, targetDate },
    { reason: '', urgency: 'URGENCY_UNSPECIFIED', targetDate: '' },
  );
  const list = await waitlist('ListWaitlist', { patientId: patient.id }, helper.as());
  assert.deepEqual(
    list.entries.map((each) => [each.reason, each.urgency, each.targetDate]),
    [['', 'URGENCY_UNSPECIFIED', '']],
  );
  const { symptoms: _, ...wishes } = wish;
  await waitlist(
    'ChangeWaitlistEntry',
    {
      appointmentId: entry,
      expectedVersion: joined.entry?.version ?? 0,
      need: { ...wishes, latestDate: '2027-01-30' },
      reason: '',
      autoAccept: false,
      operationKey: randomUUID(),
    },
    helper.as(),
  );
  const kept = await waitlist('GetWaitlistEntry', { appointmentId: entry }, patient.as());
  assert.equal(kept.entry?.reason, 'It itches', 'words that somebody does not see they do not overwrite');

  const cancel = { appointmentId, expectedVersion: 2, operationKey: randomUUID() };
  const cancelled = await scheduler.call('CancelReservation', cancel, helper.as());
  assert.equal(cancelled.reservation?.reason, '');
  const { rows } = await scheduler.pool.query(
    "select inputs ->> 'askedBy' as side from decision where appointment_id = $1 order by version",
    [appointmentId],
  );
  assert.deepEqual(rows, [{ side: 'patient' }, { side: 'patient' }, { side: 'patient' }]);
});

test('a link to the record takes the place of one to bookings, which works until then', async () => {
  const [patient, proxy, maker, colleague] = await Promise.all([
    aPatient(),
    aPatient(),
    aReceptionist(),
    aReceptionist(),
  ]);
  await grant(proxies, maker, [patient, proxy], { scope: 'PROXY_SCOPE_BOOKINGS' });
  const link = await grant(proxies, maker, [patient, proxy]);
  assert.equal(await far(proxies, proxy, patient), 'bookings');
  await confirm(proxies, colleague, link.id);
  assert.equal(await far(proxies, proxy, patient), 'record');
  const { proxies: shown } = await proxies('ListProxies', {}, patient.as());
  assert.deepEqual(
    shown.map(({ scope }) => scope),
    ['PROXY_SCOPE_RECORD'],
  );
  await assert.rejects(grant(proxies, maker, [patient, proxy], { scope: 'PROXY_SCOPE_BOOKINGS' }), {
    kind: 'conflict',
  });
  await proxies('EndProxy', { patientId: patient.id, proxyId: proxy.id }, colleague.as());
  assert.equal(await far(proxies, proxy, patient), 'nothing');
});
