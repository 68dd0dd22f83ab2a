type Visit = { id: string; status: string; startAt: string; endAt: string };

const over = new Set(['cancelled', 'fulfilled', 'noshow']);

/**
 * The next visit, later ones by time, and past or cancelled ones, newest first. A visit counts as coming
 * until it ends.
 */
export function arrangeTimeline<One extends Visit>(
  visits: readonly One[],
  now: string,
): { next: One | undefined; later: One[]; past: One[] } {
  const coming = visits
    .filter((visit) => !over.has(visit.status) && Date.parse(visit.endAt) > Date.parse(now))
    .sort((a, b) => a.startAt.localeCompare(b.startAt));
  const past = visits
    .filter((visit) => !coming.includes(visit))
    .sort((a, b) => b.startAt.localeCompare(a.startAt));
  const [next, ...later] = coming;
  return { next, later, past };
}

/** The latest headlines, at most three. */
export function newEntries<One extends { recordedAt: string }>(headlines: readonly One[]): One[] {
  return [...headlines].sort((a, b) => b.recordedAt.localeCompare(a.recordedAt)).slice(0, 3);
}
