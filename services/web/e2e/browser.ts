import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { type PackagedBrowser, packagedBrowser } from './packaged-browser.ts';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  // Chromium refuses to sandbox root, and needs user namespaces for anybody else.
  '--no-sandbox',
];

/**
 * A headless Chromium: the one that comes as an npm package, so that tests do not depend on what a machine has
 * installed. HB_BROWSER chooses another: `system`, or the path of one. Says which one it is. Every program that needs
 * a browser gets it here.
 */
export async function launchBrowser(choice = process.env['HB_BROWSER'] || 'packaged'): Promise<Browser> {
  const { executablePath, env } = await chosen(choice);
  const browser = await chromium
    .launch({
      executablePath,
      headless: true,
      args: flags,
      env: { ...process.env, ...env } as Record<string, string>,
    })
    .catch(({ message }: Error) => {
      const [summary = '', ...log] = message.split('\n');
      const said = log.filter((line) => line.includes('[err]'));
      throw new Error([`The browser ${executablePath} does not start: ${summary}`, ...said].join('\n'));
    });
  console.log(`browser: Chromium ${browser.version()}, ${choice === 'packaged' ? choice : executablePath}`);
  return browser;
}

async function chosen(choice: string): Promise<PackagedBrowser> {
  if (choice === 'packaged') return packagedBrowser();
  const executablePath = choice === 'system' ? systemPaths.find(isProgram) : resolve(choice);
  if (executablePath === undefined) {
    throw new Error(
      `HB_BROWSER is system, but none of ${systemPaths.join(', ')} is there. ` +
        'Without HB_BROWSER the browser that comes with "npm ci" is used.',
    );
  }
  if (!isProgram(executablePath)) {
    throw new Error(
      `HB_BROWSER is ${choice}, which is no program. It must be packaged, system or the path of a Chromium.`,
    );
  }
  return { executablePath, env: {} };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
