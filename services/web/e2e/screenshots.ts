/**
 * Writes the pictures of the README into docs/screenshots, from a system with the made-up hospital:
 * `npm run screenshots`. With HB_URL it uses the one that runs there, otherwise it starts one of its own.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { password } from '@healthbooker/local/seed/logins';
import { stackPlace, startLocalStack } from '@healthbooker/local/test/local-stack';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { type Hand, mouse } from './hand.ts';
import { clinicWeek, type OfficeGuide, officePortal } from './office-tour.ts';

const folder = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
const patient = 'laura.bennington@example.com';
const clinician = 'amara.okafor@example.com';

type Guide = { page: Page; hand: Hand; url: string; heading(name: string | RegExp): Promise<void> };

const looks = {
  wide: { suffix: '', viewport: desktop, colorScheme: 'light' },
  narrow: { suffix: '-phone', viewport: phone, colorScheme: 'light' },
  dark: { suffix: '-dark', viewport: desktop, colorScheme: 'dark' },
} as const;

/** Pictures of the page as it is. */
async function picture({ page }: Guide, name: string, ...wanted: (keyof typeof looks)[]): Promise<void> {
  for (const look of wanted) {
    const { suffix, viewport, colorScheme } = looks[look];
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await page.mouse.move(0, 0);
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: `${folder}${name}${suffix}.png`, animations: 'disabled' });
  }
  await page.setViewportSize(desktop);
}

async function patientsPortal(guide: Guide): Promise<void> {
  const { page, hand, url, heading } = guide;
  await page.goto(url);
  await heading('Sign in');
  await signIn(hand, patient);
  await heading(/^Hello/);
  await picture(guide, 'home', 'wide', 'narrow');
  await hand.follow('Record');
  await heading('Your record');
  await picture(guide, 'record', 'wide', 'narrow', 'dark');
  await hand.follow('Book');
  await heading('Who is this visit for?');
  await hand.choose('Myself');
  await hand.press('Continue');
  await heading('Is any of this happening now?');
  await hand.choose('No, none of these');
  await hand.press('Continue');
  await heading('Do you have a referral or follow-up?');
  await picture(guide, 'ordered', 'wide', 'narrow');
  await hand.choose('No, this is about something else');
  await hand.press('Continue');
  await heading('Which clinic do you need?');
  await page.getByRole('radio').first().check();
  await hand.press('Continue');
  await heading('What kind of visit?');
  await page.getByRole('radio').first().check();
  await hand.press('Continue');
  await heading('What is it about?');
  await hand.press('Continue');
  await heading('What suits you?');
  await hand.tick(/^Afternoon/);
  await hand.press('Continue');
  await heading('Do you need help at the visit?');
  await hand.press('Find a time');
  await heading('Choose a time');
  await picture(guide, 'offer', 'wide', 'narrow');
  await hand.press('Keep this time and check');
  await heading('Check and confirm');
  await hand.press('Confirm and book');
  await heading('Your appointment is booked');
  await picture(guide, 'confirmation', 'wide', 'narrow');
}

async function clinicPortal(guide: Guide): Promise<void> {
  const { page, hand, url, heading } = guide;
  await page.goto(`${url}/clinic/`);
  await heading('Sign in to the clinic');
  await signIn(hand, clinician);
  await heading('My day');
  // A day off has nothing to show.
  const visits = page.getByRole('rowheader').getByRole('link');
  const free = page.getByText('Nobody is booked on this day');
  await visits.first().or(free).waitFor();
  while (await free.isVisible()) {
    await hand.press('Day after');
    await visits.first().or(free).waitFor();
  }
  await hand.press(/^Arrived:/);
  await page.getByRole('link', { name: /^Open next arrived/ }).waitFor();
  await picture(guide, 'clinic-day', 'wide', 'narrow', 'dark');
  await visits.first().click();
  await heading('Chart');
  await picture(guide, 'chart', 'wide', 'narrow');
  await clinicWeek(officeGuide(guide));
}

/** The same guide, for pages that are all pictured alike. */
function officeGuide(guide: Guide): OfficeGuide {
  return {
    ...guide,
    signIn: (email) => signIn(guide.hand, email),
    picture: (name) => picture(guide, name, 'wide', 'narrow'),
  };
}

async function signIn(hand: Hand, email: string): Promise<void> {
  await hand.type('E-mail address', email);
  await hand.type('Password', password);
  await hand.press('Sign in');
}

async function guided(browser: Browser, url: string, tour: (guide: Guide) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    viewport: desktop,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await tour({
    page,
    hand: mouse(page),
    url,
    async heading(name) {
      await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
      await page.waitForFunction(() => document.querySelector('.skeleton') === null);
    },
  });
  await context.close();
}

mkdirSync(folder, { recursive: true });
const running = process.env['HB_URL'];
const place = running === undefined ? await stackPlace() : undefined;
const stack = place && (await startLocalStack(place));
const browser = await launchBrowser();
try {
  const url = running ?? stack?.url ?? '';
  await guided(browser, url, patientsPortal);
  await guided(browser, url, clinicPortal);
  await guided(browser, url, (guide) => officePortal(officeGuide(guide)));
} finally {
  await browser.close();
  await stack?.end();
  place?.remove();
}
