import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { type PortalStack, startPortals } from './stack.ts';
import { together, visit } from './visitor.ts';
import { readWhy } from './why.ts';

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

test('why names the target date and nobody else, and deciding again gives the same answer', async () => {
  const { url, hospital } = stack;
  const soon = new Date(Math.ceil(Date.now() / day_ms) * day_ms + day_ms + 9 * hour_ms);
  const slots = await hospital.addSlots(soon, 8);
  const others = [stack.patient('Una Somebody'), stack.patient('Viktor Else')];
  for (const [index, person] of others.entries()) await stack.book(person, slots[index] ?? '');
  // The next one is kept for whoever needs it more.
  await hospital.pool.query(
    `update slot set reserved_for = 'urgent', release_at = start_at - interval '1 hour' where id = $1`,
    [slots[2]],
  );
  const patient = await visit(browser, { url, name: 'why-patient', viewport: phone });
  const admin = await visit(browser, { url, name: 'why-admin' });
  await together([patient, admin], () =>
    readWhy(stack, { patient, admin }, stack.patient('Wanda Reason'), others),
  );
});
