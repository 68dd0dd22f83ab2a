import assert from 'node:assert/strict';
import { staffDate } from '../src/shared/time/format.ts';
import { signInAtClinic, signInAtOffice } from './pages.ts';
import { londonDate } from './six-steps.ts';
import type { Person, PortalStack } from './stack.ts';
import type { Visitor } from './visitor.ts';

/** An administrator adds a session, closes a day, looks at who waits and replays a decision; the clinician's week shows it. */
export async function workInOffice(
  stack: PortalStack,
  { admin, clinician }: { admin: Visitor; clinician: Visitor },
  person: Person,
  booked: Date,
): Promise<void> {
  await signInAtOffice(admin, stack.admin);
  await addExtraClinic(stack, admin, booked);
  await closeADay(admin, booked);
  await admin.hand.follow('Waiting list');
  await admin.arrive('Waiting list');
  await admin.page.getByText('Nobody waits in this specialty').waitFor();
  await admin.hand.follow('Worklist');
  await admin.arrive('Worklist');
  await replay(admin);
  await readWeek(stack, clinician, person, booked);

  // Administration is not for clinicians, and the clinic is not for administrators.
  await clinician.page.goto(`${clinician.url}/admin/`);
  await clinician.arrive('Waiting list');
  await admin.page.goto(`${admin.url}/clinic/`);
  await admin.arrive('Availability');
}

async function addExtraClinic({ provider }: PortalStack, visitor: Visitor, booked: Date): Promise<void> {
  const { hand, page, arrive, check } = visitor;
  await hand.follow('Add a session');
  await arrive('Add a session');
  await hand.press('Show what this changes');
  await page.getByRole('alert').getByText('Choose a location').waitFor();
  await check('a session without a place');
  await hand.pick('Clinician', `${provider.name}, Consultant`);
  await hand.pick('Location', 'North Clinic (London time)');
  await hand.pick('Kind of visit', 'First visit, 30 minutes (Cardiology)');
  await hand.choose('Once, an extra clinic');
  await hand.type('Date', staffDate(londonDate(booked)));
  await hand.type('Begins', '18:00');
  await hand.type('Ends', '20:00');
  await hand.press('Show what this changes');
  await page.getByText('4 times are added').waitFor();
  await check('what a session changes');
  await hand.press('Save');
  await arrive('Availability');
  const row = page.getByRole('row', { name: new RegExp(staffDate(londonDate(booked))) });
  await row.waitFor();

  // Nobody has booked there: what changes is confirmed at once.
  await row.getByRole('link', { name: /^Change / }).click();
  await arrive('What changes?');
  await hand.type('Ends', '21:00');
  await hand.press('Continue');
  await arrive('No booked visit is affected');
  await page.getByText('2 times are added.').waitFor();
  await hand.press('Back');
  await arrive('What changes?');
  await hand.press('Continue');
  await arrive('No booked visit is affected');
  await hand.press('Save the session');
  await arrive('Availability');
  await row.getByText(/18:00.21:00/).waitFor();
}

async function closeADay(visitor: Visitor, booked: Date): Promise<void> {
  const { hand, page, arrive, check } = visitor;
  const date = staffDate(londonDate(new Date(booked.getTime() + 86_400_000)));
  await hand.follow('Closures');
  await arrive('Closures');
  await hand.follow('Add a closure');
  await arrive('What is closed, and when?');
  await hand.pick('Where', 'The whole hospital: all places');
  await hand.type('First date', date);
  await hand.type('Why', 'Staff training');
  await hand.press('Continue');
  await arrive('No booked visit is affected');
  await hand.press('Save the closure');
  await arrive('Closures');
  await page.getByRole('row', { name: /Staff training/ }).waitFor();
  await check('a closure');
}

async function replay({ hand, page, arrive, check }: Visitor): Promise<void> {
  await hand.follow('Decisions');
  await arrive('Decisions');
  await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
  await arrive('One decision');
  await hand.press('Replay');
  await page.getByRole('heading', { name: 'Same answer' }).waitFor();
  await check('a decision replayed');
}

/** The week by keys alone: Tab comes to it once, arrow keys move, each cell says what it is. */
async function readWeek(
  { provider }: PortalStack,
  visitor: Visitor,
  person: Person,
  booked: Date,
): Promise<void> {
  const { hand, page, arrive, check } = visitor;
  await signInAtClinic(visitor, provider);
  await arrive('My day');
  await hand.follow('Week');
  await arrive('My week');
  await hand.type('Week with', staffDate(londonDate(booked)));
  await page.keyboard.press('Enter');
  const cell = page.getByRole('gridcell', { name: new RegExp(`Booked, ${person.name}`) });
  await cell.waitFor();
  const extra = page.getByRole('gridcell', { name: /18:00 to 18:30, Free/ });
  await extra.waitFor();
  await check('the week of the visit');
  for (let tabs = 0; (await focusedRole(visitor)) !== 'TD'; tabs += 1) {
    assert.ok(tabs < 60, 'Tab does not come to the grid');
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Control+Home');
  const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  assert.match(await label(), /^Monday \d+ \w+, /);
  await page.keyboard.press('ArrowRight');
  assert.match(await label(), /^Tuesday \d+ \w+, /);
  await page.keyboard.press('Control+End');
  assert.match(await label(), /^Sunday \d+ \w+, 20:30/);
}

function focusedRole({ page }: Visitor): Promise<string> {
  return page.evaluate(() => document.activeElement?.tagName ?? '');
}
