import type { Visit } from './assignment.ts';

/**
 * Splits the visits into independent groups: two groups share no slot and no patient. Each group is solved by itself,
 * and the best plans together are the best plan of all. Returns indexes into the list.
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
