import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { asService, confirm, evidence, far, grant, proxiesOf } from '../../test/proxies.ts';
import {
  aPatient,
  aPrivacyOfficer,
  aReceptionist,
  type Person,
  START,
  startScheduler,
  type TestScheduler,
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

test('“this was not me” ends a link by the secret of its notice, and puts it first on the list of privacy', async () => {
  const [patient, proxy, stranger, maker, colleague, privacy] = await Promise.all([
    aPatient(),
    aPatient(),
    aPatient(),
    aReceptionist(),
    aReceptionist(),
    aPrivacyOfficer(),
  ]);
  const link = await grant(proxies, maker, [patient, proxy]);
  await confirm(proxies, colleague, link.id);
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
  assert.equal(await far(proxies, proxy, patient), 'record');

  await proxies('ReviewProxy', { linkId: link.id }, privacy.as());
  await proxies('DisputeProxy', { secret }, asEdge);
  await proxies('DisputeProxy', { secret: other.secret }, asEdge);
  assert.equal(await far(proxies, proxy, patient), 'nothing');
  const { links } = await proxies('ListProxyReviews', {}, privacy.as());
  assert.deepEqual(
    [links[0]?.id, links[0]?.state, links[0]?.disputedAt, links[0]?.endedBy],
    [link.id, 'PROXY_STATE_ENDED', '2026-12-01T08:00:00Z', patient.id],
  );

  const waiting = await grant(proxies, maker, [stranger, proxy]);
  await proxies('DisputeProxy', { linkId: waiting.id }, stranger.as());
  await assert.rejects(confirm(proxies, colleague, waiting.id), { kind: 'conflict' });
  assert.equal(await far(proxies, proxy, stranger), 'nothing');
});

test('privacy reviews whatever staff made or opens a record, page by page, never what was their own', async () => {
  const [privacy, second, maker, friend] = await Promise.all([
    aPrivacyOfficer(),
    aPrivacyOfficer(),
    aReceptionist(),
    aPatient(),
  ]);
  const byStaff = await grant(proxies, maker, [await aPatient(), friend], { scope: 'PROXY_SCOPE_BOOKINGS' });
  const lapsing = await grant(proxies, maker, [await aPatient(), friend]);
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
  const link = await grant(proxies, maker, [patient, proxy]);
  await confirm(proxies, colleague, link.id);
  await proxies('EndProxy', { patientId: patient.id, proxyId: proxy.id }, patient.as());
  const { rows } = await scheduler.pool.query(
    'select type, version, payload from event_view where key = $1 order by version',
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
