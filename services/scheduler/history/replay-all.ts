import { type Pool, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import type { DecisionRow } from './decision-row.ts';
import { type Replay, replay } from './replay.ts';

/** The next decisions in the order in which they were made, after the last one seen ($1 to $3). */
const since = statement(
  'decisions-since',
  `select appointment_id, version, rule_version, inputs, outcome, decided_at
from decision_view
where (decided_at, appointment_id, version) > ($1, $2::uuid, $3::int)
order by decided_at, appointment_id, version
limit $4`,
);
const PAGE = 200;
/** How many mismatches are listed; all are counted. */
const NAMED = 50;

export type Mismatch = {
  appointmentId: string;
  version: number;
  kind: string;
  stored: string;
  recomputed: string;
};

export type Replayed = {
  same: number;
  differs: number;
  /** Kinds that no rule decides. */
  notReplayable: number;
  /** The first mismatches. */
  mismatches: Mismatch[];
};

/** Where a count begins. */
export function nothingReplayed(): Replayed {
  return { same: 0, differs: 0, notReplayable: 0, mismatches: [] };
}

/** Decides every stored decision from an instant on again, a page at a time. */
export async function replayAll(on: Pool | Transaction, from: Date): Promise<Replayed> {
  const total = nothingReplayed();
  let after: [Date, string, number] = [from, '00000000-0000-0000-0000-000000000000', 0];
  for (;;) {
    const rows = await query<DecisionRow>(on, since, [...after, PAGE]);
    replayRows(rows, total);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return total;
    after = [last.decided_at, last.appointment_id, last.version];
  }
}

/** Decides these again and adds the results to `total`. */
export function replayRows(rows: readonly DecisionRow[], total: Replayed): void {
  for (const row of rows) add(total, row, replay(row));
}

function add(total: Replayed, row: DecisionRow, replayed: Replay): void {
  if (replayed.result === 'not-replayable') total.notReplayable += 1;
  else if (replayed.result === 'same') total.same += 1;
  else {
    total.differs += 1;
    const { stored, recomputed } = replayed;
    if (total.mismatches.length < NAMED) {
      const { appointment_id: appointmentId, version, outcome } = row;
      total.mismatches.push({ appointmentId, version, kind: outcome.change, stored, recomputed });
    }
  }
}
