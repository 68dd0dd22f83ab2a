import type { Reservation } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import type { CallContext } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, query, statement, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { roleTowards } from '../../care/access.ts';
import type { Status } from '../../history/reservation.ts';
import { lockPatients } from '../../locks.ts';
import { expectedVersion, id, operationKey } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { explainConstraint } from '../constraints.ts';
import { recordWritten, type Written } from '../write-version.ts';

const sql = {
  find: statement('find-series', `select patient_id, every_weeks from series where id = $1`),
  /** The visits of a series, in their order. */
  visits: statement(
    'series-visits',
    `select r.appointment_id, r.version, r.status, r.series_place, r.slot_id, r.local_start, r.provider_id
from reservation r
where r.series_id = $1
order by r.series_place`,
  ),
  operation: loadSql(import.meta.url, '../find-operation.sql'),
};

/** What both changes of a series name. */
export const changeSchema = z.object({
  seriesId: id,
  appointmentId: id,
  scope: z.enum(['SERIES_SCOPE_THIS', 'SERIES_SCOPE_THIS_AND_LATER'], {
    error: 'must be this visit, or this and later ones',
  }),
  versions: z
    .array(z.object({ appointmentId: id, expectedVersion }))
    .min(1)
    .max(12),
  operationKey,
});
export type SeriesChange = z.infer<typeof changeSchema>;

export type SeriesVisitRow = {
  appointment_id: string;
  version: number;
  status: Status;
  series_place: number;
  slot_id: string;
  local_start: string;
  provider_id: string;
};

/** What a change works on: the visits it touches, in their order, the picked one first. */
export type Touched = {
  everyWeeks: number;
  visits: readonly [SeriesVisitRow, ...SeriesVisitRow[]];
  isRepeat: boolean;
};

/** What was written, and the specialties to settle. */
export type Changed = { written: Written[]; freed: Set<string> };

/**
 * Runs a change of a series in one transaction, with the patient locked: all visits or none. Settles afterwards.
 *
 * Errors: not-found; conflict when the visits it would touch are not those that the caller saw; those of `work`.
 */
export async function changeSeries(
  parts: Parts,
  operation: string,
  change: SeriesChange,
  context: CallContext,
  touches: (status: Status) => boolean,
  work: (tx: Transaction, touched: Touched) => Promise<Changed>,
): Promise<Reservation[]> {
  try {
    const { written, freed } = await transaction(
      parts.pool,
      async (tx) => {
        const changed = await work(tx, await touched(tx, change, context, touches, parts.clock()));
        await recordWritten(tx, parts, context, changed.written);
        return changed;
      },
      { deadline: context.deadline, attempts: 3 },
    );
    parts.measures.bookings.inc({ operation, outcome: 'done' });
    parts.relay.wake();
    for (const specialtyId of freed) parts.settler.settle(specialtyId);
    return written.map(({ reservation }) => reservation);
  } catch (error) {
    const explained = explainConstraint(error);
    const outcome = explained instanceof ServiceError ? explained.kind : 'internal';
    parts.measures.bookings.inc({ operation, outcome });
    throw explained;
  }
}

async function touched(
  tx: Transaction,
  change: SeriesChange,
  context: CallContext,
  touches: (status: Status) => boolean,
  now: Date,
): Promise<Touched> {
  const [series] = await query<{ patient_id: string; every_weeks: number }>(tx, sql.find, [change.seriesId]);
  if (series === undefined) throw unknown();
  await lockPatients(tx, [series.patient_id]);
  const all = await query<SeriesVisitRow>(tx, sql.visits, [change.seriesId]);
  const picked = all.find(({ appointment_id }) => appointment_id === change.appointmentId);
  if (picked === undefined) throw unknown();
  const parties = { patient_id: series.patient_id, provider_id: picked.provider_id };
  await roleTowards(tx, context, parties, now);
  const repeated = await query(tx, sql.operation, [
    series.patient_id,
    change.operationKey,
    picked.appointment_id,
  ]);
  const isRepeat = repeated.length > 0;
  const named = new Set(change.versions.map(({ appointmentId }) => appointmentId));
  const inScope = all.filter(
    ({ series_place, appointment_id, status }) =>
      (isRepeat ? named.has(appointment_id) : touches(status)) &&
      (change.scope === 'SERIES_SCOPE_THIS'
        ? series_place === picked.series_place
        : series_place >= picked.series_place),
  );
  const [first, ...rest] = inScope;
  const isWhole = inScope.length === named.size && inScope.every((visit) => named.has(visit.appointment_id));
  if (first?.appointment_id !== picked.appointment_id || !isWhole) {
    throw new ServiceError('conflict', 'This series has changed in the meantime. Look at it again.', {
      details: { reason: 'visits' },
    });
  }
  return { everyWeeks: series.every_weeks, visits: [first, ...rest], isRepeat };
}

/** The version of a visit that the caller saw. */
export function versionSeen({ versions }: SeriesChange, { appointment_id }: SeriesVisitRow): number {
  return versions.find(({ appointmentId }) => appointmentId === appointment_id)?.expectedVersion ?? 0;
}

function unknown(): ServiceError {
  return new ServiceError('not-found', 'There is no such appointment.');
}
