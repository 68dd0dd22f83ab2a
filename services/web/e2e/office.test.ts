import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { closePlace } from './closing.ts';
import { addPlaces, type Places } from './closing-places.ts';
import { keyboard } from './keyboard.ts';
import { planLeave } from './leave.ts';
import { longNames } from './long-names.ts';
import { workInOffice } from './office.ts';
import { changePolicy } from './policy.ts';
import { openFarAway, sayWhereOneCanCome } from './regions.ts';
import { type PortalStack, startPortals } from './stack.ts';
import { leftWithoutTime } from './unplaced.ts';
import { together, visit } from './visitor.ts';

const day_ms = 86_400_000;
const hour_ms = 3_600_000;
const phone = { width: 390, height: 844 };

let stack: PortalStack;
let browser: Browser;
let places: Places;
const closing = new Date(Math.ceil(Date.now() / day_ms) * day_ms + 12 * day_ms + 9 * hour_ms);

before(async () => {
  [stack, browser] = await Promise.all([startPortals(), launchBrowser()]);
  // Before anybody reads the directory: the services keep it for a while.
  places = await addPlaces(stack, closing, { days: 3, perDay: 46, room: 134 });
});
after(async () => {
  await browser?.close();
  await stack?.close();
});

test('leave with twelve affected: nothing is saved before Save, then one message each', async () => {
  const { url, hospital } = stack;
  const away = new Date(Math.ceil(Date.now() / day_ms) * day_ms + 10 * day_ms + 9 * hour_ms);
  const slots = await hospital.addSlots(away, 14);
  await hospital.addSlots(new Date(away.getTime() + 3 * day_ms), 14);
  const people = Array.from({ length: 12 }, (_, index) => stack.patient(`Leave Patient ${index + 1}`));
  for (const [index, person] of people.entries()) await stack.book(person, slots[index] ?? '');
  const admin = await visit(browser, { url, name: 'leave-admin', hand: keyboard });
  const patient = await visit(browser, { url, name: 'leave-patient', viewport: phone });
  await together([admin, patient], () => planLeave(stack, { admin, patient }, people, away));
});

test('a place closes for three days: planned within the region, saved once, everybody told once, the rest settled', async () => {
  const { url } = stack;
  const people = Array.from({ length: 136 }, (_, index) => stack.patient(`Closing Patient ${index + 1}`));
  for (const [index, person] of people.entries()) await stack.book(person, places.booked[index] ?? '');
  const admin = await visit(browser, { url, name: 'closing-admin' });
  const reader = await visit(browser, { url, name: 'closing-reader', viewport: phone });
  const other = stack.patient('Other Patient');
  await together([admin, reader], () =>
    closePlace(stack, { admin, reader }, { people, other, places, from: closing }),
  );
});

test('administration on a phone, in the dark: sessions, closures, the waiting list, a decision replayed', async () => {
  const { url, hospital } = stack;
  const from = new Date(Math.ceil(Date.now() / day_ms) * day_ms + 20 * day_ms + 9 * hour_ms);
  const [slotId = ''] = await hospital.addSlots(from, 1);
  const person = stack.patient('Rosa Lind');
  await stack.book(person, slotId);
  const look = { url, viewport: phone, colorScheme: 'dark' as const };
  const admin = await visit(browser, { ...look, name: 'office-admin' });
  const clinician = await visit(browser, { url, name: 'office-clinician', hand: keyboard });
  await together([admin, clinician], () => workInOffice(stack, { admin, clinician }, person, from));
});

test('a leave that leaves visits without a time: their patients are told, one moves, the other comes after all', async () => {
  const { url } = stack;
  const day = (ahead: number) =>
    new Date(Math.ceil(Date.now() / day_ms) * day_ms + ahead * day_ms + 9 * hour_ms);
  await openFarAway(stack);
  const admin = await visit(browser, { url, name: 'unplaced-admin' });
  const mover = await visit(browser, { url, name: 'unplaced-mover', viewport: phone });
  const stayer = await visit(browser, { url, name: 'unplaced-stayer', viewport: phone });
  const moved = await visit(browser, { url, name: 'unplaced-moved', viewport: phone });
  const desk = await visit(browser, { url, name: 'unplaced-desk' });
  const longNamed = (script: keyof typeof longNames) =>
    stack.patient(`Unplaced ${script}`, { name: longNames[script] });
  await together([admin, mover, stayer, moved, desk], () =>
    leftWithoutTime(stack, {
      admin,
      first: [mover, { ...longNamed('latin'), name: longNames.latin }],
      second: [stayer, { ...longNamed('arabic'), name: longNames.arabic }],
      third: [moved, { ...longNamed('tamil'), name: longNames.tamil }],
      reception: [desk, stack.staff('Unplaced Desk', 'Receptionists')],
      away: day(30),
      free: day(33),
    }),
  );
});

test('the policy and the question for a region hold long names, on a desktop and on a phone', async () => {
  const { url } = stack;
  const admin = await visit(browser, { url, name: 'policy-admin' });
  const patient = await visit(browser, { url, name: 'region-patient' });
  const staff = stack.staff('Policy Admin', 'Admins', { name: longNames.tamil });
  await together([admin], () => changePolicy(admin, staff));
  await together([patient], () => sayWhereOneCanCome(patient, stack.patient('Region Rover')));
});
