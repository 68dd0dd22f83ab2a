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
