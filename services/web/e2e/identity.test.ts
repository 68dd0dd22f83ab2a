import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { askForName, confirmName, type Everybody, knownByBoth } from './identity.ts';
import { type PortalStack, startPortals } from './stack.ts';
import { together, visit } from './visitor.ts';

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

test('a legal name is asked for, confirmed at reception, and known by both names to a clinician', async () => {
  const at = (name: string, more: object = {}) => visit(browser, { url: stack.url, name, ...more });
  const everybody: Everybody = {
    patient: [await at('patient', { viewport: phone }), stack.patient('Alexander Stone')],
    reception: [await at('reception'), stack.staff('Rita Desk', 'Receptionists')],
    provider: [await at('provider', { viewport: phone }), stack.provider],
  };
  const visitors = Object.values(everybody).map(([visitor]) => visitor);
  await together(visitors, async () => {
    await confirmName(everybody, await askForName(everybody));
    await knownByBoth(stack, everybody);
  });
});
