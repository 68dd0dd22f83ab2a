import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type Hand, mouse } from './hand.ts';

/** Words that no title and no address may hold: they say what somebody is treated for. */
const privateWords = /heart|cardio|palpitation/i;
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
const shotsFolder = process.env['HB_E2E_SHOTS'];

export type Visitor = {
  page: Page;
  hand: Hand;
  /** The address of the portals. */
  url: string;
  /** Waits for the page with this h1, which has the focus, and checks what must hold on every page. */
  arrive(heading: string | RegExp): Promise<void>;
  /** Checks a page that changed without a new heading, e.g. one that refused a form. */
  check(name: string): Promise<void>;
  /** The same on a desktop and on a phone; the screen is as it was afterwards. */
  checkBoth(name: string): Promise<void>;
  /** Lets the server refuse with this status: the browser writes that to the console. */
  allow(...statuses: number[]): void;
  /** Ends the visit; throws when the console had errors. */
  leave(): Promise<void>;
  /** Ends the visit after a failure, and says what was on the screen. */
  giveUp(): Promise<string>;
};

export type VisitOptions = BrowserContextOptions & {
  url: string;
  /** Starts the names of pictures, which are taken when HB_E2E_SHOTS names a folder. */
  name: string;
  hand?: (page: Page) => Hand;
};

/** Lets visitors do something; a failure tells what each of them saw. */
export async function together(visitors: readonly Visitor[], journey: () => Promise<void>): Promise<void> {
  try {
    await journey();
  } catch (error) {
    const seen = await Promise.all(visitors.map((visitor) => visitor.giveUp()));
    throw new Error([error instanceof Error ? error.message : error, ...seen].join('\n\n'), { cause: error });
  }
  for (const visitor of visitors) await visitor.leave();
}

/** Somebody with a browser of their own. */
export async function visit(
  browser: Browser,
  { url, name, hand = mouse, ...options }: VisitOptions,
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: desktop,
    locale: 'en-GB',
    // Colours are checked as soon as a page is there.
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults: string[] = [];
  const allowed = new Set<number>();
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  page.on('console', (message) => {
    const status = Number(/responded with a status of (\d+)/.exec(message.text())?.[1]);
    if (message.type() === 'error' && !allowed.has(status)) {
      faults.push(`${message.text()} (${message.location().url})`);
    }
  });
  let pages = 0;

  async function check(what: string): Promise<void> {
    await page.waitForFunction(() => document.querySelector('.skeleton') === null);
    pages += 1;
    if (shotsFolder) {
      mkdirSync(shotsFolder, { recursive: true });
      const file = `${name}-${String(pages).padStart(2, '0')}-${what.replaceAll(/\W+/g, '-').slice(0, 40)}.png`;
      await page.screenshot({ path: join(shotsFolder, file), fullPage: true });
    }
    const { wide, title } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { wide: scrollWidth - clientWidth, title: document.title };
    });
    assert.ok(wide <= 0, `${what}: ${wide} px too wide`);
    assert.match(title, / – HealthBooker$/);
    assert.doesNotMatch(title, privateWords);
    assert.doesNotMatch(page.url(), privateWords);
    await checkAccessibility(page, what, `${page.viewportSize()?.width} ${options.colorScheme}`);
  }

  return {
    page,
    url,
    hand: hand(page),
    async arrive(heading) {
      const h1 = page.getByRole('heading', { level: 1, name: heading, exact: true });
      await h1.waitFor();
      await check(`${heading}`);
      assert.ok(await h1.evaluate((one) => one === document.activeElement), `“${heading}” has no focus`);
    },
    check,
    async checkBoth(what) {
      const before = page.viewportSize();
      for (const viewport of [desktop, phone]) {
        await page.setViewportSize(viewport);
        await check(`${what} ${viewport.width}`);
      }
      if (before !== null) await page.setViewportSize(before);
    },
    allow: (...statuses) => {
      for (const status of statuses) allowed.add(status);
    },
    async giveUp() {
      if (shotsFolder) await page.screenshot({ path: join(shotsFolder, `${name}-failed.png`) });
      const words = await page.locator('body').innerText();
      const address = page.url();
      await context.close();
      return [`${name} at ${address}`, words, ...faults].join('\n');
    },
    async leave() {
      await context.close();
      assert.deepEqual(faults, [], `the console of ${name}`);
    },
  };
}

/** Pages that axe has seen already, each at one width and in one colour scheme. */
const seen = new Set<string>();

/** axe finds nothing on a page; the same page is not examined again at the same width and in the same colours. */
async function checkAccessibility(page: Page, what: string, look: string): Promise<void> {
  const html = await page.evaluate(() => document.body.innerHTML);
  const key = `${look} ${html.replaceAll(/react-aria[\w-]+|_r_\w+_|[0-9a-f-]{36}/g, '')}`;
  if (seen.has(key)) return;
  seen.add(key);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`,
  );
  assert.deepEqual(found, [], `axe on “${what}”`);
}
