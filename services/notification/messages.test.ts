import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { accessToken } from '@healthbooker/local/test/tokens';
import { ServiceError } from '@healthbooker/runtime/errors';
import { openWorld } from './test/opened-world.ts';
import { as } from './test/world.ts';

const { world, notification, settled, ledgerIsSound } = await openWorld();

test('patients list their own messages, staff anybody’s, page by page', async () => {
  const { call } = await notification();
  const ada = await world.patient();
  const bob = await world.patient();
  const booked = await ada.book();
  const moved = await ada.move(booked);
  await settled(moved.appointmentId, 2);

  const own = await call('ListMessages', {}, as(ada.token));
  assert.ok(own.messages.length > 0 && own.messages.every(({ personId }) => personId === ada.sub));
  const sent = own.messages.find(({ state }) => state === 'sent');
  assert.match(sent?.text ?? '', /Dr Test 1/);
  assert.deepEqual((await call('ListMessages', {}, as(bob.token))).messages, []);
  for (const request of [{ personId: ada.sub }, { personId: ada.sub, subjectId: booked.appointmentId }]) {
    await assert.rejects(
      call('ListMessages', request, as(bob.token)),
      (err) => err instanceof ServiceError && err.kind === 'not-found',
    );
  }
  const about = { subjectId: booked.appointmentId };
  assert.deepEqual((await call('ListMessages', about, as(bob.token))).messages, []);

  const reception = as(await accessToken({ sub: randomUUID(), groups: ['Receptionists'] }));
  const first = await call('ListMessages', { ...about, pageSize: 1 }, reception);
  const next = { ...about, pageSize: 1, pageToken: first.nextPageToken };
  const second = await call('ListMessages', next, reception);
  assert.equal(first.messages[0]?.template, 'appointment-moved');
  assert.equal(second.messages[0]?.template, 'appointment-booked');
  assert.equal(second.nextPageToken, '');
  await assert.rejects(
    call('ListMessages', { pageToken: '1;drop', pageSize: 101 }, reception),
    (err) => err instanceof ServiceError && err.kind === 'invalid' && err.fields?.length === 2,
  );
});

test('a message whose words are not kept any more is listed, and says so', async () => {
  const { call } = await notification();
  const ada = await world.patient();
  const booked = await ada.book();
  await settled(booked.appointmentId, 1);
  const moved = await ada.move(booked);
  await settled(moved.appointmentId, 2);
  const list = async () => (await call('ListMessages', {}, as(ada.token))).messages;
  assert.deepEqual(
    (await list()).map(({ text, wordsRemoved }) => [text !== '', wordsRemoved]),
    [
      [true, false],
      [true, false],
    ],
  );
  const kept = await list();
  // A hundred days later: the first has moved to its month, the second is to move, and the day of its words is gone.
  const about = [booked.appointmentId];
  const old = `now() - interval '100 days'`;
  await world.ledger.query(
    'delete from message_words where message_id in (select id from message where subject_id = $1)',
    about,
  );
  await world.ledger.query(
    `update message set queued_at = ${old}, recipient = null, mail_subject = null, mail_text = null, mail_html = null,
       mail_calendar = null where subject_id = $1`,
    about,
  );
  await world.ledger.query(`select make_message_past_month((${old})::date)`);
  await world.ledger.query(`select move_past_messages(array[$1::uuid], now(), 90, 24)`, [kept[1]?.id]);
  const removed = await list();
  assert.deepEqual(
    removed.map(({ id, template, state, subject, text, wordsRemoved }) => ({
      id,
      template,
      state,
      subject,
      text,
      wordsRemoved,
    })),
    kept.map(({ id, template, state }) => ({
      id,
      template,
      state,
      subject: '',
      text: '',
      wordsRemoved: true,
    })),
  );
  // The event of either version comes again: nobody is told again.
  for (const version of [booked, moved])
    await world.republish({ ...version, changedAt: new Date(Date.now() - 100 * 86_400_000).toISOString() });
  await new Promise((done) => setTimeout(done, 500));
  assert.equal((await list()).length, 2);
  // Only the ledger was made older: whoever asks the scheduler for what changed would find news that nobody was told.
  await world.ledger.query('delete from message where subject_id = $1', about);
  await world.ledger.query('delete from message_past where subject_id = $1', about);
});

test('a patient downloads the calendar of their own appointment only', async () => {
  const { call } = await notification();
  const ada = await world.patient();
  const bob = await world.patient();
  const { appointmentId } = await ada.book();
  const { ics } = await call('GetCalendar', { appointmentId }, as(ada.token));
  assert.match(ics, /METHOD:PUBLISH\r\n/);
  assert.ok(ics.includes(`UID:${appointmentId}@healthbooker\r\n`));
  assert.doesNotMatch(ics, /cardio|heart|palpitation|first visit|dr test/i);
  for (const id of [appointmentId, randomUUID()]) {
    await assert.rejects(
      call('GetCalendar', { appointmentId: id }, as(bob.token)),
      (err) => err instanceof ServiceError && err.kind === 'not-found',
    );
  }
});

test('after all this the ledger’s own checks find nothing', async () => {
  await notification();
  await ledgerIsSound();
});
