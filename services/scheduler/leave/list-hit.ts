import { randomUUID } from 'node:crypto';
import type { CallContext } from '@healthbooker/runtime/context';
import type { Transaction } from '@healthbooker/runtime/postgres';
import { newTrace } from '@healthbooker/runtime/trace';
import type { Applied } from '../calendar/apply-rules.ts';
import type { Parts } from '../parts.ts';
import { hitVisits } from './hit-visits.ts';
import type { Patients } from './lock-patients.ts';
import { replaceVisits } from './replace-visits.ts';
import { saveDisruption } from './save-disruption.ts';
import { restoreVisits } from './standing.ts';

/**
 * For changes that nobody planned, for example when a kind of visit gets longer or the clocks of a zone change. Puts
 * visits that lost their time on the worklist, and takes off those whose time is offered again; their patients are
 * told. Runs within the transaction that applied the rules; says whether anything was written.
 */
export async function listHit(
  tx: Transaction,
  parts: Parts,
  applied: Pick<Applied, 'added' | 'retired' | 'retiredTaken' | 'unretired'>,
  patients: Patients,
  context: CallContext,
): Promise<boolean> {
  const now = parts.clock();
  const hit = await hitVisits(tx, applied.retiredTaken, now);
  patients.require(hit);
  await restoreVisits(tx, parts, applied.unretired, patients, context);
  const dates = hit.map(({ start_at }) => start_at.toISOString().slice(0, 10)).sort();
  const [firstDate, lastDate] = [dates.at(0), dates.at(-1)];
  if (firstDate === undefined || lastDate === undefined) return applied.unretired.length > 0;
  const id = randomUUID();
  const slots = { added: applied.added, retired: applied.retired - applied.retiredTaken.length };
  await saveDisruption(
    tx,
    {
      id,
      kind: 'rules',
      providerId: only(hit.map(({ provider_id }) => provider_id)),
      locationId: only(hit.map(({ location_id }) => location_id)),
      firstDate,
      lastDate,
      note: '',
      requestSha256: null,
    },
    slots,
    now,
  );
  const replacement = { disruptionId: id, moves: [], onlyIfUnchanged: false, operationKey: id };
  await replaceVisits(tx, parts, hit, replacement, context);
  return true;
}

function only(ids: readonly string[]): string | null {
  return new Set(ids).size === 1 ? (ids[0] ?? null) : null;
}

/** The context for changes that the scheduler makes by itself. */
export function asItself({ log, clock }: Parts) {
  return {
    caller: { kind: 'workload', service: 'scheduler' },
    deadline: clock().getTime() + 60_000,
    trace: newTrace(),
    log,
    signal: new AbortController().signal,
  } as const;
}
