import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailsTo } from '@healthbooker/local/test/inbox';
import { openWorld } from './test/opened-world.ts';
import { until } from './test/world.ts';

const { world, notification, settled, ledgerIsSound } = await openWorld();

test('copies of an event and events in the wrong order send each version once at most', async () => {
  const ada = await world.patient();
  const booked = await ada.book();
  const moved = await ada.move(booked);
  const shared = { env: { EVENTS_QUEUE_URL: await world.freshQueue() } };
  for (const version of [moved, moved, booked, booked, moved]) await world.republish(version);
  await notification(shared);
  await notification(shared);
  const entries = await settled(booked.appointmentId, 2);
  assert.equal(entries.filter(({ state }) => state === 'sent').length, 1);
  const [sent] = entries.filter(({ state }) => state === 'sent');
  assert.equal(sent?.template, 'appointment-moved');
  const [suppressed] = entries.filter(({ state }) => state === 'suppressed');
  assert.equal(suppressed?.template, 'appointment-booked');
  assert.notEqual(suppressed?.failure, '');
  assert.equal((await mailsTo(ada.email)).length, 1);
});

test('a version replaced while it waited is suppressed', async () => {
  await world.line.cut();
  await notification();
  const ada = await world.patient();
  const booked = await ada.book();
  await until(async () => (await world.entries(booked.appointmentId))[0]?.tries === 1);
  await ada.cancel(booked);
  // Suppressed without the mail server: what is replaced is not even handed over.
  await until(async () => (await world.entries(booked.appointmentId))[0]?.state === 'suppressed');
  await world.line.connect();
  const entries = await settled(booked.appointmentId, 2);
  assert.deepEqual(
    entries.map(({ template, state }) => `${template} ${state}`),
    ['appointment-booked suppressed', 'appointment-cancelled sent'],
  );
});

test('while the mail server is down the message waits, then goes out once', async () => {
  await world.line.cut();
  const service = await notification();
  const ada = await world.patient();
  const { appointmentId } = await ada.book();
  const waiting = await until(async () => {
    const [entry] = await world.entries(appointmentId);
    return entry !== undefined && entry.tries >= 2 && entry;
  });
  assert.equal(waiting.state, 'queued');
  await world.line.connect();
  const [entry] = await settled(appointmentId, 1);
  assert.equal(entry?.state, 'sent');
  assert.equal((await mailsTo(ada.email)).length, 1);
  assert.ok((await service.counted('notification_mails_total', { outcome: 'put-off' })) >= 1);
});

test('when the tries are used up it has failed, with the cause in words', async () => {
  await world.line.cut();
  await notification({ timing: { maxTries: 2 } });
  const ada = await world.patient();
  const { appointmentId } = await ada.book();
  const [entry] = await settled(appointmentId, 1);
  await world.line.connect();
  assert.equal(entry?.state, 'failed');
  assert.match(entry?.failure ?? '', /^Given up after 2 tries\. The mail server could not be reached/);
});

test('an answer that was lost repeats the same mail under the same Message-ID', async () => {
  world.line.loseAnswers(true);
  const before_taken = world.line.taken();
  await notification({ timing: { firstRetry_ms: 200 } });
  const ada = await world.patient();
  const { appointmentId } = await ada.book();
  await until(async () => world.line.taken() > before_taken);
  await until(async () => (await mailsTo(ada.email)).length === 1);
  await world.line.cut();
  world.line.loseAnswers(false);
  await world.line.connect();
  const [entry] = await settled(appointmentId, 1);
  assert.equal(entry?.state, 'sent');
  assert.ok((entry?.tries ?? 0) >= 2);
  const mails = await mailsTo(ada.email);
  assert.equal(mails.length, 1);
  assert.equal(mails[0]?.messageId, `<${entry?.id}@healthbooker>`);
});

test('with the scheduler away nothing is sent unchecked; it goes out when it is back', async () => {
  const env = { EVENTS_QUEUE_URL: await world.freshQueue() };
  const ada = await world.patient();
  const booked = await ada.book();
  await world.republish(booked);
  await world.stopScheduler();
  try {
    await notification({ env });
    const waiting = await until(async () => {
      const [entry] = await world.entries(booked.appointmentId);
      return entry !== undefined && entry.tries >= 1 && entry.failure !== '' && entry;
    });
    assert.equal(waiting.state, 'queued');
    assert.equal((await mailsTo(ada.email)).length, 0);
  } finally {
    await world.restartScheduler();
  }
  const [entry] = await settled(booked.appointmentId, 1);
  assert.equal(entry?.state, 'sent');
});

test('after all this the ledger’s own checks find nothing but the message that was let fail', async () => {
  await notification();
  await ledgerIsSound(['a message failed']);
});
