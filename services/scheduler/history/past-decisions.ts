import type { Task } from '@healthbooker/runtime/housekeeping';
import { partitioned } from '@healthbooker/runtime/partition-sql';
import { makePartitions } from '@healthbooker/runtime/partition-tasks';
import { type Pool, query, statement } from '@healthbooker/runtime/postgres';
import type { Retention } from '@healthbooker/runtime/retention';

const months = partitioned('decision_past', 'month');
const sql = {
  /** The months without a partition among those of the next $3 decisions that `move_decisions` moves. */
  missing: statement(
    'decision-months-missing',
    `select distinct date_trunc('month', decided_at at time zone 'UTC')::date as month
from (
  select decided_at from decision
  where decided_at >= date_trunc('month', database_clock()) - interval '119 months'
    and decided_at < least($1, database_clock()) - make_interval(days => $2)
  order by decided_at, appointment_id, version limit $3) due
where to_regclass('public.decision_past_' || to_char(decided_at at time zone 'UTC', 'YYYYMM')) is null
order by 1`,
  ),
  move: statement('move-decisions', 'select move_decisions($1, $2::int, $3::int) as moved'),
  /** At $1, of decisions at hand for $2 days. */
  measure: statement(
    'measure-past-decisions',
    `select count(*)::int as waiting, min(decided_at) as since
from (
  select decided_at from decision
  where decided_at >= date_trunc('month', database_clock()) - interval '119 months'
    and decided_at < $1::timestamptz - make_interval(days => $2)
  order by decided_at limit 10000) first`,
  ),
};
const at_once = 200;
const hour_ms = 3_600_000;
const day_ms = 24 * hour_ms;

/** Decisions of long ago go to the months of `decision_past`, a number of them at a step, the oldest first. */
export function pastDecisions(pool: Pool, { decision_days }: Retention): Task[] {
  return [makePartitions(pool, months), moveDecisions(pool, decision_days)];
}

function moveDecisions(pool: Pool, kept_days: number): Task {
  return {
    name: 'move-decisions',
    table: 'decision',
    every_ms: hour_ms,
    async step(at) {
      const wanted = [at, kept_days, at_once];
      for (const { month } of await query<{ month: string }>(pool, sql.missing, wanted)) {
        await query(pool, months.make, [month]);
      }
      const [{ moved } = { moved: 0 }] = await query<{ moved: number }>(pool, sql.move, wanted);
      return { rows: moved, isMore: moved > 0 };
    },
    async measure(at) {
      const [row] = await query<{ waiting: number; since: Date | null }>(pool, sql.measure, [at, kept_days]);
      const due_ms = (row?.since ?? at).getTime() + (row?.since ? kept_days * day_ms : 0);
      return { waiting: row?.waiting ?? 0, overdue_s: (at.getTime() - due_ms) / 1000 };
    },
  };
}
