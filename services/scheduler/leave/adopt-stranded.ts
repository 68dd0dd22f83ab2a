import { loadSql, type Pool, query, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { lockAvailability } from '../calendar/apply-rules.ts';
import type { Parts } from '../parts.ts';
import { asItself, listHit } from './list-hit.ts';
import { lockTimes, withPatients } from './lock-patients.ts';

const sql = loadSql(import.meta.url, './stranded-visits.sql');
/** How many visits one transaction takes, and how many transactions one run makes; the rest follows a minute later. */
const MOST = 100;
const ROUNDS = 20;

type Stranded = { patient_id: string; slot_id: string; provider_id: string };

/**
 * During a release, processes of the release before run beside ours and may take a visit's time away without putting it
 * on the worklist. This puts such visits on the worklist and tells their patients. Part of the job that runs each
 * minute.
 */
export async function adoptStranded(parts: Parts): Promise<void> {
  for (let round = 0; round < ROUNDS && (await adoptSome(parts)) === MOST; round += 1);
}

async function adoptSome(parts: Parts): Promise<number> {
  const { pool, clock } = parts;
  const found = await strandedVisits(pool, clock(), null);
  if (found.length === 0) return 0;
  const patientIds = found.map(({ patient_id }) => patient_id);
  const slotIds = found.map(({ slot_id }) => slot_id);
  const adopted = await withPatients(patientIds, (patients) =>
    transaction(
      pool,
      async (tx) => {
        await lockAvailability(tx, [...new Set(found.map(({ provider_id }) => provider_id))]);
        await patients.lock(tx);
        await lockTimes(tx, [], slotIds);
        const left = await strandedVisits(tx, clock(), slotIds);
        const retiredTaken = left.map(({ slot_id }) => slot_id);
        const applied = { added: 0, retired: retiredTaken.length, retiredTaken, unretired: [] };
        await listHit(tx, parts, applied, patients, asItself(parts));
        return left.length;
      },
      { attempts: 3 },
    ),
  );
  if (adopted > 0) {
    parts.log.warn(
      { visits: adopted },
      'visits outside the calendar were missing from the worklist: they are added to it',
    );
    parts.relay.wake();
  }
  return adopted;
}

function strandedVisits(on: Pool | Transaction, now: Date, slotIds: readonly string[] | null) {
  return query<Stranded>(on, sql, [now, slotIds, MOST]);
}
