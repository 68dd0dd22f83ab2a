import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, query, type Transaction } from '@healthbooker/runtime/postgres';
import type { DisruptionKind } from './disruption-rows.ts';

const insert = loadSql(import.meta.url, './insert-disruption.sql');

/** A change that hit visits, other than a leave: a leave becomes a disruption by itself. */
export type Disruption = {
  id: string;
  kind: Exclude<DisruptionKind, 'leave'>;
  /** Null where the change does not concern one provider, or one location. */
  providerId: string | null;
  locationId: string | null;
  /** Dates of what was changed; the last one included, null until further notice. */
  firstDate: string;
  lastDate: string | null;
  note: string;
  /** The hash of the request that changed a session; null where the change is saved with its own row. */
  requestSha256: Buffer | null;
};

/** Saves what hit booked visits. Errors: idempotency-mismatch for an id that belongs to something else. */
export async function saveDisruption(
  tx: Transaction,
  disruption: Disruption,
  slots: { added: number; retired: number },
  now: Date,
): Promise<void> {
  const { id, kind, providerId, locationId, firstDate, lastDate, note, requestSha256 } = disruption;
  const saved = await query(tx, insert, [
    id,
    kind,
    providerId,
    locationId,
    firstDate,
    lastDate,
    note,
    now,
    requestSha256,
    slots.added,
    slots.retired,
  ]);
  if (saved.length !== 1) {
    throw new ServiceError('idempotency-mismatch', 'This id was used for another change.');
  }
}
