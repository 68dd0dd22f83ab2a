import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { keyboard } from './keyboard.ts';
import { type PortalStack, startPortals } from './stack.ts';
import { together, visit } from './visitor.ts';
import { waitForATime } from './waiting.ts';

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

test('a cancelled time is offered to who waits, goes on when declined, and is booked when accepted', async () => {
  const { url } = stack;
  const ada = await visit(browser, { url, name: 'cancels' });
  const ben = await visit(browser, { url, name: 'declines', viewport: phone, colorScheme: 'dark' });
  const cleo = await visit(browser, { url, name: 'accepts', hand: keyboard });
  await together([ada, ben, cleo], () =>
    waitForATime(
      stack,
      [ada, stack.patient('Ada Marsh')],
      [ben, stack.patient('Ben Osei')],
      [cleo, stack.patient('Cleo Diaz')],
    ),
  );
});
