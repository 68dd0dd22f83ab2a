import type { Bucket } from '@healthbooker/runtime/bucket';
import { replayArchived } from '@healthbooker/scheduler/history/archive/archived-decisions';
import { type Replayed, replayAll } from '@healthbooker/scheduler/history/replay-all';
import pg from 'pg';
import { StoreUnread } from './sql.ts';
import type { Finding, VerifiedStores } from './types.ts';

/** Decides every stored decision of a scheduler since an instant again, those of its archive too. Memory stays the same. */
export async function replaySince(databaseUrl: string, from: Date, bucket?: Bucket): Promise<Replayed> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, connectionTimeoutMillis: 5000 });
  try {
    const total = await replayAll(pool, from);
    if (bucket !== undefined) await replayArchived(pool, bucket, from, total);
    return total;
  } finally {
    await pool.end();
  }
}

/** Decisions since an instant that give another answer when they are decided again on the stored rows. */
export async function replayDecisions(
  { databases: { scheduler } }: VerifiedStores,
  since: Date,
): Promise<Finding[]> {
  if (scheduler === undefined) return [];
  const { mismatches } = await replaySince(scheduler, since).catch((error) => {
    throw new StoreUnread('scheduler', error);
  });
  return mismatches.map(({ appointmentId, version, kind, stored, recomputed }) => ({
    broken: `scheduler: a decision does not replay (${kind}: ${stored}, now ${recomputed})`,
    id: `${appointmentId} version ${version}`,
  }));
}
