import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import {
  aPatient,
  aReceptionist,
  forChild,
  type Person,
  START,
  startScheduler,
  type TestScheduler,
  wanting,
} from '../../test/service.ts';

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

const invite = (patient: Person) => proxies('InviteProxy', {}, patient.as());
const accept = (code: string, person: Person) => proxies('AcceptInvitation', { code }, person.as());
const mayActFor = async (person: Person, patient: Person) =>
  (await proxies('MayActFor', { patientId: patient.id }, person.as())).allowed;

test('a code makes whoever enters it a proxy, who then books, moves and cancels for the patient', async () => {
  const [father, daughter, stranger] = await Promise.all([aPatient(), aPatient(), aPatient()]);
  assert.equal(await mayActFor(daughter, father), false);
  const { code, expiresAt } = await invite(father);
  assert.match(code, /^[A-HJKMNP-Z2-9]{10}$/);
  assert.equal(expiresAt, '2026-12-08T08:00:00Z');
  const { rows: stored } = await scheduler.pool.query(
    'select * from proxy_invitation where patient_id = $1',
    [father.id],
  );
  assert.ok(!JSON.stringify(stored).includes(code));

  const { link } = await accept(` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `, daughter);
  assert.deepEqual(
    [link?.patientId, link?.proxyId, link?.since, link?.scope, link?.isMadeByStaff],
    [father.id, daughter.id, '2026-12-01T08:00:00Z', 'PROXY_SCOPE_RECORD', false],
  );
  assert.equal(await mayActFor(daughter, father), true);
  assert.equal(await mayActFor(father, daughter), false);

  const [slotId] = await scheduler.freeSlots('cardiology', '2026-12-03');
  const request = wanting(father, slotId);
  await assert.rejects(scheduler.call('Reserve', request, stranger.as()), { kind: 'forbidden' });
  await scheduler.call('Reserve', request, daughter.as());
  const found = await scheduler.call(
    'GetReservation',
    { appointmentId: request.appointmentId },
    daughter.as(),
  );
  assert.equal(found.reservation?.patientId, father.id);
  assert.equal(found.reservation?.reason, 'My heart beats');
  await assert.rejects(
    scheduler.call('GetReservation', { appointmentId: request.appointmentId }, stranger.as()),
    { kind: 'not-found' },
  );
  const cancel = { appointmentId: request.appointmentId, expectedVersion: 1, operationKey: randomUUID() };
  await scheduler.call('CancelReservation', cancel, daughter.as());
  const { rows } = await scheduler.pool.query(
    "select inputs ->> 'actor' as actor from decision where appointment_id = $1 order by version",
    [request.appointmentId],
  );
  assert.deepEqual(rows, [{ actor: daughter.id }, { actor: daughter.id }]);
  assert.deepEqual(await scheduler.broken(), []);
});

test('an ended link gives no right any more, whoever ended it', async () => {
  const [child, parent, other, receptionist] = await Promise.all([
    aPatient(),
    aPatient(),
    aPatient(),
    aReceptionist(),
  ]);
  const link = { patientId: child.id, proxyId: parent.id };
  const wish = { ...link, ...forChild };
  await assert.rejects(proxies('GrantProxy', wish, parent.as()), { kind: 'forbidden' });
  await proxies('GrantProxy', wish, receptionist.atClinic());
  await proxies('GrantProxy', wish, receptionist.atClinic());
  const lists = await proxies('ListProxies', { personId: child.id }, receptionist.as());
  assert.deepEqual(
    lists.proxies.map(({ patientId, proxyId, since }) => [patientId, proxyId, since]),
    [[child.id, parent.id, '2026-12-01T08:00:00Z']],
  );
  await assert.rejects(proxies('ListProxies', { personId: child.id }, parent.as()), { kind: 'not-found' });

  await assert.rejects(proxies('EndProxy', link, other.as()), { kind: 'not-found' });
  assert.equal(await mayActFor(parent, child), true);
  await proxies('EndProxy', link, parent.as());
  await proxies('EndProxy', link, child.as());
  assert.equal(await mayActFor(parent, child), false);
  assert.deepEqual((await proxies('ListProxies', {}, parent.as())).actsFor, []);
  const [slotId] = await scheduler.freeSlots('cardiology', '2026-12-03');
  await assert.rejects(scheduler.call('Reserve', wanting(child, slotId), parent.as()), { kind: 'forbidden' });
  const { rows } = await scheduler.pool.query(
    'select granted_by, ended_at, ended_by from proxy where patient_id = $1',
    [child.id],
  );
  assert.deepEqual(rows, [{ granted_by: receptionist.id, ended_at: START, ended_by: parent.id }]);
});

test('a code works once, for a week, and not for whoever made it', async () => {
  const [patient, first, second] = await Promise.all([aPatient(), aPatient(), aPatient()]);
  const { code } = await invite(patient);
  await assert.rejects(accept(code, patient), { kind: 'invalid' });
  const tried = await Promise.allSettled([accept(code, first), accept(code, second)]);
  assert.deepEqual(tried.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  const winner = tried[0].status === 'fulfilled' ? first : second;
  // The answer was lost: the same code finds the same link, for them alone.
  assert.equal((await accept(code, winner)).link?.proxyId, winner.id);
  await proxies('EndProxy', { patientId: patient.id, proxyId: winner.id }, patient.as());
  await assert.rejects(accept(code, winner), { kind: 'not-found' });

  const late = await invite(patient);
  scheduler.clock.now = new Date(START.getTime() + 7 * 86_400_000);
  await assert.rejects(accept(late.code, first), { kind: 'not-found' });
  for (const wrong of ['', 'ABCDE', 'ABCDEFGHJK', '0000000000']) {
    await assert.rejects(accept(wrong, first), { kind: 'not-found' });
  }
  assert.equal(await mayActFor(first, patient), false);
});

test('five codes are open at most, and all can be taken back', async () => {
  const [patient, friend] = await Promise.all([aPatient(), aPatient()]);
  const made = await Promise.allSettled(Array.from({ length: 8 }, () => invite(patient)));
  const codes = made.flatMap((result) => (result.status === 'fulfilled' ? [result.value.code] : []));
  assert.equal(codes.length, 5);
  await assert.rejects(invite(patient), { kind: 'conflict' });
  assert.equal((await proxies('ListProxies', {}, patient.as())).openInvitationsExpireAt.length, 5);
  await proxies('WithdrawInvitations', {}, patient.as());
  await assert.rejects(accept(codes[0] ?? '', friend), { kind: 'not-found' });
  assert.deepEqual((await proxies('ListProxies', {}, patient.as())).openInvitationsExpireAt, []);
  await invite(patient);
});

test('nobody collects patients: twenty links on either side', async () => {
  const [collector, receptionist] = await Promise.all([aPatient(), aReceptionist()]);
  const grant = (patientId: string) =>
    proxies('GrantProxy', { patientId, proxyId: collector.id, ...forChild }, receptionist.atClinic());
  const made = await Promise.allSettled(Array.from({ length: 24 }, () => grant(randomUUID())));
  assert.equal(made.filter(({ status }) => status === 'fulfilled').length, 20);
  const one = await aPatient();
  await assert.rejects(grant(one.id), { kind: 'conflict' });
  const { code } = await invite(one);
  await assert.rejects(accept(code, collector), { kind: 'conflict' });
  // The refusal did not use the code up.
  const friend = await aPatient();
  await accept(code, friend);
});
