import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { disputeByMail, type Everybody, openRecord } from './proxies.ts';
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

test('two people of the staff open a record to somebody, and the patient ends it from their mail', async () => {
  const at = (name: string, more: object = {}) => visit(browser, { url: stack.url, name, ...more });
  const everybody: Everybody = {
    patient: [await at('patient', { viewport: phone }), stack.patient('Grace Hill')],
    proxy: [await at('proxy', { viewport: phone, colorScheme: 'dark' }), stack.patient('Henry Hill')],
    reception: [await at('reception'), stack.staff('Rita Desk', 'Receptionists')],
    colleague: [await at('colleague', { viewport: phone }), stack.staff('Carl Desk', 'Receptionists')],
    privacy: [await at('privacy'), stack.staff('Petra Watch', 'Privacy')],
    mailbox: await at('mailbox', { viewport: phone }),
  };
  const { mailbox, ...people } = everybody;
  const visitors = [mailbox, ...Object.values(people).map(([visitor]) => visitor)];
  await together(visitors, async () => {
    await openRecord(everybody);
    await disputeByMail(everybody);
  });
});
