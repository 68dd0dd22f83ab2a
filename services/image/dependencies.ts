import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Locked = {
  resolved?: string;
  link?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
};

export type Closure = {
  /** Folders of packages from the registry, such as `node_modules/pg`. */
  packages: string[];
  /** Links to workspaces: where they lie, and what they lead to. */
  links: { path: string; workspace: string }[];
  /** Folders of our own code, such as `services/runtime`, the one asked for among them. */
  workspaces: string[];
};

/**
 * What a workspace needs at run time, by the lockfile: its dependencies and theirs, resolved as Node does, never
 * a development dependency. Type declarations, which some packages name as dependencies, are left out.
 * Throws when something the lockfile names is not installed.
 *
 * @param root the folder of package-lock.json and node_modules
 * @param workspace such as `services/scheduler`
 */
export function productionClosure(root: string, workspace: string): Closure {
  const { packages: locked } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  if (locked[workspace] === undefined) throw new Error(`package-lock.json does not know ${workspace}`);
  const packages = new Set<string>();
  const links = new Map<string, string>();
  const workspaces = new Set([workspace]);
  const waiting = [workspace];

  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    for (const { name, optional } of needs(locked[from] ?? {})) {
      const path = resolve(locked, name, from);
      const entry = path === undefined ? undefined : locked[path];
      if (path === undefined || entry === undefined || !existsSync(join(root, path))) {
        if (optional) continue;
        throw new Error(`${from} needs ${name}, which is not installed: run npm ci`);
      }
      const seen = links.has(path) || packages.has(path);
      if (entry.link) links.set(path, entry.resolved ?? '');
      else packages.add(path);
      const next = entry.link ? (entry.resolved ?? '') : path;
      if (entry.link) workspaces.add(next);
      if (!seen) waiting.push(next);
    }
  }
  return {
    packages: [...packages].sort(),
    links: [...links].map(([path, target]) => ({ path, workspace: target })),
    workspaces: [...workspaces].sort(),
  };
}

function needs(entry: Locked): { name: string; optional: boolean }[] {
  const optionalPeer = (name: string) => entry.peerDependenciesMeta?.[name]?.optional === true;
  return [
    ...Object.keys(entry.dependencies ?? {}).map((name) => ({ name, optional: false })),
    ...Object.keys(entry.optionalDependencies ?? {}).map((name) => ({ name, optional: true })),
    ...Object.keys(entry.peerDependencies ?? {}).flatMap((name) =>
      optionalPeer(name) ? [] : [{ name, optional: true }],
    ),
  ].filter(({ name }) => !name.startsWith('@types/'));
}

/** Where Node finds `name` when a file of `from` asks for it: the nearest node_modules on the way up. */
function resolve(locked: Record<string, Locked>, name: string, from: string): string | undefined {
  const parts = from.split('/');
  for (let length = parts.length; length >= 0; length -= 1) {
    if (parts[length - 1] === 'node_modules') continue;
    const path = [...parts.slice(0, length), 'node_modules', name].join('/');
    if (locked[path] !== undefined) return path;
  }
  return undefined;
}
