import assert from 'node:assert/strict';
import { enterPassword } from './pages.ts';
import type { Person, PortalStack } from './stack.ts';
import type { Visitor } from './visitor.ts';

/** Names of 96 letters: in Latin script, in one that runs from right to left, and in one with combining signs. */
export const longNames = {
  latin:
    'Maximiliane Alexandrina Wilhelmine Friederike Charlotte Theodora Ida Hohenlohe Schillingsfürst Waldenburg',
  arabic:
    'عبدالرحمن محمود عبدالله إبراهيم عبدالعزيز إسماعيل عبدالقادر عبدالحميد مصطفى الحسيني الأنصاري القرشي البغدادي',
  tamil:
    'சிவசுப்பிரமணியம் வெங்கடராமநாதன் மீனாட்சிசுந்தரம் கிருஷ்ணமூர்த்தி ஞானசம்பந்தன் திருநாவுக்கரசு பாலசுப்பிரமணியன் இராமச்சந்திரன் தமிழ்ச்செல்வன் அருணாசலம் குமாரசாமி கதிர்வேலன்',
} as const;

const desktop = { width: 1920, height: 1080 };
const phone = { width: 390, height: 844 };

export type LongNamed = {
  /** Who has a visit on the day: the three with long names, then one with a short one. */
  patients: readonly Person[];
  /** YYYY-MM-DD */
  date: string;
  reason: string;
  clinician: Visitor;
  reception: [Visitor, Person];
  admin: Visitor;
  patient: Visitor;
};

/** Long names and a reason without a space, on every list of people and in the chart, on a phone. */
export async function showLongNames(stack: PortalStack, named: LongNamed): Promise<void> {
  const { clinician, patients, date, reason } = named;
  await open(clinician, `/clinic/?date=${date}`, stack.provider, 'My day');
  await clinician.page.getByText(reason).first().waitFor();
  await clinician.check('a day of long names');
  await staysInside(clinician, 'the day list');
  await fortyFit(clinician);
  await clinician.page.goto(`${stack.url}/clinic/week?date=${date}`);
  await clinician.arrive('My week');
  await staysInside(clinician, 'the week');
  for (const { sub } of patients.slice(0, 3)) {
    await clinician.page.goto(`${stack.url}/clinic/patients/${sub}`);
    await clinician.arrive('Chart');
    await staysInside(clinician, 'the chart');
  }

  const [desk, receptionist] = named.reception;
  await open(desk, `/clinic/?date=${date}`, receptionist, /^Day of/);
  await desk.page.getByText(longNames.tamil).first().waitFor();
  await desk.check('a day of long names at the desk');
  await staysInside(desk, 'the day list at the desk');
  const { patient } = named;
  const [, arabic] = patients;
  assert.ok(arabic);
  // A try that is refused stands in the patient's list with the name of who tried.
  desk.allow(403, 404);
  await desk.page.goto(`${stack.url}/clinic/patients/${arabic.sub}`);
  await desk.page.getByText('There is no chart here that you can open').waitFor();
  await planned(stack, named);

  await open(patient, '/record/access', arabic, 'Who looked at your record');
  await patient.page.getByRole('cell', { name: longNames.latin }).first().waitFor();
  await patient.check('who looked, with a long name');
  await staysInside(patient, 'who looked');
  await patient.hand.follow('Account');
  await patient.arrive('Your account');
  await staysInside(patient, 'the account');
}

/** Leave that meets them all: nothing is saved. */
async function planned(stack: PortalStack, { admin, date }: LongNamed): Promise<void> {
  const { hand, page, arrive } = admin;
  await open(admin, '/admin/leave/new', stack.admin, 'Who is away, and when?');
  await hand.pick('Who is away', 'Dr Test 1, Consultant');
  await hand.type('First date', date);
  await hand.press('Continue');
  await arrive('Visits that cannot take place');
  await page.getByRole('rowheader', { name: longNames.arabic }).waitFor();
  await staysInside(admin, 'the visits of a leave');
  await hand.press('Continue');
  await arrive('New times');
  await staysInside(admin, 'the new times of a leave');
}

/** Signs in at a page that was asked for, and asks for it with its day. */
async function open(visitor: Visitor, path: string, person: Person, heading: string | RegExp): Promise<void> {
  await visitor.page.goto(`${visitor.url}${path}`);
  await visitor.arrive(path.startsWith('/record') ? 'Sign in' : 'Sign in to the clinic');
  await enterPassword(visitor, person);
  await visitor.arrive(heading);
  if (!path.includes('?')) return;
  await visitor.page.goto(`${visitor.url}${path}`);
  await visitor.arrive(heading);
}

/** Every control can be reached, and text from right to left does not reorder what is around it. */
export async function staysInside({ page }: Visitor, what: string): Promise<void> {
  const found = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const wide = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : [];
    const controls = [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea')];
    const out = controls
      .filter((one) => !one.matches('.skip-link, [aria-hidden="true"]'))
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.left < 0 || box.right > width))
      .map(({ one }) => `out of reach: ${one.tagName} ${one.innerText || one.id}`);
    const rightToLeft = /[\u0590-\u08ff]/;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const open: string[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node.textContent ?? '';
      if (!rightToLeft.test(text) || node.parentElement?.closest('bdi, [aria-live]')) continue;
      if (!text.includes('\u2068')) open.push(`not isolated: ${text}`);
    }
    return [...wide, ...out, ...open];
  });
  assert.deepEqual(found, [], what);
}

/** In compact rows forty visits, three with long names, stand on one large screen. */
async function fortyFit({ page, hand }: Visitor): Promise<void> {
  await page.setViewportSize(desktop);
  await hand.tick('Compact rows');
  await page.evaluate(() => scrollTo(0, 0));
  const boxes = await page
    .locator('.day-table tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => row.getBoundingClientRect()).map(({ top, height }) => [top, height]),
    );
  const [first, second, third, short] = boxes;
  assert.ok(first && second && third && short, 'four visits');
  const [top = 0] = first;
  const long = [first, second, third].reduce((sum, [, height = 0]) => sum + height, 0);
  const bottom = top + long + 37 * (short[1] ?? 0);
  assert.ok(top <= 200, `the list begins at ${top} px`);
  assert.ok(bottom <= desktop.height, `forty visits end at ${bottom} px`);
  await page.getByRole('checkbox', { name: 'Compact rows' }).uncheck();
  await page.setViewportSize(phone);
}
