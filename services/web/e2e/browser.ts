import { accessSync, constants, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packaged, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const flags = [
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--font-render-hinting=none'],
];

/** A headless Chromium: the system's where there is one, else the one that comes as an npm package. */
export async function launchBrowser(): Promise<Browser> {
  const system = systemPaths.find(isExecutable);
  const { executablePath, env } = system ? { executablePath: system, env: {} } : await unpacked();
  return chromium.launch({
    executablePath,
    headless: true,
    // Chromium refuses to sandbox root, and needs user namespaces for anybody else.
    args: [...flags, '--no-sandbox'],
    env: { ...process.env, ...env } as Record<string, string>,
  });
}

/** Unpacks browser and libraries once per user: the package keeps them in the temporary folder, which users share. */
async function unpacked(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const folder = join(tmpdir(), `chromium-${process.getuid?.() ?? 'user'}`);
  mkdirSync(folder, { recursive: true });
  const shared = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const executablePath = await packaged.executablePath();
    const bin = new URL('../bin/', import.meta.resolve('@sparticuz/chromium')).pathname;
    await inflate(join(bin, 'al2023.tar.br'));
    const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']];
    return {
      executablePath,
      env: {
        LD_LIBRARY_PATH: libraries.filter(Boolean).join(':'),
        FONTCONFIG_PATH: join(folder, 'fonts'),
        HOME: process.env['HOME'] ?? folder,
      },
    };
  } finally {
    if (shared === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = shared;
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
