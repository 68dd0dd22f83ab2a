/**
 * Builds the portals into dist/patient, dist/clinic and dist/admin, once per state of their inputs.
 * As a command: `node services/web/build.ts [--force]`.
 */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));

const portals = [
  { name: 'patient', base: '/' },
  { name: 'clinic', base: '/clinic/' },
  { name: 'admin', base: '/admin/' },
] as const;

/** The folder of a built portal: index.html and hashed files under assets/. */
export function portalDir(name: (typeof portals)[number]['name']): string {
  return join(here, 'dist', name);
}

/**
 * Builds the portals when a source file, this file or a version in package.json changed since the last
 * build. Returns whether it built. Throws what Vite throws when a source file is wrong.
 */
export async function buildPortals(options: { force?: boolean } = {}): Promise<boolean> {
  const inputs = await inputsHash();
  const stamp = join(here, 'dist', '.inputs');
  if (!options.force && (await readFile(stamp, 'utf8').catch(() => '')) === inputs) return false;
  // Two systems may start at once: each builds in its own folder and moves the complete result into place.
  await mkdir(join(here, 'dist'), { recursive: true });
  const apart = await mkdtemp(join(here, 'dist', '.building-'));
  for (const portal of portals) {
    await build({
      configFile: false,
      root: join(here, 'src', portal.name),
      base: portal.base,
      plugins: [react()],
      logLevel: 'warn',
      build: {
        outDir: join(apart, portal.name),
        emptyOutDir: true,
        target: 'es2023',
        // The content security policy allows no data: URLs.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 1200,
        reportCompressedSize: false,
      },
    });
  }
  for (const { name } of portals) {
    await compress(join(apart, name));
    await replace(portalDir(name), join(apart, name));
  }
  await rm(apart, { recursive: true });
  await writeFile(stamp, inputs);
  return true;
}

/** Puts `built` where `place` was, even while somebody else does the same. */
async function replace(place: string, built: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await rm(place, { recursive: true, force: true });
    try {
      return await rename(built, place);
    } catch (error) {
      if (tries === 5) throw error;
    }
  }
}

/** Writes a Brotli and a gzip form beside each text file: the edges send them as they are. */
async function compress(dir: string): Promise<void> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !/\.(html|js|css|svg)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
    await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  }
}

async function inputsHash(): Promise<string> {
  const hash = createHash('sha256');
  const sources = await readdir(join(here, 'src'), { recursive: true, withFileTypes: true });
  // Declarations are erased, and those of the APIs are written whenever types are checked.
  const bundled = sources.filter((entry) => entry.isFile() && !entry.name.endsWith('.d.ts'));
  const files = bundled.map((entry) => join(entry.parentPath, entry.name));
  // Files of other folders that portals bundle.
  const shared = join(here, '../../protos/person.ts');
  for (const file of [...files, shared, join(here, 'build.ts'), join(here, 'package.json')].sort()) {
    hash
      .update(relative(here, file))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  }
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  const built = await buildPortals({ force: process.argv.includes('--force') });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(built ? `portals built in ${seconds} s` : 'portals are up to date');
}
