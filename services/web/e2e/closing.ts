import assert from 'node:assert/strict';
import { awaitMail, mailsTo } from '@healthbooker/local/test/inbox';
import { staffDate } from '../src/shared/time/format.ts';
import type { Places } from './closing-places.ts';
import { stored } from './leave.ts';
import { signInAtOffice } from './pages.ts';
import { londonDate } from './six-steps.ts';
import type { Person, PortalStack } from './stack.ts';
import type { Visitor } from './visitor.ts';

const day_ms = 86_400_000;

export type Closing = {
  /** Who has a visit at the place that closes, in order of time. */
  people: readonly Person[];
  /** Books a time that the plan needs while the admin looks at the plan. */
  other: Person;
  places: Places;
  /** The first of three days. */
  from: Date;
};

/**
 * A place closes for three days. Its visits are planned within the region and anew when a time goes, nothing is saved
 * before Save, everybody is told once, the rest is settled one by one, and somebody else reads the list again.
 */
export async function closePlace(
  stack: PortalStack,
  { admin, reader }: { admin: Visitor; reader: Visitor },
  closing: Closing,
): Promise<void> {
  const { people, places } = closing;
  const { hand, page, arrive } = admin;
  await signInAtOffice(admin, stack.admin);
  await describeClosure(admin, closing);
  const before = await stored(stack);
  await arrive('Visits that cannot take place');
  await page.getByText(`${people.length} booked visits cannot take place then`).waitFor();
  assert.equal(await page.getByRole('rowheader').count(), people.length);
  await hand.press('Continue');
  await readTimes(admin, closing, places.room);
  await toLastStep(admin);
  assert.deepEqual(await stored(stack), before, 'nothing is saved before Save');

  // Somebody books a time of the plan: nothing is saved, and there is a new plan.
  await takeATime(stack, closing);
  const taken = await stored(stack);
  admin.allow(409);
  await hand.press('Save the closure');
  const placed = places.room - 1;
  await readTimes(admin, closing, placed);
  await page.getByRole('alert').getByText('This is a new plan').waitFor();
  assert.deepEqual(await stored(stack), taken, 'nothing is saved of a plan that does not hold');
  await toLastStep(admin);
  // One message for each patient; the first of each kind is open.
  assert.equal(await page.locator('article').count(), people.length);
  const previews = await page.getByRole('article').allInnerTexts();
  assert.equal(previews.length, 2);
  await hand.press('Save the closure');
  await arrive('The change is saved');
  const rest = people.length - placed;
  await page.getByText(`${rest} without a time, ${placed} wait for an answer`).first().waitFor();
  await checkStored(stack, closing, placed);
  const told = await checkMails(people, { placed, previews });
  console.log(
    `visits hit ${people.length}, placed ${placed}, most placeable ${placed}, messages sent ${told}, to call ${rest}`,
  );
  await settleRest(admin, closing, rest);
  await readAgain(stack, reader, closing, { placed, rest });
}

async function describeClosure(visitor: Visitor, { places, from }: Closing): Promise<void> {
  const { hand, page, arrive, check } = visitor;
  await hand.follow('Closures');
  await arrive('Closures');
  await hand.follow('Add a closure');
  await arrive('What is closed, and when?');
  await hand.press('Continue');
  await page.getByRole('alert').getByText('Enter the first date').waitFor();
  await check('a closure without dates');
  await hand.pick('Where', places.names.closing);
  await hand.type('First date', staffDate(londonDate(from)));
  await hand.type('Last date (if another)', staffDate(londonDate(new Date(from.getTime() + 2 * day_ms))));
  await hand.type('Why', 'Burst pipe');
  await hand.press('Continue');
}

/** The proposals: as many as the region has room for, none of them abroad. */
async function readTimes(visitor: Visitor, { people, places }: Closing, placed: number): Promise<void> {
  const { page, arrive } = visitor;
  await arrive('New times');
  await page
    .getByText(
      `${placed} of ${people.length} visits have a new time; more is not possible with the free times`,
    )
    .waitFor();
  assert.equal(await page.getByRole('rowheader').count(), placed);
  assert.equal(await page.getByRole('main').getByText(places.names.far).count(), 0);
  assert.notEqual(await page.getByRole('row').getByText(places.names.near).count(), 0);
  assert.notEqual(await page.getByText('Other place').count(), 0);
}

async function toLastStep({ hand, arrive }: Visitor): Promise<void> {
  await hand.press('Continue');
  await arrive('Visits without a new time');
  await hand.press('Continue');
  await arrive('What patients are told');
}

/** Somebody books the last free time at the place's neighbour. */
async function takeATime(stack: PortalStack, { other }: Closing): Promise<void> {
  const { rows } = await stack.hospital.pool.query(
    `select id from slot where location_id = 'hillside' and state = 'free' order by start_at desc limit 1`,
  );
  await stack.book(other, rows[0].id);
}

/** Every visit has moved within London or waits on the worklist. */
async function checkStored(
  { hospital: { pool } }: PortalStack,
  { people }: Closing,
  placed: number,
): Promise<void> {
  const { rows } = await pool.query(
    `select v.state, s.location_id as place, r.version
     from leave_visit v join reservation r using (appointment_id) join slot s on s.id = r.slot_id
     where r.patient_id = any($1)`,
    [people.map(({ sub }) => sub)],
  );
  assert.equal(rows.length, people.length, 'every visit is on the list once');
  const moved = rows.filter(({ state }) => state === 'proposed');
  assert.equal(moved.length, placed);
  assert.deepEqual([...new Set(moved.map(({ place }) => place))].sort(), ['hillside', 'riverside']);
  assert.deepEqual([...new Set(rows.map(({ version }) => version))], [2]);
}

/** Each patient has one mail about it, in the words that were shown: a new time, or none yet. Returns how many mails. */
async function checkMails(
  people: readonly Person[],
  { placed, previews }: { placed: number; previews: readonly string[] },
): Promise<number> {
  const isAboutIt = ({ subject }: { subject: string }) => /is now on|cannot take place/.test(subject);
  const told = await Promise.all(
    people.map(async ({ email, name }) => {
      await awaitMail(email, isAboutIt);
      const [mail, ...more] = (await mailsTo(email)).filter(isAboutIt);
      assert.ok(mail);
      assert.deepEqual(more, [], `${name} is told once`);
      const preview = previews.find((text) => text.includes(`Hello ${name},`)) ?? '';
      const words = preview.split('\n').filter((line) => line !== '' && !line.startsWith('To '));
      for (const line of words) assert.ok(mail.text.includes(line), `the mail does not say “${line}”`);
      return mail;
    }),
  );
  assert.equal(told.filter(({ subject }) => /is now on/.test(subject)).length, placed);
  assert.equal(previews.filter((text) => told.some((mail) => text.includes(mail.subject))).length, 2);
  return told.length;
}

/** Agrees a time with each patient on the worklist, until nobody is left. */
async function settleRest(visitor: Visitor, { places }: Closing, rest: number): Promise<void> {
  const { hand, page, arrive, check } = visitor;
  await places.addFree(rest);
  await hand.follow('Worklist');
  await arrive('Worklist');
  const links = page.getByRole('link', { name: /^Settle: Closing Patient/ });
  for (let left = rest; left > 0; left -= 1) {
    await links.first().waitFor();
    assert.equal(await links.count(), left);
    await hand.follow(/^Settle: Closing Patient/);
    await arrive('Settle a visit');
    await hand.choose(/London time/);
    await hand.press('Move the visit');
    await arrive('Worklist');
  }
  await page.getByText('Everybody who was affected has a time').waitFor();
  await check('an empty worklist');
}

/** Later another person reads whom the closure hit, and what became of each visit. */
async function readAgain(
  stack: PortalStack,
  visitor: Visitor,
  { people }: Closing,
  { placed, rest }: { placed: number; rest: number },
): Promise<void> {
  const { hand, page, arrive } = visitor;
  await signInAtOffice(visitor, stack.admin);
  await hand.follow('Changes');
  await arrive('Changes');
  await hand.follow(/^Closure, /);
  await arrive('One change');
  await page.getByText(`${placed} wait for an answer, ${rest} taken care of`).first().waitFor();
  const rows = page.locator('tbody th');
  await hand.press('Show more visits');
  await rows.nth(people.length - 1).waitFor();
  const names = await rows.allInnerTexts();
  assert.deepEqual(names.sort(), people.map(({ name }) => name).sort());
}
