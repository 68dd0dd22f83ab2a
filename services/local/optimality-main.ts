/**
 * How far the greedy rule was from the best possible assignment, per day and specialty of a running stack, as a table.
 *
 *     npm run optimality -- --days 7            (default: 1, today in UTC)
 *
 * HB_DATA names the stack's folder, .data when unset; with DATABASE_URL it is the scheduler's database instead.
 */
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { query, statement } from '@healthbooker/runtime/postgres';
import { optimalityOfDay } from '@healthbooker/scheduler/leave/optimality';
import { openSchedulerPool } from '@healthbooker/scheduler/pool';
import { z } from 'zod';
import { readOptions, refuse, runningStack } from './running-stack.ts';

const stackFile = z.object({ stores: z.object({ databases: z.object({ scheduler: z.string() }) }) });
const day_ms = 86_400_000;

const days = Number(readOptions({ days: { type: 'string', default: '1' } }).days);
if (!Number.isInteger(days) || days < 1 || days > 90) {
  refuse('--days must be 1 to 90');
}
const pool = openSchedulerPool({
  url: process.env['DATABASE_URL'] || runningStack(stackFile).stores.databases.scheduler,
  max: 1,
  metrics: createMetrics('optimality'),
  log: createLogger('optimality', 'warn'),
});
const specialties = statement('specialties', 'select id from specialty order by id');
try {
  const rows = await query<{ id: string }>(pool, specialties);
  console.log(
    '| day | specialty | visits | slots | greedy ÷ optimum | targets missed | of these needlessly |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (let ago = days - 1; ago >= 0; ago -= 1) {
    const date = new Date(Date.now() - ago * day_ms).toISOString().slice(0, 10);
    for (const { id } of rows) {
      const day = await optimalityOfDay(pool, id, date);
      if (day.visits === 0) continue;
      const ratio = day.optimalCost === 0 ? 1 : day.greedyCost / day.optimalCost;
      const needless = day.greedyTargetsMissed - day.optimalTargetsMissed;
      const proven = day.isProven ? '' : ' (not proven)';
      console.log(
        `| ${date} | ${id} | ${day.visits} | ${day.slots} | ${ratio.toFixed(3)}${proven} | ${day.greedyTargetsMissed} | ${needless} |`,
      );
    }
  }
} finally {
  await pool.end();
}
