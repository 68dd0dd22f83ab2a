import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { awaitMail, mailsTo } from '@healthbooker/local/test/inbox';
import { longNames, staysInside } from './long-names.ts';
import { enterPassword, signIn, signInAtOffice } from './pages.ts';
import { londonDate } from './six-steps.ts';
import type { Person, PortalStack } from './stack.ts';
import { calendarOf, eventually } from './stored.ts';
import type { Visitor } from './visitor.ts';

export type Unplaced = {
  admin: Visitor;
  /** Two patients whose visits have no new time; the second one's clinician stays after all. */
  first: [Visitor, Person];
  second: [Visitor, Person];
  /** Whose visit is moved by the same leave. */
  third: [Visitor, Person];
  reception: [Visitor, Person];
  /** The day of the leave, and one with free times. */
  away: Date;
  free: Date;
};

/** A leave whose visits get no new time: the patients are told, and choose another time or keep theirs after all. */
export async function leftWithoutTime(stack: PortalStack, people: Unplaced): Promise<void> {
  const { admin, away } = people;
  const [patient, mover] = people.first;
  const [stayer, stays] = people.second;
  const slots = await sessionOn(stack, away);
  const [toSlotId = ''] = (await sessionOn(stack, people.free)).slice(-1);
  const [asked, isMoved] = people.third;
  for (const [index, person] of [mover, stays, isMoved].entries())
    await stack.book(person, slots[index] ?? '');
  const leaveId = randomUUID();
  const date = londonDate(away);
  const { rows } = await stack.hospital.pool.query(
    `select appointment_id as "appointmentId", version, case when patient_id = $2 then $3 end as "toSlotId"
     from reservation where patient_id = any($1)`,
    [[mover.sub, stays.sub, isMoved.sub], isMoved.sub, toSlotId],
  );
  await stack.asStaff(stack.admin, 'PUT', `/clinic/v1/leave/${leaveId}`, {
    providerId: stack.hospital.providers[1],
    period: { firstDate: date, lastDate: date, fromTime: null, toTime: null },
    note: '',
    moves: rows,
  });
  await toldOnce(mover, /cannot take place$/, 'STATUS:TENTATIVE');
  await toldOnce(stays, /cannot take place$/, 'STATUS:TENTATIVE');

  await atReception(people);
  await signInAtOffice(admin, stack.admin);
  await admin.hand.follow('Worklist');
  await admin.arrive('Worklist');
  await admin.page
    .getByRole('row', { name: /No time yet/ })
    .first()
    .waitFor();
  await admin.checkBoth('the worklist');
  await staysInside(admin, 'the worklist');
  await chooseAnother(patient, mover);
  await signIn(asked, isMoved);
  await asked.page.getByText('Does the new time suit you?').waitFor();
  await asked.checkBoth('home with a visit that the clinic moved');

  await signIn(stayer, stays);
  await stayer.page.getByRole('heading', { name: 'The clinic cannot keep this time' }).waitFor();
  await admin.page.goto(`${admin.url}/admin/leave/${leaveId}`);
  await admin.arrive('One leave');
  await admin.checkBoth('a leave without new times');
  await admin.hand.press('Call the leave off');
  await admin.hand.press('Call it off');
  await admin.page.getByText('This leave was called off').waitFor();
  await toldOnce(stays, /takes place after all$/, 'STATUS:CONFIRMED');
  // The page hears of it by itself.
  await stayer.page
    .getByRole('heading', { name: 'The clinic cannot keep this time' })
    .waitFor({ state: 'detached' });
  await stayer.check('home when the visit takes place after all');
  assert.equal((await mailsTo(mover.email)).filter(({ subject }) => /after all/.test(subject)).length, 0);
}

/** An extra clinic of the second clinician in the morning of a day; its times in order. */
async function sessionOn(stack: PortalStack, day: Date): Promise<string[]> {
  const sessionId = randomUUID();
  const date = londonDate(day);
  const weekday = day.getUTCDay() === 0 ? 7 : day.getUTCDay();
  await stack.asStaff(stack.admin, 'PUT', `/clinic/v1/sessions/${sessionId}`, {
    version: 0,
    dryRun: false,
    session: {
      providerId: stack.hospital.providers[1],
      locationId: 'north',
      visitTypeId: 'heart-first',
      mode: 'in-person',
      weekday,
      starts: '09:00',
      ends: '12:00',
      seats: 1,
      firstDate: date,
      lastDate: date,
      carveOut: null,
    },
  });
  const { rows } = await stack.hospital.pool.query<{ id: string }>(
    "select id from slot where session_id = $1 and state = 'free' order by start_at",
    [sessionId],
  );
  return rows.map(({ id }) => id);
}

/** One mail with this subject, with the calendar entry as it stands; it says nothing of what the visit is for. */
async function toldOnce({ email }: Person, subject: RegExp, status: string): Promise<void> {
  const isAbout = (mail: { subject: string }) => subject.test(mail.subject);
  const mail = await awaitMail(email, isAbout);
  assert.ok((await calendarOf(mail)).includes(status), status);
  assert.doesNotMatch(mail.text, /heart|cardio/i);
  assert.equal((await mailsTo(email)).filter(isAbout).length, 1);
}

async function atReception({ reception: [desk, receptionist], away }: Unplaced): Promise<void> {
  await desk.page.goto(`${desk.url}/clinic/`);
  await desk.arrive('Sign in to the clinic');
  await enterPassword(desk, receptionist);
  await desk.arrive(/^Day of/);
  await desk.page.goto(`${desk.url}/clinic/?date=${londonDate(away)}`);
  await desk.arrive(/^Day of/);
  await desk.hand.pick('Clinician', 'Dr Test 2, Consultant');
  await desk.arrive(/^Day of Dr Test 2/);
  await desk.page.getByText(longNames.latin).first().waitFor();
  assert.equal(await desk.page.getByText('Needs a new time').count(), 2);
  await desk.checkBoth('a day without its clinician');
  await staysInside(desk, 'a day without its clinician');
}

/** From Home to another time, by what Home says first. */
async function chooseAnother(visitor: Visitor, person: Person): Promise<void> {
  const { hand, page, arrive } = visitor;
  await signIn(visitor, person);
  await page.getByRole('heading', { name: 'The clinic cannot keep this time' }).waitFor();
  await visitor.checkBoth('home with a visit that cannot be kept');
  await hand.follow('Details');
  await arrive('Your appointment');
  await page.getByRole('heading', { name: 'The clinic cannot keep this time' }).waitFor();
  assert.equal(await page.getByText('Bring your medicines').count(), 0, 'nobody prepares for it');
  await visitor.checkBoth('a visit that cannot be kept');
  await hand.follow('Cancel this visit');
  await arrive('Cancel this appointment?');
  await hand.follow('Move it instead');
  await arrive('Move your appointment');
  await page.getByText('The clinic cannot keep this time').waitFor();
  await page.getByRole('radio', { name: /am|pm/ }).first().waitFor();
  await hand.choose(/am|pm/);
  await hand.press('Keep this time and check');
  await arrive('Check the new time');
  await hand.press('Confirm the new time');
  await arrive('Your appointment is moved');
  await eventually('the visit has its new time', async () => {
    const [mail] = (await mailsTo(person.email)).filter(({ subject }) => /is now on/.test(subject));
    return mail;
  });
  await page.goto(visitor.url);
  await page.getByText('Your next visit').waitFor();
  assert.equal(await page.getByText('The clinic cannot keep this time').count(), 0);
}
