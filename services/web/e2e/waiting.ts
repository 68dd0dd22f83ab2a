import assert from 'node:assert/strict';
import { awaitMail } from '@healthbooker/local/test/inbox';
import { answerQuestions, cancelVisit, helloTo, idInPath, signIn } from './pages.ts';
import type { Person, PortalStack } from './stack.ts';
import type { Visitor } from './visitor.ts';

const place = 'Your place on the waiting list';
const day_ms = 24 * 3_600_000;

type Somebody = [Visitor, Person];

/**
 * Ada has the only time; Ben and Cleo wait for it. Ada cancels, Ben declines the offer, and Cleo, next in line, gets
 * it.
 */
export async function waitForATime(
  stack: PortalStack,
  [ada, adaPerson]: Somebody,
  [ben, benPerson]: Somebody,
  [cleo, cleoPerson]: Somebody,
): Promise<void> {
  const slotId = await onlyTime(stack);
  await stack.book(adaPerson, slotId);
  const benId = await join(ben, benPerson);
  const cleoId = await join(cleo, cleoPerson);

  await signIn(ada, adaPerson);
  await ben.page.getByRole('link', { name: 'Change what suits me' }).focus();
  await cancelVisit(ada);
  const cancelled_ms = performance.now();
  await offerAppears(ben);
  assert.ok(performance.now() - cancelled_ms < 5000, 'the offer is there within five seconds');
  const focused = await ben.page.evaluate(() => document.activeElement?.textContent);
  assert.equal(focused, 'Change what suits me', 'the focus has not moved');
  await ben.check('an offer');
  await checkMail(benPerson);
  await ada.hand.press('Join the waiting list');
  await ada.arrive('Is any of this happening now?');

  await ben.hand.press('No, keep waiting');
  await ben.page.getByRole('heading', { name: 'You keep your place' }).waitFor();
  await ben.page.getByRole('heading', { name: 'We are looking for a time' }).waitFor();
  await ben.check('the place is kept');

  // At home the offer is the first thing to do.
  await cleo.hand.follow('Home');
  await cleo.arrive(helloTo(cleoPerson));
  await cleo.page.getByRole('heading', { name: 'An earlier time may be yours' }).waitFor();
  await cleo.check('an offer at home');
  await cleo.hand.follow('Answer the offer');
  await cleo.arrive(place);
  await cleo.hand.press('Take this time');
  await cleo.arrive('Your appointment is booked');
  assert.equal(idInPath(cleo.page.url()), cleoId);
  await awaitMail(cleoPerson.email, ({ subject }) => subject.endsWith('is booked'));

  await checkStored(stack, { slotId, benId, cleoId, cleo: cleoPerson });
  await changeAndLeave(ben);
}

/** The hospital has one time to give, by day where offers are made now. */
async function onlyTime({ hospital }: PortalStack): Promise<string> {
  // Nobody is told of an offer between 8 in the evening and 8 in the morning, winter or summer.
  const hour = new Date().getUTCHours();
  const zone = hour >= 23 || hour < 11 ? 'Asia/Tokyo' : hour < 13 ? 'Europe/London' : 'America/New_York';
  await hospital.pool.query('update location set time_zone = $1', [zone]);
  const start = new Date(Math.floor(Date.now() / day_ms + 5) * day_ms + day_ms / 2);
  const [slotId = ''] = await hospital.addSlots(start, 1);
  return slotId;
}

async function join(visitor: Visitor, person: Person): Promise<string> {
  const { hand, page, arrive } = visitor;
  await signIn(visitor, person);
  await answerQuestions(visitor, { reason: 'Palpitations at night' });
  await page.getByRole('heading', { name: 'No time is free that fits' }).waitFor();
  await hand.follow('Join the waiting list');
  await arrive('Join the waiting list');
  await hand.press('Join the waiting list');
  await arrive(place);
  await page.getByText(/^You have been waiting since/).waitFor();
  return idInPath(page.url());
}

async function offerAppears({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: 'Take this time' }).waitFor();
  await page.getByText(/^Please answer by .*(am|pm)/).waitFor();
}

async function checkMail({ email }: Person): Promise<void> {
  const mail = await awaitMail(email, ({ subject }) => subject === 'An earlier time may be yours');
  assert.match(mail.text, /Answer by: \w+day \d+ \w+ \d{4}, /);
  assert.doesNotMatch(mail.text, /heart|cardio|palpitation|first visit/i);
}

async function checkStored(
  { hospital: { pool } }: PortalStack,
  { slotId, benId, cleoId, cleo }: { slotId: string; benId: string; cleoId: string; cleo: Person },
): Promise<void> {
  const { rows } = await pool.query(
    `select appointment_id, patient_id, version from reservation where slot_id = $1 and status <> 'cancelled'`,
    [slotId],
  );
  assert.deepEqual(rows, [{ appointment_id: cleoId, patient_id: cleo.sub, version: 3 }]);
  const changes = await pool.query(
    `select d.appointment_id as id, array_agg(d.outcome ->> 'change' order by d.version) as changes,
       count(o.id)::int as events
     from decision d join event_view o on o.key = d.appointment_id::text and o.version = d.version
     where d.appointment_id = any ($1) group by 1`,
    [[benId, cleoId]],
  );
  const of = (id: string) => changes.rows.find((row) => row.id === id)?.changes;
  assert.deepEqual(of(benId), ['joined', 'offered', 'declined']);
  assert.deepEqual(of(cleoId), ['joined', 'offered', 'booked']);
}

async function changeAndLeave({ hand, page, arrive, check }: Visitor): Promise<void> {
  await hand.follow('Change what suits me');
  await arrive('What suits you?');
  await hand.tick(/^Afternoon/);
  await hand.tick(/^Book the first time that fits/);
  await hand.press('Save');
  await arrive(place);
  await page.getByText('afternoons').waitFor();
  await page.getByText('Book it for me without asking').waitFor();
  await hand.press('Leave the list');
  await check('asked again before leaving');
  await hand.press('Yes, leave the list');
  await page.getByRole('heading', { name: 'You have left the waiting list' }).waitFor();
  await check('left');
}
