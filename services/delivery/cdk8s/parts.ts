import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../root.ts';

/**
 * Objects that are the same in several environments are committed once. `cdk8s/dist/<part>/<environments>.yaml` holds
 * the objects of a part that exactly these environments have; their names are joined by `+`. So a file's name says
 * where a change of it arrives.
 */
const dist = 'cdk8s/dist';

/** What one environment has: by part, the text of each of its objects. */
export type Built = { environment: string; parts: ReadonlyMap<string, readonly string[]> };

const separator = '---\n';
export const objectsOf = (text: string): string[] => text.split(/^---\n/m);

/** The files of `dist` with their texts, by path relative to it. Objects keep their order. */
export function shareParts(all: readonly Built[]): Map<string, string> {
  const owners = new Map<string, { part: string; text: string; environments: string[] }>();
  for (const { environment, parts } of all) {
    for (const [part, texts] of parts) {
      for (const text of texts) {
        const key = `${part}\n${text}`;
        const known = owners.get(key) ?? { part, text, environments: [] };
        owners.set(key, known);
        known.environments.push(environment);
      }
    }
  }
  const files = new Map<string, string>();
  for (const { part, text, environments } of owners.values()) {
    const file = `${part}/${environments.join('+')}.yaml`;
    const before = files.get(file);
    files.set(file, before === undefined ? text : before + separator + text);
  }
  return files;
}

/** Where Argo CD finds a part of an environment: a folder, and a pattern for the environment's files in it. */
export function sourceOf(environment: string, part: string): { path: string; include: string } {
  const name = environment;
  return { path: `${dist}/${part}`, include: `{${name},${name}+*,*+${name},*+${name}+*}.yaml` };
}

/** The committed files of an environment, of one part or of all. Files that most environments share come first. */
export function partFiles(environment: string, part = '**'): string[] {
  const sharers = (file: string) => basename(file, '.yaml').split('+');
  return globSync(`${dist}/${part}/*.yaml`, { cwd: root })
    .filter((file) => sharers(file).includes(environment))
    .sort((a, b) => sharers(b).length - sharers(a).length || (a < b ? -1 : 1));
}

/** The text of a part of an environment, as `kubectl apply` takes it. */
export function readPart(environment: string, part: string): string {
  const files = partFiles(environment, part);
  if (files.length === 0) throw new Error(`${dist} has no ${part} for ${environment}`);
  return files.map((file) => readFileSync(join(root, file), 'utf8')).join(separator);
}
