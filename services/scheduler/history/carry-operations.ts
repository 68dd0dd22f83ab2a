import { passing, type Task } from '@healthbooker/runtime/housekeeping';
import { loadSql, type Pool, statement } from '@healthbooker/runtime/postgres';
import { operationColumns } from './decision-row.ts';

const step = loadSql(import.meta.url, './carry-operations.sql', { operationColumns });
const measure = statement(
  'measure-operations-carried',
  `select count(*)::int as waiting, min(decided_at) as since
from (
  select d.decided_at from operation_carried c cross join lateral (
    select decided_at from decision
    where (decided_at, appointment_id, version) > (c.decided_at, c.appointment_id, c.version) and decided_at < $1
    order by decided_at, appointment_id, version limit 10000) d) first`,
);
/** Longer than a transaction lasts: no decision is committed that was made before what is carried. */
const over_after_ms = 3_600_000;

/** Gives each decision that a process of the release before has written its row in `operation`. */
export function carryOperations(pool: Pool): Task {
  return passing(pool, {
    name: 'carry-operations',
    table: 'operation',
    over_after_ms,
    step,
    measure,
    at_once: 500,
  });
}
