import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { awaitMail, mailsTo, type ReceivedMail } from '@healthbooker/local/test/inbox';
import { staffDate } from '../src/shared/time/format.ts';
import {
  addNote,
  answerQuestions,
  cancelVisit,
  confirmBooking,
  enterPassword,
  helloTo,
  keepTime,
  moveVisit,
  signInAtClinic,
  signOut,
  signUp,
} from './pages.ts';
import type { Person, PortalStack } from './stack.ts';
import { calendarOf, storedBooking, storedHeadlines, storedItem } from './stored.ts';
import type { Visitor } from './visitor.ts';

const reason = 'Palpitations at night';
const note = 'Regular pulse, no murmur.';
/** Words that no mail, calendar or address may contain. */
const privateWords = /heart|cardio|palpitation|first visit/i;

/** The main journey: from signing up to reading what the clinician wrote. */
export async function sixSteps(
  stack: PortalStack,
  patient: Visitor,
  clinician: Visitor,
  person: Person,
): Promise<void> {
  await signUp(patient, person);
  await signOut(patient);
  await enterPassword(patient, person);
  await patient.arrive(helloTo(person));

  await answerQuestions(patient, { reason, clinician: stack.provider.name, help: 'Step-free access' });
  await keepTime(patient);
  const appointmentId = await confirmBooking(patient);
  const { patientId, startAt } = await checkStored(stack, appointmentId);
  const mail = await onlyMail(person, /is booked/);
  await checkCalendar(mail, { appointmentId, sequence: 0, method: 'REQUEST' });
  await patient.hand.follow('Home');
  await patient.arrive(helloTo(person));

  await readAndAddNote(stack, clinician, person, startAt);
  await checkRecord(stack, patientId);
  // The patient's open page hears of it by itself.
  await patient.page.getByText(/^A note of a visit was added on/).waitFor();
  await readRecord(stack, patient);

  await moveAndCancel(stack, patient, person, { appointmentId, patientId });
}

async function checkStored(
  stack: PortalStack,
  appointmentId: string,
): Promise<{ patientId: string; startAt: Date }> {
  const { reservation, decisions, events } = await storedBooking(stack, appointmentId);
  assert.equal(reservation['status'], 'booked');
  assert.deepEqual([reservation['version'], decisions, events], [1, [1], [1]]);
  const patientId = String(reservation['patient_id']);
  const item = await storedItem(stack, { patientId, appointmentId, version: 1 });
  assert.equal(item['providerId'], stack.provider.sub);
  assert.equal(item['status'], 'booked');
  const { rows } = await stack.hospital.pool.query('select start_at from slot where id = $1', [
    reservation['slot_id'],
  ]);
  const startAt: Date = rows[0].start_at;
  assert.equal(Date.parse(String(item['appointmentDate'])), startAt.getTime());
  return { patientId, startAt };
}

/** The mail with this subject; there must be no second one. */
async function onlyMail({ email }: Person, subject: RegExp): Promise<ReceivedMail> {
  const mail = await awaitMail(email, (each) => subject.test(each.subject));
  await sleep(300);
  const all = (await mailsTo(email)).filter((each) => subject.test(each.subject));
  assert.equal(all.length, 1, 'mails of one change');
  for (const words of [mail.subject, mail.text, mail.html ?? '']) assert.doesNotMatch(words, privateWords);
  return mail;
}

async function checkCalendar(
  mail: ReceivedMail,
  is: { appointmentId: string; sequence: number; method: 'REQUEST' | 'CANCEL' },
): Promise<void> {
  const calendar = await calendarOf(mail);
  assert.doesNotMatch(calendar, privateWords);
  assert.match(calendar, new RegExp(`^METHOD:${is.method}\r?$`, 'm'));
  assert.match(calendar, new RegExp(`^SEQUENCE:${is.sequence}\r?$`, 'm'));
  assert.match(calendar, new RegExp(`^UID:${is.appointmentId}@healthbooker\r?$`, 'm'));
}

async function readAndAddNote(
  { provider }: PortalStack,
  visitor: Visitor,
  person: Person,
  startAt: Date,
): Promise<void> {
  const { hand, page, arrive, check } = visitor;
  await signInAtClinic(visitor, provider);
  await arrive('My day');
  const wanted = staffDate(londonDate(startAt));
  for (let days = 0; (await page.getByLabel('Date', { exact: true }).inputValue()) !== wanted; days += 1) {
    assert.ok(days < 10, 'the day of the visit is not reached');
    await hand.press('Day after');
  }
  const row = page.getByRole('row', { name: new RegExp(person.name) });
  await row.waitFor();
  for (const words of [reason, 'Step-free access', 'Booked']) await row.getByText(words).waitFor();
  await check('the day of the visit');
  await hand.follow(person.name);
  await arrive('Chart');
  await addNote(visitor, note);
  await page.getByText(note).waitFor();
  await visitor.check('the chart with the note');
}

async function checkRecord(stack: PortalStack, patientId: string): Promise<void> {
  const { rows } = await stack.ehr.query(
    'select kind, version, author_id, body from entry where patient_id = $1',
    [patientId],
  );
  assert.equal(rows.length, 1);
  assert.deepEqual(
    [rows[0].kind, rows[0].version, rows[0].author_id],
    ['encounter-note', 1, stack.provider.sub],
  );
  assert.equal(rows[0].body.text, note);
  const [headline] = await storedHeadlines(stack, patientId);
  assert.equal(headline?.['kind'], 'encounter-note');
  assert.equal(headline?.['providerId'], stack.provider.sub);
  assert.ok(!JSON.stringify(headline).includes(note), 'the headline has no clinical text');
}

async function readRecord({ provider }: PortalStack, { hand, page, arrive }: Visitor): Promise<void> {
  await hand.follow('Open your record');
  await arrive('Your record');
  await page.getByText(note).waitFor();
  await hand.follow('See who looked at your record');
  await arrive('Who looked at your record');
  await page
    .getByRole('row', { name: new RegExp(provider.name) })
    .first()
    .waitFor();
}

async function moveAndCancel(
  stack: PortalStack,
  patient: Visitor,
  person: Person,
  { appointmentId, patientId }: { appointmentId: string; patientId: string },
): Promise<void> {
  const { hand, arrive } = patient;
  await hand.follow('Home');
  await arrive(helloTo(person));
  await moveVisit(patient);
  await storedItem(stack, { patientId, appointmentId, version: 2 });
  await checkCalendar(await onlyMail(person, /is now on/), { appointmentId, sequence: 1, method: 'REQUEST' });

  await hand.follow('Home');
  await arrive(helloTo(person));
  await cancelVisit(patient);
  const item = await storedItem(stack, { patientId, appointmentId, version: 3 });
  assert.equal(item['status'], 'cancelled');
  await checkCalendar(await onlyMail(person, /is cancelled/), {
    appointmentId,
    sequence: 2,
    method: 'CANCEL',
  });
  const { reservation, decisions } = await storedBooking(stack, appointmentId);
  assert.equal(reservation['status'], 'cancelled');
  assert.deepEqual(decisions, [1, 2, 3]);
}

/** The date of an instant in London, YYYY-MM-DD. */
export function londonDate(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(instant);
}
