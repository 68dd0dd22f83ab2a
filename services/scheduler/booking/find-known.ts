import type { Reservation } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import { readReservationVersion } from '@healthbooker/protos/gen/readers';
import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, query, type Transaction } from '@healthbooker/runtime/postgres';
import { roleTowards } from '../care/access.ts';
import type { Outcome } from './batcher.ts';
import type { Booking } from './booking.ts';

const findKnownSql = loadSql(import.meta.url, './find-known.sql');

/** An appointment id that is in use. */
type Known = {
  appointment_id: string;
  version: number;
  /** Null for a waiting entry. */
  patient_id: string | null;
  provider_id: string | null;
  request_sha256: Buffer | null;
  outcome: unknown;
  reason: string | null;
};

/**
 * The answers to those bookings whose appointment exists, by appointment id: the earlier answer to the same operation,
 * or a refusal when it was another operation. The patients are locked.
 */
export async function findKnown(
  tx: Transaction,
  bookings: readonly Booking[],
  now: Date,
): Promise<Map<string, Outcome<Reservation>>> {
  const rows = await query<Known>(tx, findKnownSql, [
    bookings.map(({ appointmentId }) => appointmentId),
    bookings.map(({ operationKey }) => operationKey),
  ]);
  const known = new Map(rows.map((row) => [row.appointment_id, row]));
  const answers = new Map<string, Outcome<Reservation>>();
  for (const booking of bookings) {
    const row = known.get(booking.appointmentId);
    if (row === undefined) continue;
    try {
      answers.set(booking.appointmentId, { result: await answer(tx, booking, row, now) });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      answers.set(booking.appointmentId, { error });
    }
  }
  return answers;
}

async function answer(tx: Transaction, booking: Booking, row: Known, now: Date): Promise<Reservation> {
  const { patient_id, provider_id, request_sha256, outcome, reason, version } = row;
  if (patient_id !== null && provider_id !== null) {
    await roleTowards(tx, booking.context, { patient_id, provider_id }, now);
  }
  if (request_sha256 === null) {
    throw new ServiceError('conflict', 'This appointment has changed in the meantime. Look at it again.', {
      details: { currentVersion: String(version) },
    });
  }
  if (!request_sha256.equals(booking.hash)) {
    throw new ServiceError('idempotency-mismatch', 'This key was used for another request.');
  }
  return { ...readReservationVersion(outcome), reason: reason ?? '' };
}

/** Whether this is a refusal of ours and not an error of the database, after which the transaction is lost. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ServiceError && error.cause === undefined;
}
