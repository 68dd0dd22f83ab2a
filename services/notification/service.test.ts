import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, test } from 'node:test';
import { attachmentText, awaitMail, mailsTo, type ReceivedMail } from '@healthbooker/local/test/inbox';
import { accessToken } from '@healthbooker/local/test/tokens';
import { testVariable } from '@healthbooker/local/test/variables';
import { ServiceError } from '@healthbooker/runtime/errors';
import { Redis } from 'ioredis';
import { visitTime } from './mail/when.ts';
import { as, startWorld, until, type World } from './test/world.ts';

const minute_ms = 60_000;
const day_ms = 24 * 60 * minute_ms;

let world: World;
const opened: { close(): Promise<void> }[] = [];

before(async () => {
  world = await startWorld();
});
afterEach(async () => {
  for (const service of opened.splice(0)) await service.close();
});
after(async () => {
  await world?.close();
});

async function notification(...options: Parameters<World['startNotification']>) {
  const service = await world.startNotification(...options);
  opened.push(service);
  return service;
}

async function settled(appointmentId: string, count: number) {
  return until(async () => {
    const entries = await world.entries(appointmentId);
    return entries.length === count && entries.every(({ state }) => state !== 'queued') && entries;
  });
}

const calendarOf = async (mail: ReceivedMail): Promise<string[]> => {
  const attachment = mail.attachments.find(({ filename }) => filename === 'appointment.ics');
  assert.ok(attachment);
  return (await attachmentText(attachment)).replaceAll('\r\n ', '').split('\r\n');
};

test('booking, moving and cancelling each send one mail, with a calendar that follows', async () => {
  await notification();
  const ada = await world.patient({ timeZone: 'Asia/Karachi' });
  const booked = await ada.book();
  const first = await awaitMail(ada.email, ({ subject }) => subject.endsWith('is booked'));
  const when = visitTime(booked.slot?.startAt ?? '', 'Europe/London', 'Asia/Karachi');
  assert.match(when, /\(London time; \d+(:\d\d)?[ap]m( on .*)? where you are\)$/);
  for (const part of [first.text, first.html ?? '']) {
    assert.ok(part.includes(when));
    assert.ok(part.includes('Dr Test 1'));
    assert.ok(part.includes('North Clinic, 1 High Street, London'));
    assert.ok(part.includes('Ramp at the side door'));
    assert.ok(part.includes(`https://portal.example/appointments/${booked.appointmentId}`));
  }
  const ics = await calendarOf(first);
  assert.ok(ics.includes('METHOD:REQUEST') && ics.includes('SEQUENCE:0'));
  assert.ok(ics.includes(`UID:${booked.appointmentId}@healthbooker`));
  assert.ok(ics.includes(`DTSTART:${(booked.slot?.startAt ?? '').replaceAll(/[-:]|\.\d+/g, '')}`));

  const moved = await ada.move(booked);
  const second = await awaitMail(ada.email, ({ subject }) => subject.includes('is now on'));
  assert.ok((await calendarOf(second)).includes('SEQUENCE:1'));
  await ada.cancel(moved);
  const third = await awaitMail(ada.email, ({ subject }) => subject.endsWith('is cancelled'));
  const cancelled = await calendarOf(third);
  assert.ok(cancelled.includes('METHOD:CANCEL') && cancelled.includes('SEQUENCE:2'));
  assert.ok(cancelled.includes(`UID:${booked.appointmentId}@healthbooker`));
  assert.equal((await mailsTo(ada.email)).length, 3);
});

test('no subject and no calendar says what the visit is for or with whom', async () => {
  await notification();
  const ada = await world.patient();
  const booked = await ada.book();
  await ada.cancel(await ada.move(booked));
  await awaitMail(ada.email, ({ subject }) => subject.endsWith('is cancelled'));
  const forbidden = /cardio|heart|palpitation|night|first visit|consultant|dr test/i;
  for (const mail of await mailsTo(ada.email)) {
    assert.doesNotMatch(mail.subject, forbidden);
    assert.doesNotMatch((await calendarOf(mail)).join('\n'), forbidden);
    assert.doesNotMatch(mail.text + mail.html, /cardio|heart|palpitation|first visit/i);
  }
});

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

test('arriving is no news, and undoing it neither', async () => {
  await notification();
  const ada = await world.patient();
  const booked = await ada.book();
  await settled(booked.appointmentId, 1);
  await world.republish({ ...booked, version: 2, status: 'VISIT_STATUS_ARRIVED' });
  await world.republish({ ...booked, version: 3 });
  const moved = await ada.move(booked);
  await settled(moved.appointmentId, 2);
  assert.equal((await mailsTo(ada.email)).length, 2);
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

test('whoever has no address gets no mail, and the ledger says so', async () => {
  await notification();
  const ada = await world.patient({ email: '' });
  const { appointmentId } = await ada.book();
  const [entry] = await settled(appointmentId, 1);
  assert.equal(entry?.state, 'suppressed');
  assert.match(entry?.failure ?? '', /No e-mail address/);
});

test('whose visit was moved by leave and whom no mail reaches is put on the worklist of staff', async () => {
  await notification();
  const ada = await world.patient({ email: '' });
  const booked = await ada.book();
  const { appointmentId, slot } = booked;
  const leaveId = randomUUID();
  await world.hospital.pool.query(
    `insert into provider_leave(id, provider_id, during, note)
     values ($1, $2, tstzrange(now(), now() + interval '1 day'), '')`,
    [leaveId, slot?.providerId],
  );
  await world.hospital.pool.query(
    `insert into leave_visit(leave_id, appointment_id, from_slot_id, to_slot_id, state, changed_at)
     values ($1, $2, $3, $3, 'proposed', now())`,
    [leaveId, appointmentId, slot?.id],
  );
  await ada.move(booked);
  const entries = await settled(appointmentId, 2);
  assert.ok(entries.every(({ state }) => state === 'suppressed'));
  const { rows } = await world.hospital.pool.query(
    'select unreached_at is not null as is_reported from leave_visit where leave_id = $1',
    [leaveId],
  );
  assert.deepEqual(rows, [{ is_reported: true }]);
});

test('who has no address is told through the first who acts for them and has one', async () => {
  await notification();
  const [child, silent, parent] = [
    await world.patient({ email: '' }),
    await world.patient({ email: '' }),
    await world.patient(),
  ];
  for (const [index, { sub }] of [silent, parent].entries()) {
    await world.hospital.pool.query(
      `insert into proxy(id, patient_id, proxy_id, granted_by, since) values ($1, $2, $3, $2, $4)`,
      [randomUUID(), child.sub, sub, new Date(Date.now() - 10_000 + index)],
    );
  }
  const booked = await child.book();
  const mail = await awaitMail(parent.email, ({ subject }) => subject.endsWith('is booked'));
  assert.match(mail.text, /Hello Ada Lovelace \(for Ada Lovelace\)/);
  const [entry] = await settled(booked.appointmentId, 1);
  assert.equal(entry?.state, 'sent');
});

test('a lost queue repairs itself, and the first run tells nobody of the time before', async () => {
  const nowhere = { EVENTS_QUEUE_URL: `${await world.freshQueue()}-lost`, RECONCILE_INTERVAL_MS: '100' };
  await world.ledger.query('delete from follower_cursor');
  const past = await world.patient();
  const old = await past.book();
  // The scheduler lists a change once no older transaction of any database is open.
  await until(async () => {
    const listed = 'changed_xid < pg_snapshot_xmin(pg_current_snapshot())';
    const sql = `select from reservation where appointment_id = $1 and ${listed}`;
    return (await world.hospital.pool.query(sql, [old.appointmentId])).rowCount === 1;
  });
  await notification({ env: nowhere });
  const source = "select from follower_cursor where source = 'scheduler.ListChanged'";
  await until(async () => (await world.ledger.query(source)).rowCount === 1);
  const ada = await world.patient();
  const fresh = await ada.book();
  const [entry] = await settled(fresh.appointmentId, 1);
  assert.equal(entry?.state, 'sent');
  assert.deepEqual(await world.entries(old.appointmentId), []);
});

for (const [ahead_ms, count] of [
  [day_ms + minute_ms, 0],
  [day_ms - minute_ms, 1],
] as const) {
  const words = count === 0 ? 'older than 24 hours is told to nobody' : 'of the last 24 hours is told';

  test(`news ${words}, when its event comes late`, async () => {
    const service = await notification({ ahead_ms });
    const ada = await world.patient();
    const { appointmentId } = await ada.book();
    const handled = { type: 'appointment.changed', outcome: 'handled' };
    await until(async () => (await service.counted('events_total', handled)) >= 1);
    assert.equal((await settled(appointmentId, count)).length, count);
    assert.equal((await mailsTo(ada.email)).length, count);
  });

  test(`news ${words}, when it is read from the list of changes`, async () => {
    const env = { EVENTS_QUEUE_URL: `${await world.freshQueue()}-lost`, RECONCILE_INTERVAL_MS: '100' };
    await notification({ env, ahead_ms });
    const cursor = async (): Promise<string | undefined> => {
      const sql = "select cursor from follower_cursor where source = 'scheduler.ListChanged'";
      return (await world.ledger.query(sql)).rows[0]?.cursor;
    };
    await until(async () => (await cursor()) !== undefined);
    const before = await cursor();
    const ada = await world.patient();
    const { appointmentId } = await ada.book();
    await until(async () => (await cursor()) !== before);
    assert.equal((await settled(appointmentId, count)).length, count);
    assert.equal((await mailsTo(ada.email)).length, count);
  });
}

test('a visit that is over by the time its mail could go out is told to nobody', async () => {
  await world.line.cut();
  const first = await notification();
  const ada = await world.patient();
  const { appointmentId } = await ada.book();
  await until(async () => ((await world.entries(appointmentId))[0]?.tries ?? 0) >= 1);
  await first.close();
  await notification({ ahead_ms: 100 * day_ms });
  const [entry] = await settled(appointmentId, 1);
  await world.line.connect();
  assert.equal(entry?.state, 'suppressed');
  assert.match(entry?.failure ?? '', /The visit was over/);
});

test('open pages hear of changes; without Redis mails go out all the same', async () => {
  await notification();
  const ada = await world.patient();
  const redis = new Redis(testVariable('HB_TEST_REDIS_URL'));
  const heard: Record<string, unknown>[] = [];
  try {
    const [clinician] = world.hospital.providers;
    await redis.subscribe(`live:patient:${ada.sub}`, `live:staff:${clinician}`);
    redis.on('message', (channel, message) => heard.push({ channel, ...JSON.parse(message) }));
    const booked = await ada.book();
    const { appointmentId } = booked;
    await until(async () => heard.filter(({ id }) => id === appointmentId).length >= 2);
    const update = { type: 'appointment', id: appointmentId, version: 1 };
    assert.deepEqual(
      new Set(heard.filter(({ id }) => id === appointmentId).map((one) => JSON.stringify(one))),
      new Set(
        [`live:patient:${ada.sub}`, `live:staff:${clinician}`].map((channel) =>
          JSON.stringify({ channel, ...update }),
        ),
      ),
    );
    // A visit that went to somebody else: whoever had it is told as well.
    const [, successor = ''] = world.hospital.providers;
    await redis.subscribe(`live:staff:${successor}`);
    const slot = booked.slot === null ? null : { ...booked.slot, providerId: successor };
    await world.republish({ ...booked, version: 2, slot });
    const told = () => heard.filter(({ id, version }) => id === appointmentId && version === 2);
    await until(async () => told().length === 3);
    assert.deepEqual(
      new Set(told().map(({ channel }) => channel)),
      new Set([`live:patient:${ada.sub}`, `live:staff:${clinician}`, `live:staff:${successor}`]),
    );
    const hidden = randomUUID();
    const shown = randomUUID();
    for (const [entryId, visible] of [
      [hidden, false],
      [shown, true],
    ] as const) {
      const data = { patientId: ada.sub, entryId, version: 1, authorId: randomUUID(), visible };
      const occurredAt = new Date().toISOString();
      await world.publish({ id: randomUUID(), type: 'record.added', version: 1, occurredAt, data });
    }
    await until(async () => heard.some(({ id }) => id === shown));
    assert.ok(!heard.some(({ id }) => id === hidden));
  } finally {
    redis.disconnect();
  }
  await opened.pop()?.close();

  const deaf = await notification({ env: { REDIS_URL: 'redis://127.0.0.1:9' } });
  const { appointmentId } = await ada.book();
  await settled(appointmentId, 1);
  await until(async () => (await deaf.counted('notification_live_updates_total', { outcome: 'lost' })) >= 2);
});

test('open pages hear that a provider is late', async () => {
  await notification();
  const patient = await world.patient();
  const redis = new Redis(testVariable('HB_TEST_REDIS_URL'));
  const heard: string[] = [];
  redis.on('message', (_channel: string, message: string) => void heard.push(message));
  const [providerId] = world.hospital.providers;
  await redis.subscribe(`live:patient:${patient.sub}`, `live:staff:${providerId}`);
  await world.publish({
    id: randomUUID(),
    type: 'provider.delayed',
    version: 3,
    occurredAt: new Date().toISOString(),
    data: { providerId, day: '2026-12-03', delayMinutes: 20, patientIds: [patient.sub] },
  });
  await until(async () => heard.length === 2);
  assert.deepEqual(new Set(heard), new Set([JSON.stringify({ type: 'delay', id: providerId, version: 3 })]));
  redis.disconnect();
});

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

test('after all this the ledger’s own checks find nothing but the message that was let fail', async () => {
  await notification();
  for (const file of ['verify/settled.sql', 'verify/always.sql']) {
    const check = readFileSync(new URL(file, import.meta.url), 'utf8');
    await until(async () => {
      const { rows } = await world.ledger.query<{ broken: string }>(check);
      return rows.every(({ broken }) => broken === 'a message failed');
    });
  }
});
