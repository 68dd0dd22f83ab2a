import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { bookWhatWasOrdered, childOf, giveCode, runLate } from './family.ts';
import { type PortalStack, startPortals } from './stack.ts';
import { together, visit } from './visitor.ts';

const hour_ms = 3_600_000;
const day_ms = 24 * hour_ms;
const phone = { width: 390, height: 844 };

let stack: PortalStack;
let browser: Browser;

before(async () => {
  [stack, browser] = await Promise.all([startPortals(), launchBrowser()]);
});
after(async () => {
  await browser?.close();
  await stack?.close();
});

test('a parent books for a child what a clinician ordered; each hears that the other is late', async () => {
  const person = stack.patient('Laura Bennington');
  const child = await childOf(stack, person, 'Tom Bennington');
  // The order can be booked from two weeks before the review.
  const from = Math.ceil(Date.now() / day_ms + 30) * day_ms + 9 * hour_ms;
  await stack.hospital.addSlots(new Date(from), 6);
  const parent = await visit(browser, { url: stack.url, name: 'parent', viewport: phone });
  const clinician = await visit(browser, { url: stack.url, name: 'orders', colorScheme: 'dark' });
  await together([parent, clinician], async () => {
    await bookWhatWasOrdered(stack, clinician, [parent, person], child);
    await runLate(clinician, [parent, person], child);
  });
});

test('a code lets somebody act for another until it is ended', async () => {
  const giver = await visit(browser, { url: stack.url, name: 'giver' });
  const taker = await visit(browser, { url: stack.url, name: 'taker', viewport: phone, colorScheme: 'dark' });
  await together([giver, taker], () =>
    giveCode([giver, stack.patient('George Hill')], [taker, stack.patient('Anna Hill')]),
  );
});
