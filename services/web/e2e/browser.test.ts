import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';

const browser = await launchBrowser('packaged');
after(() => browser.close());

test('the packaged browser draws letters of every script that people of the hospital are written in', async () => {
  const page = await browser.newPage();
  const missing = await drawn(page, '\u{10FFFF}');
  for (const letter of ['W', 'é', 'Ω', 'Ж', 'ش', 'ک', 'த', 'ழ']) {
    assert.notEqual(await drawn(page, letter), missing, `${letter} looks like a letter that no font has`);
  }
  await page.close();
});

test('what a machine has installed does not change how a page looks', async () => {
  const page = await browser.newPage();
  await page.setContent('<p id="text" style="font-family: DejaVu Sans, serif">Text நன்றி شكرا</p>');
  const cdp = await page.context().newCDPSession(page);
  await Promise.all([cdp.send('DOM.enable'), cdp.send('CSS.enable')]);
  const { root } = await cdp.send('DOM.getDocument');
  const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#text' });
  const { fonts } = await cdp.send('CSS.getPlatformFontsForNode', { nodeId });
  assert.deepEqual(fonts.map(({ familyName }) => familyName).sort(), [
    'Noto Sans Arabic',
    'Noto Sans Tamil',
    'Open Sans',
  ]);
  await page.close();
});

for (const [choice, sentence] of [
  ['firefox', /^HB_BROWSER is firefox, which is no program\. It must be packaged, system or the path/],
  ['/tmp', /^HB_BROWSER is \/tmp, which is no program/],
  [import.meta.filename, /^HB_BROWSER is .*browser\.test\.ts, which is no program/],
  ['System', /^HB_BROWSER is System, which is no program/],
  ['/bin/false', /^The browser \/bin\/false does not start/],
] as const) {
  test(`HB_BROWSER=${choice} is refused with a sentence`, async () => {
    await assert.rejects(launchBrowser(choice), ({ message }: Error) => sentence.test(message));
  });
}

test('every program that needs a browser gets it from here', () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const files = globSync('{services,charts,cdk8s,argocd,load}/**/*.ts', { cwd: root }).filter(
    (file) => !file.includes('node_modules'),
  );
  const launching = files.filter((file) =>
    /^import (?!type ).*playwright-core'|^import .*@sparticuz/m.test(readFileSync(join(root, file), 'utf8')),
  );
  assert.deepEqual(launching.sort(), ['services/web/e2e/browser.ts', 'services/web/e2e/unpack-browser.ts']);
});

/** A letter's picture. */
async function drawn(page: Page, letter: string): Promise<string> {
  await page.setContent(`<p style="font: 40px sans-serif; width: 80px; height: 60px">${letter}</p>`);
  return (await page.locator('p').screenshot()).toString('base64');
}
