/**
 * Writes what charts hold copies of, since a chart cannot read files outside itself: the service catalogue into the
 * library chart, and the schema of values into each service's chart.
 *
 *     node charts/sync.ts [--check]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { copies } from './copies.ts';

const check = process.argv.includes('--check');
for (const { from, to } of copies()) {
  const wanted = readFileSync(from, 'utf8');
  if (check && readFileSync(to, 'utf8') !== wanted)
    throw new Error(`${to.pathname} differs: run node charts/sync.ts`);
  if (!check) writeFileSync(to, wanted);
}
