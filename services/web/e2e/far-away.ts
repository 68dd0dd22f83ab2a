import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { awaitMail } from '@healthbooker/local/test/inbox';
import { answerQuestions, confirmBooking, keepTime, showTime, signIn } from './pages.ts';
import type { Person, PortalStack } from './stack.ts';
import { calendarOf } from './stored.ts';
import type { Visitor } from './visitor.ts';

/** Somebody whose device is in Karachi books a quarter past two in London: both clocks are shown everywhere. */
export async function bookFromKarachi(
  { hospital }: PortalStack,
  visitor: Visitor,
  person: Person,
): Promise<void> {
  const startAt = londonAfternoon(new Date(Date.now() + 5 * 864e5));
  await hospital.addSlots(startAt, 1);
  const hour = startAt.getUTCHours() + 5 - 12;
  const bothClocks = `London time; ${hour}:15pm where you are`;
  const { page, hand } = visitor;
  await signIn(visitor, person);
  await answerQuestions(visitor, { reason: '' });
  const quarterPastTwo = /^2:15pm/;
  await showTime(visitor, quarterPastTwo);
  await page.getByRole('radio', { name: new RegExp(`2:15pm.*${bothClocks}`) }).waitFor();
  await keepTime(visitor, quarterPastTwo);
  await page.getByText(`2:15pm (${bothClocks})`).waitFor();
  await confirmBooking(visitor);
  await page.getByText(bothClocks).waitFor();

  const start = `DTSTART:${startAt.toISOString().replaceAll(/[-:]|\.000/g, '')}`;
  const mail = await awaitMail(person.email, ({ subject }) => /is booked/.test(subject));
  assert.ok((await calendarOf(mail)).includes(start));
  assert.match(mail.text, /2:15pm/);
  const downloading = page.waitForEvent('download');
  await hand.press('Add to calendar');
  const download = await downloading;
  assert.equal(download.suggestedFilename(), 'appointment.ics');
  const calendar = await readFile(await download.path(), 'utf8');
  assert.ok(calendar.includes(start));
  assert.match(calendar, /^METHOD:PUBLISH\r?$/m);
  assert.doesNotMatch(calendar, /heart|cardio/i);
}

/** On a device in London the same person is asked once which time zone messages should use. */
export async function askedForZone(visitor: Visitor, person: Person): Promise<void> {
  const { hand, page } = visitor;
  await signIn(visitor, person);
  const question = page.getByRole('heading', { name: 'Are you in London now?' });
  await question.waitFor();
  await visitor.checkBoth('another zone than before');
  await hand.press('No, keep Karachi time');
  await question.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByText('Your next visit').waitFor();
  assert.equal(await question.count(), 0);
}

/** 2:15pm in London on the date of `day`. */
function londonAfternoon(day: Date): Date {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' });
  const date = day.toISOString().slice(0, 10);
  const found = ['13:15', '14:15']
    .map((time) => new Date(`${date}T${time}:00Z`))
    .find((instant) => clock.format(instant) === '14:15');
  if (!found) throw new Error(`London has no 14:15 on ${date}`);
  return found;
}
