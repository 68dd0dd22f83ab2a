import { applyPatch, FILE_HEADERS_ONLY, formatPatch, parsePatch, structuredPatch } from 'diff';

/**
 * A render is a text of objects. Two renders of a chart are compared object by object: Helm orders objects by kind,
 * so a Deployment in place of a Rollout would move everything behind it.
 */

const separator = '---\n';
const nowhere = '/dev/null';
/** Kinds that do the same in different environments: one is compared with the other. */
const standsFor: Readonly<Record<string, string>> = {
  Deployment: 'Rollout',
  HorizontalPodAutoscaler: 'ScaledObject',
};

/** The objects of a render by kind and name, each without blank lines at its end. */
function objectsOf(render: string): Map<string, string> {
  const objects = new Map<string, string>();
  for (const text of render.split(/^---\n/m)) {
    if (text.trim() === '') continue;
    const kind = /^kind: (\S+)$/m.exec(text)?.[1] ?? '';
    // The name of a Job ends with hashes of its image and of what it runs with.
    const name = /^metadata:\n {2}name: (\S+)$/m.exec(text)?.[1]?.replace(/-[0-9a-f]{12}-[0-9a-f]{5}$/, '');
    const key = `${standsFor[kind] ?? kind}/${name}`;
    if (objects.has(key)) throw new Error(`a render has two objects ${key}`);
    objects.set(key, `${text.trimEnd()}\n`);
  }
  return objects;
}

const renderOf = (objects: ReadonlyMap<string, string>) =>
  [...objects.values()].map((text) => separator + text).join('');

/**
 * A render in the form in which it is compared: without lines that mean nothing, objects in the order of their names.
 */
export const normal = (render: string): string =>
  renderOf(new Map([...objectsOf(render)].sort(([a], [b]) => (a < b ? -1 : 1))));

/**
 * How an environment's render differs from another's: a unified diff with a header for each object that differs. A
 * missing object has only a header.
 */
export function differenceOf(base: string, own: string, names: { base: string; own: string }): string {
  const there = objectsOf(base);
  const here = objectsOf(own);
  const keys = [...there.keys(), ...[...here.keys()].filter((key) => !there.has(key))];
  return keys
    .filter((key) => there.get(key) !== here.get(key))
    .map((key) => {
      const before = there.has(key) ? `${names.base}/${key}` : nowhere;
      const after = here.has(key) ? `${names.own}/${key}` : nowhere;
      if (after === nowhere) return `--- ${before}\n+++ ${after}\n`;
      const context = { context: 1 };
      const patch = structuredPatch(
        before,
        after,
        there.get(key) ?? '',
        here.get(key) ?? '',
        '',
        '',
        context,
      );
      return formatPatch(patch, FILE_HEADERS_ONLY);
    })
    .join('');
}

/** The render that `differenceOf` was made from, in its normal form. Throws when the difference is not one from `base`. */
export function applyDifference(base: string, difference: string): string {
  const objects = objectsOf(base);
  for (const patch of parsePatch(difference)) {
    const { oldFileName = nowhere, newFileName = nowhere } = patch;
    const key = (newFileName === nowhere ? oldFileName : newFileName).replace(/^[^/]+\//, '');
    if (newFileName === nowhere) {
      objects.delete(key);
      continue;
    }
    const changed = applyPatch(objects.get(key) ?? '', patch, { fuzzFactor: 0 });
    if (changed === false) throw new Error(`${key} is not what the difference was made from`);
    objects.set(key, changed);
  }
  return normal(renderOf(objects));
}
