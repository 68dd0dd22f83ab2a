import { readFileSync } from 'node:fs';
import type pg from 'pg';

const fill = readFileSync(new URL('fill-chart.sql', import.meta.url), 'utf8');

/**
 * Adds entries to a chart past the code, since thousands of calls take minutes: one in ten (`one_in`) lasts, up to `lasting`
 * of them; the rest are notes and results with texts of `characters`.
 */
export async function fillChart(
  store: pg.Pool,
  whose: { patientId: string; authorId: string },
  size: { entries: number; lasting: number; characters: number; one_in?: number },
): Promise<void> {
  const { entries, lasting, characters, one_in = 10 } = size;
  await store.query(fill, [whose.patientId, whose.authorId, entries, lasting, characters, one_in]);
}
