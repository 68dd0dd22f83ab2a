import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mailsTo } from '@healthbooker/local/test/inbox';
import { type ServiceProcess, startService } from '@healthbooker/local/test/processes';
import { startWorld, until, type World } from './test/world.ts';

let world: World;
let running: ServiceProcess | undefined;
let queue: string;

before(async () => {
  world = await startWorld();
  queue = await world.freshQueue();
});
after(async () => {
  await running?.end('SIGKILL');
  await world?.close();
});

async function restart(): Promise<ServiceProcess> {
  running = await startService('notification', {
    ...world.env,
    EVENTS_QUEUE_URL: queue,
    RECONCILE_INTERVAL_MS: '500',
  });
  return running;
}

/** The lease of a killed sender ends 20 s after its claim; the test does not wait for it. */
async function endLeases(): Promise<void> {
  await world.ledger.query(`update message set due_at = now() where state = 'queued'`);
}

test('killed between claim and sending: the next process sends it, once', async () => {
  await world.line.cut();
  // The first try fails at the cut line and the second is claimed right after; either way nothing was sent.
  const first = await restart();
  const ada = await world.patient();
  const { appointmentId } = await ada.book();
  await until(async () => ((await world.entries(appointmentId))[0]?.tries ?? 0) >= 1);
  await first.end('SIGKILL');
  await world.line.connect();
  await endLeases();
  await restart();
  await until(async () => (await world.entries(appointmentId))[0]?.state === 'sent');
  assert.equal((await mailsTo(ada.email)).length, 1);
  await running?.end();
});

test('killed between the server’s acceptance and the mark: handed over twice, one mail arrives', async () => {
  world.line.loseAnswers(true);
  const first = await restart();
  const ada = await world.patient();
  const { appointmentId } = await ada.book();
  await until(async () => (await mailsTo(ada.email)).length === 1);
  const [claimed] = await world.entries(appointmentId);
  assert.equal(claimed?.state, 'queued');
  await first.end('SIGKILL');
  world.line.loseAnswers(false);
  const taken = world.line.taken();
  await endLeases();
  await restart();
  const sent = await until(async () => {
    const [entry] = await world.entries(appointmentId);
    return entry?.state === 'sent' && entry;
  });
  assert.equal(world.line.taken(), taken + 1);
  const mails = await mailsTo(ada.email);
  assert.equal(mails.length, 1);
  assert.equal(mails[0]?.messageId, `<${sent.id}@healthbooker>`);
  await running?.end();
});

test('killed again and again under a stream of bookings, every one is mailed once', async () => {
  let process = await restart();
  const people = await Promise.all(Array.from({ length: 4 }, () => world.patient()));
  const booked: { email: string; appointmentId: string }[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (const person of people) {
      const { appointmentId } = await person.book();
      booked.push({ email: person.email, appointmentId });
    }
    await process.end('SIGKILL');
    await endLeases();
    process = await restart();
  }
  await until(async () => {
    const states = await Promise.all(booked.map(({ appointmentId }) => world.entries(appointmentId)));
    return states.every((entries) => entries.length === 1 && entries[0]?.state === 'sent');
  }, 60_000);
  for (const { email } of people) assert.equal((await mailsTo(email)).length, 3);
  await process.end();
});
