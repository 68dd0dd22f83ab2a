/**
 * Writes what charts hold copies of, since a chart cannot read files outside itself: the service catalogue into the
 * library chart, and the schema of values into each service's chart.
 *
 *     npm run k8s:render
 */
import { copyFileSync } from 'node:fs';
import { copies } from './copies.ts';

for (const { from, to } of copies()) copyFileSync(from, to);
