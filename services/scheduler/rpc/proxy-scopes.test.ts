import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import { workloadToken } from '@healthbooker/local/test/tokens';
import type { DecisionServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/DecisionService';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { ReferralServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReferralService';
import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import type { OutgoingContext } from '@healthbooker/runtime/context';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import { newTrace } from '@healthbooker/runtime/trace';
import {
  aPatient,
  aPrivacyOfficer,
  aReceptionist,
  type Person,
  START,
  startScheduler,
  type TestScheduler,
  wanting,
} from '../test/service.ts';

const hour_ms = 3_600_000;
const evidence = 'Passport of both, and a letter of the patient';
const reason = 'Cannot use a computer';

let scheduler: TestScheduler;
let proxies: GrpcClient<ProxyServiceDefinition>['call'];
before(async () => {
  scheduler = await startScheduler();
  proxies = scheduler.service<ProxyServiceDefinition>('healthbooker.scheduler.v1.ProxyService');
});
afterEach(() => {
  scheduler.clock.now = START;
});
after(() => scheduler.close());

const later = (ms: number) => {
  scheduler.clock.now = new Date(START.getTime() + ms);
};
const asService = (name: string): OutgoingContext => ({
  token: () => workloadToken(name, 'scheduler'),
  deadline: Date.now() + 5000,
  trace: newTrace(),
});

async function grant(
  by: Person,
  [patient, proxy]: readonly [Person, Person],
  over: {
    scope?: 'PROXY_SCOPE_BOOKINGS' | 'PROXY_SCOPE_RECORD';
    patientBirthDate?: string;
    lastDate?: string;
    evidence?: string;
    reason?: string;
  } = {},
) {
  const wish = {
    patientId: patient.id,
    proxyId: proxy.id,
    scope: 'PROXY_SCOPE_RECORD',
    evidence,
    reason,
  } as const;
  const { link } = await proxies(
    'GrantProxy',
    { ...wish, patientBirthDate: '1980-05-04', ...over },
    by.atClinic(),
  );
  if (link === null) throw new Error('no link');
  return link;
}

/** How far somebody may go for a patient, asked as the services ask. */
async function far(person: Person, patient: Person): Promise<'record' | 'bookings' | 'nothing'> {
  const asked = { patientId: patient.id };
  const record = await proxies('MayActFor', { ...asked, scope: 'PROXY_SCOPE_RECORD' }, person.as());
  const bookings = await proxies('MayActFor', { ...asked, scope: 'PROXY_SCOPE_BOOKINGS' }, person.as());
  const unspecified = await proxies('MayActFor', asked, person.as());
  assert.equal(unspecified.allowed, record.allowed, 'who names no scope asks for the record');
  if (record.allowed) return 'record';
  return bookings.allowed ? 'bookings' : 'nothing';
}

const confirm = async (by: Person, linkId: string) =>
  (await proxies('ConfirmProxy', { linkId }, by.as())).link;

test('the record of an adult that reception opens to somebody stays shut until a colleague has confirmed it', async () => {
  const [patient, proxy, maker, colleague] = await Promise.all([
    aPatient(),
    aPatient(),
    aReceptionist(),
    aReceptionist(),
  ]);
  const link = await grant(maker, [patient, proxy]);
  assert.equal(link.state, 'PROXY_STATE_UNCONFIRMED');
  assert.deepEqual(
    [link.evidence, link.reason, link.grantedBy, link.isMadeByStaff, link.confirmBy],
    [evidence, reason, maker.id, true, '2026-12-02T08:00:00Z'],
  );
  assert.equal(await far(proxy, patient), 'nothing');
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
    await assert.rejects(confirm(wrong, link.id), { kind: 'forbidden' });
  }
  assert.equal((await grant(colleague, [patient, proxy])).id, link.id, 'asking twice confirms nothing');
  assert.equal(await far(proxy, patient), 'nothing');
  const waiting = await proxies('ListUnconfirmedProxies', {}, colleague.as());
  assert.ok(waiting.links.some(({ id, grantedBy }) => id === link.id && grantedBy === maker.id));

  const confirmed = await confirm(colleague, link.id);
  assert.deepEqual([confirmed?.state, confirmed?.confirmedBy], ['PROXY_STATE_ACTIVE', colleague.id]);
  await confirm(colleague, link.id);
  assert.equal(await far(proxy, patient), 'record');
  await assert.rejects(confirm(await aReceptionist(), link.id), { kind: 'conflict' });
  assert.equal(confirmed?.expiresAt, '2027-12-01T08:00:00Z', 'a year, as the policy says');
  later(365 * 24 * hour_ms);
  assert.equal(await far(proxy, patient), 'nothing');
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
      await assert.rejects(grant(maker, side, { scope }), { kind: 'forbidden' });
    }
    await assert.rejects(grant(maker, side, { patientBirthDate: '2020-01-01' }), { kind: 'forbidden' });
  }
  const onTheirSide = await grant(maker, [patient, privacy]);
  await assert.rejects(confirm(privacy, onTheirSide.id), { kind: 'forbidden' });
  const link = await grant(maker, [patient, proxy]);
  assert.equal((await confirm(privacy, link.id))?.state, 'PROXY_STATE_ACTIVE');
  await assert.rejects(proxies('ReviewProxy', { linkId: link.id }, privacy.as()), { kind: 'forbidden' });
  await assert.rejects(confirm(privacy, randomUUID()), { kind: 'not-found' });
});

test('without a colleague a link lapses after a day, never opens, and can be asked for anew', async () => {
  const [patient, proxy, maker, colleague] = await Promise.all([
    aPatient(),
    aPatient(),
    aReceptionist(),
    aReceptionist(),
  ]);
  const link = await grant(maker, [patient, proxy]);
  later(24 * hour_ms - 1000);
  assert.deepEqual(
    (await proxies('ListUnconfirmedProxies', {}, colleague.as())).links.filter(({ id }) => id === link.id)
      .length,
    1,
  );
  later(24 * hour_ms);
  await assert.rejects(confirm(colleague, link.id), { kind: 'conflict' });
  assert.equal(await far(proxy, patient), 'nothing');
  assert.deepEqual((await proxies('ListProxies', {}, patient.as())).unconfirmed, []);
  const again = await grant(maker, [patient, proxy]);
  assert.notEqual(again.id, link.id);
  await confirm(colleague, again.id);
  assert.equal(await far(proxy, patient), 'record');
});

test('a child’s link needs no second person and ends on the birthday that the policy names', async () => {
  const [child, parent, grown, maker] = await Promise.all([
    aPatient(),
    aPatient(),
    aPatient(),
    aReceptionist(),
  ]);
  const link = await grant(maker, [child, parent], { patientBirthDate: '2011-03-09' });
  assert.deepEqual([link.state, link.expiresAt], ['PROXY_STATE_ACTIVE', '2027-03-09T00:00:00Z']);
  assert.equal(await far(parent, child), 'record');
  scheduler.clock.now = new Date('2027-03-08T23:59:59Z');
  assert.equal(await far(parent, child), 'record');
  scheduler.clock.now = new Date('2027-03-09T00:00:00Z');
  assert.equal(await far(parent, child), 'nothing');
  assert.deepEqual((await proxies('ListProxies', {}, parent.as())).actsFor, []);
  scheduler.clock.now = START;

  // On that very birthday, and for whom no birth date is known, four eyes.
  for (const patientBirthDate of ['2010-12-01', '']) {
    const { state } = await grant(maker, [await aPatient(), grown], { patientBirthDate });
    assert.equal(state, 'PROXY_STATE_UNCONFIRMED', patientBirthDate);
  }
  await scheduler.pool.query('update policy set proxy_child_until_age_years = 13');
  const younger = await grant(maker, [await aPatient(), grown], { patientBirthDate: '2011-03-09' });
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
  assert.equal(await far(parent, child), 'nothing');
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
    await assert.rejects(grant(maker, [patient, proxy], wrong), { kind: 'invalid' });
  }
  await assert.rejects(grant(maker, [patient, patient]), { kind: 'invalid' });
  const link = await grant(maker, [patient, proxy], {
    scope: 'PROXY_SCOPE_BOOKINGS',
    lastDate: '2026-12-24',
  });
  assert.deepEqual([link.state, link.expiresAt], ['PROXY_STATE_ACTIVE', '2026-12-25T00:00:00Z']);
  assert.equal(await far(proxy, patient), 'bookings');
  later(24 * 24 * hour_ms);
  assert.equal(await far(proxy, patient), 'nothing');
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
  assert.equal(await far(helper, patient), 'bookings');

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
  await grant(maker, [patient, proxy], { scope: 'PROXY_SCOPE_BOOKINGS' });
  const link = await grant(maker, [patient, proxy]);
  assert.equal(await far(proxy, patient), 'bookings');
  await confirm(colleague, link.id);
  assert.equal(await far(proxy, patient), 'record');
  const { proxies: shown } = await proxies('ListProxies', {}, patient.as());
  assert.deepEqual(
    shown.map(({ scope }) => scope),
    ['PROXY_SCOPE_RECORD'],
  );
  await assert.rejects(grant(maker, [patient, proxy], { scope: 'PROXY_SCOPE_BOOKINGS' }), {
    kind: 'conflict',
  });
  await proxies('EndProxy', { patientId: patient.id, proxyId: proxy.id }, colleague.as());
  assert.equal(await far(proxy, patient), 'nothing');
});

test('“this was not me” ends a link by the secret of its notice, and puts it first on the list of privacy', async () => {
  const [patient, proxy, stranger, maker, colleague, privacy] = await Promise.all([
    aPatient(),
    aPatient(),
    aPatient(),
    aReceptionist(),
    aReceptionist(),
    aPrivacyOfficer(),
  ]);
  const link = await grant(maker, [patient, proxy]);
  await confirm(colleague, link.id);
  const notice = () => proxies('GetProxyNotice', { linkId: link.id }, asService('notification'));
  const [{ secret }, other] = [await notice(), await notice()];
  assert.notEqual(secret, other.secret);
  const { rows } = await scheduler.pool.query('select * from proxy_notice where link_id = $1', [link.id]);
  assert.ok(rows.length === 2 && !JSON.stringify(rows).includes(secret));
  await assert.rejects(proxies('GetProxyNotice', { linkId: link.id }, maker.as()), { kind: 'forbidden' });
  const asEdge = asService('patient-edge');
  await assert.rejects(proxies('DisputeProxy', { secret: `${secret}x` }, asEdge), { kind: 'not-found' });
  await assert.rejects(proxies('DisputeProxy', { linkId: link.id }, stranger.as()), { kind: 'not-found' });
  await assert.rejects(proxies('DisputeProxy', { linkId: link.id }, asEdge), { kind: 'not-found' });
  assert.equal(await far(proxy, patient), 'record');

  await proxies('ReviewProxy', { linkId: link.id }, privacy.as());
  await proxies('DisputeProxy', { secret }, asEdge);
  await proxies('DisputeProxy', { secret: other.secret }, asEdge);
  assert.equal(await far(proxy, patient), 'nothing');
  const { links } = await proxies('ListProxyReviews', {}, privacy.as());
  assert.deepEqual(
    [links[0]?.id, links[0]?.state, links[0]?.disputedAt, links[0]?.endedBy],
    [link.id, 'PROXY_STATE_ENDED', '2026-12-01T08:00:00Z', patient.id],
  );

  const waiting = await grant(maker, [stranger, proxy]);
  await proxies('DisputeProxy', { linkId: waiting.id }, stranger.as());
  await assert.rejects(confirm(colleague, waiting.id), { kind: 'conflict' });
  assert.equal(await far(proxy, stranger), 'nothing');
});

test('privacy reviews whatever staff made or opens a record, page by page, never what was their own', async () => {
  const [privacy, second, maker, friend] = await Promise.all([
    aPrivacyOfficer(),
    aPrivacyOfficer(),
    aReceptionist(),
    aPatient(),
  ]);
  const byStaff = await grant(maker, [await aPatient(), friend], { scope: 'PROXY_SCOPE_BOOKINGS' });
  const lapsing = await grant(maker, [await aPatient(), friend]);
  const giver = await aPatient();
  const codes = ['PROXY_SCOPE_RECORD', 'PROXY_SCOPE_BOOKINGS'] as const;
  const byCode = await Promise.all(
    codes.map(async (scope) => {
      const { code } = await proxies('InviteProxy', { scope }, giver.as());
      const { link } = await proxies('AcceptInvitation', { code }, (await aPatient()).as());
      return link?.id ?? '';
    }),
  );
  const all = async () => {
    const found: string[] = [];
    let pageToken = '';
    do {
      const page = await proxies('ListProxyReviews', { pageSize: 2, pageToken }, privacy.as());
      assert.ok(page.links.length <= 2);
      found.push(...page.links.map(({ id }) => id));
      pageToken = page.nextPageToken;
    } while (pageToken !== '');
    assert.equal(new Set(found).size, found.length);
    return found;
  };
  const before = await all();
  for (const [id, listed] of [
    [byStaff.id, true],
    [lapsing.id, true],
    [byCode[0], true],
    [byCode[1], false],
  ] as const) {
    assert.equal(before.includes(id ?? ''), listed, id);
  }
  const review = (by: Person, linkId: string) => proxies('ReviewProxy', { linkId }, by.as());
  await assert.rejects(review(privacy, lapsing.id), { kind: 'conflict' });
  await assert.rejects(review(maker, byStaff.id), { kind: 'forbidden' });
  const { link } = await review(privacy, byStaff.id);
  assert.deepEqual([link?.reviewedBy, link?.reviewedAt], [privacy.id, '2026-12-01T08:00:00Z']);
  assert.equal((await review(second, byStaff.id)).link?.reviewedBy, privacy.id);
  assert.ok(!(await all()).includes(byStaff.id));
  later(24 * hour_ms);
  await review(privacy, lapsing.id);
  assert.ok(!(await all()).includes(lapsing.id));
  await assert.rejects(proxies('ListProxyReviews', { pageToken: 'x' }, privacy.as()), { kind: 'invalid' });
});

test('every version of a link is announced without a word of anybody, and is listed for who lost the event', async () => {
  const [patient, proxy, maker, colleague] = await Promise.all([
    aPatient(),
    aPatient(),
    aReceptionist(),
    aReceptionist(),
  ]);
  const link = await grant(maker, [patient, proxy]);
  await confirm(colleague, link.id);
  await proxies('EndProxy', { patientId: patient.id, proxyId: proxy.id }, patient.as());
  const { rows } = await scheduler.pool.query(
    'select type, version, payload from outbox where key = $1 order by version',
    [link.id],
  );
  assert.deepEqual(
    rows.map(({ type, version, payload }) => [type, version, payload.change, payload.proxyId]),
    [
      ['proxy.changed', 1, 'asked', proxy.id],
      ['proxy.changed', 2, 'opened', proxy.id],
      ['proxy.changed', 3, 'ended', proxy.id],
    ],
  );
  assert.ok(!JSON.stringify(rows).includes(evidence));
  // A change is listed when no older transaction of the database server is open any more.
  const read = () => proxies('ListProxiesChanged', { pageSize: 500 }, asService('notification'));
  let listed = await read();
  const end = Date.now() + 10_000;
  while (!listed.links.some(({ id }) => id === link.id) && Date.now() < end) listed = await read();
  assert.equal(listed.links.find(({ id }) => id === link.id)?.version, 3);
  assert.notEqual(listed.nextCursor, '');
  assert.deepEqual(await scheduler.broken(), []);
});
