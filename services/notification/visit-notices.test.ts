import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { attachmentText, awaitMail, mailsTo, type ReceivedMail } from '@healthbooker/local/test/inbox';
import type { Reservation__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import { visitTime } from './mail/when.ts';
import { openWorld } from './test/opened-world.ts';

const { world, notification, settled, ledgerIsSound } = await openWorld();

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

/** The scheduler says of a visit that its time cannot be kept, or that it can after all. */
async function say(
  visit: Reservation__Output,
  standing: 'unplaced' | 'restored',
): Promise<Reservation__Output> {
  await world.hospital.pool.query(
    `update reservation set standing = $2, version = version + 1, sequence = sequence + 1 where appointment_id = $1`,
    [visit.appointmentId, standing],
  );
  const said = {
    ...visit,
    version: visit.version + 1,
    sequence: visit.sequence + 1,
    standing: `VISIT_STANDING_${standing === 'unplaced' ? 'UNPLACED' : 'RESTORED'}` as const,
  };
  await world.republish(said);
  return said;
}

test('whose time cannot be kept is told once, with what to do; and once more when it can be after all', async () => {
  await notification();
  const ada = await world.patient({ timeZone: 'Asia/Karachi' });
  const booked = await ada.book();
  await settled(booked.appointmentId, 1);
  const unplaced = await say(booked, 'unplaced');
  await world.republish(unplaced);
  const mail = await awaitMail(ada.email, ({ subject }) => subject.endsWith('cannot take place'));
  const when = visitTime(booked.slot?.startAt ?? '', 'Europe/London', 'Asia/Karachi');
  for (const part of [mail.text, mail.html ?? '']) {
    assert.ok(part.includes(when));
    assert.ok(part.includes('Please do not come then.'));
    assert.ok(part.includes('We will call you to agree on another time.'));
    assert.ok(part.includes('you can choose another time yourself, or cancel'));
    assert.ok(part.includes(`https://portal.example/appointments/${booked.appointmentId}`));
    assert.match(part, /Call the clinic on \S/);
    assert.doesNotMatch(part, /late cancellation|Ramp at the side door/);
    assert.doesNotMatch(part, /cardio|heart|palpitation|first visit/i);
  }
  const ics = await calendarOf(mail);
  for (const line of ['METHOD:REQUEST', 'SEQUENCE:1', 'STATUS:TENTATIVE'])
    assert.ok(ics.includes(line), line);
  assert.ok(ics.includes(`UID:${booked.appointmentId}@healthbooker`));
  await settled(booked.appointmentId, 2);

  await world.republish(await say(unplaced, 'restored'));
  const again = await awaitMail(ada.email, ({ subject }) => subject.endsWith('takes place after all'));
  assert.ok(again.text.includes(when) && again.text.includes('Ramp at the side door'));
  assert.ok((await calendarOf(again)).includes('STATUS:CONFIRMED'));
  const entries = await settled(booked.appointmentId, 3);
  assert.deepEqual(
    entries.map(({ template, state }) => [template, state]),
    [
      ['appointment-booked', 'sent'],
      ['appointment-unplaced', 'sent'],
      ['appointment-restored', 'sent'],
    ],
  );
  assert.equal((await mailsTo(ada.email)).length, 3);
});

test('whose time cannot be kept and whom no mail reaches is put on the worklist as not told', async () => {
  await notification();
  const ada = await world.patient({ email: '' });
  const booked = await ada.book();
  const leaveId = randomUUID();
  await world.hospital.pool.query(
    `insert into provider_leave(id, provider_id, during, note)
     values ($1, $2, tstzrange(now() + interval '2 days', now() + interval '3 days'), '')`,
    [leaveId, booked.slot?.providerId],
  );
  await world.hospital.pool.query(
    `insert into leave_visit(leave_id, appointment_id, from_slot_id, to_slot_id, state, changed_at)
     values ($1, $2, $3, null, 'unplaced', now())`,
    [leaveId, booked.appointmentId, booked.slot?.id],
  );
  await say(booked, 'unplaced');
  await settled(booked.appointmentId, 2);
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

test('after all this the ledger’s own checks find nothing', async () => {
  await notification();
  await ledgerIsSound();
});
