import type { Visit } from './assignment.ts';

/**
 * The visits in groups that have nothing to do with each other: no slot that two groups could use, no patient with visits
 * in both. Each is a problem of its own, and the best plan of all is that of each. Given are places in the list.
 */
export function components(visits: readonly Visit[]): number[][] {
  const parent = visits.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = index; at !== root; ) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const firstWith = new Map<string, number>();
  for (const [index, { patientId, options }] of visits.entries()) {
    for (const key of [`patient ${patientId}`, ...options.flatMap(({ slotIds }) => slotIds)]) {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, index);
      else parent[rootOf(index)] = rootOf(first);
    }
  }
  return [...Map.groupBy(visits.keys(), rootOf).values()];
}
