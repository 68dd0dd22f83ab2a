import { join } from 'node:path';
import { type Closure, productionClosure } from './dependencies.ts';
import { fileEntry, folderEntries, textEntry } from './files.ts';
import type { TarEntry } from './tar.ts';

/** The folder of an image that has the layout of the repository, so that npm's links between workspaces hold. */
export const appDir = 'app';

/** The layers of a service above its base, from the one that changes least to the one that always does. */
export type Contents = { shared: TarEntry[]; own: TarEntry[]; code: TarEntry[] };

/** What every image of a service runs, from the folder `appDir`. */
export const mainFile = 'main.ts';

/** What every service needs. */
const common = 'services/runtime';

/** The built portals that an edge serves, by edge; they are in `/app/portals`. */
const portals: Readonly<Record<string, readonly string[]>> = {
  'patient-edge': ['patient'],
  'clinic-edge': ['clinic', 'admin'],
};

/**
 * What the image of a service holds: the packages that all services share, those only this one needs, and code
 * (TypeScript, SQL, protos, the portal) without tests. The portals must have been built.
 */
export function serviceContents(root: string, service: string): Contents {
  const workspace = `services/${service}`;
  const closure = productionClosure(root, workspace);
  const shared = productionClosure(root, common).packages;
  return {
    shared: packageEntries(root, shared),
    own: packageEntries(
      root,
      closure.packages.filter((path) => !shared.includes(path)),
    ),
    code: [
      textEntry(`${appDir}/${mainFile}`, `import './${workspace}/main.ts';\n`),
      textEntry(`${appDir}/package.json`, '{ "type": "module" }\n'),
      ...codeEntries(root, closure),
      fileEntry(join(root, 'services/catalogue.json'), `${appDir}/services/catalogue.json`),
      ...(portals[service] ?? []).flatMap((portal) =>
        folderEntries(join(root, 'services/web/dist', portal), `${appDir}/portals/${portal}`),
      ),
    ],
  };
}

/** The code of workspaces, and the links by which they find each other. */
export function codeEntries(root: string, { workspaces, links }: Closure): TarEntry[] {
  return [
    ...workspaces.flatMap((path) => folderEntries(join(root, path), `${appDir}/${path}`, isCode)),
    ...links.map(({ path, workspace }): TarEntry => {
      const up = '../'.repeat(path.split('/').length - 1);
      return { path: `${appDir}/${path}`, kind: 'link', target: `${up}${workspace}` };
    }),
  ];
}

/** Packages from the registry as they are installed, without what only people and compilers read. */
export function packageEntries(root: string, packages: readonly string[]): TarEntry[] {
  return packages.flatMap((path) => folderEntries(join(root, path), `${appDir}/${path}`, isNeeded));
}

/** A package below a package is one of its own, if it is needed at all. */
const unneededFolders = ['node_modules', 'test', 'tests', '__tests__', 'bench', 'benchmarks', 'examples'];

function isNeeded(path: string, isFolder: boolean): boolean {
  if (isFolder) return !unneededFolders.includes(path);
  return !/\.(d\.[cm]?ts|map|md|markdown|flow|tsbuildinfo)$/.test(path);
}

function isCode(path: string, isFolder: boolean): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (isFolder) return !['node_modules', 'dist', 'test', 'testing', 'bench'].includes(name);
  if (/\.test(-[a-z]+)?\.ts$/.test(name)) return false;
  return name === 'NOTICE' || /\.(ts|js|sql|proto|json)$/.test(name);
}
