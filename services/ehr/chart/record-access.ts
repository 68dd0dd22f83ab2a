import { type CallContext, groups, isInGroup, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Logger } from '@healthbooker/runtime/log';
import { loadSql, type Pool, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import type { Permission } from '../access.ts';
import type { Parts } from '../parts.ts';
import { isUuid } from './id.ts';

/** The columns that a new row of `access` sets. */
export const accessColumns = 'at, patient_id, reader_id, reader_name, role, action, what, why, trace_id';

const insertAccess = statement(
  'record-access',
  `insert into access (${accessColumns})
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
returning (select version from chart where chart.patient_id = access.patient_id) as chart_version`,
);
const insertTry = loadSql(import.meta.url, '../sql/record-try.sql', { accessColumns });

/** What of a patient's was read, written or tried. */
export type What =
  | 'chart'
  | 'chart-page'
  | `chart-page-${string}`
  | 'entry-history'
  | 'entry'
  | 'correction'
  | 'draft'
  | 'access-log';

/** Who is about to read or write, as they are called at this moment. */
export type Reader = Permission & { readerName: string };

/**
 * The reader with their name, which stays with what they did. A provider's is the directory's. Who acts for somebody is
 * not let in without one while it cannot be looked up; patients themselves are, since they know who they are.
 * @throws ServiceError unavailable
 */
export async function withReaderName(
  permission: Permission,
  { names }: Pick<Parts, 'names'>,
  log: Logger,
): Promise<Reader> {
  const { readerId, directoryName, why } = permission;
  if (directoryName !== '') return { ...permission, readerName: directoryName };
  try {
    return { ...permission, readerName: (await names.find([readerId])).get(readerId) ?? '' };
  } catch (err) {
    if (why !== 'own-record') throw unnamed(err);
    log.warn({ err }, 'the name of a patient could not be read: their own access is recorded without a name');
    return { ...permission, readerName: '' };
  }
}

/**
 * Commits who is about to read or has written what, then tells the chart's version (0 when nothing was ever recorded).
 * One statement: on the pool it is a transaction of its own, so that the row is durable when this returns, and nothing
 * clinical was read yet; a writer gives the transaction in which it writes.
 */
export async function recordAccess(
  on: Pool | Transaction,
  { patientId, readerId, readerName, role, why }: Reader,
  { action, what }: { action: 'read' | 'write'; what: What },
  now: Date,
  { trace }: Pick<CallContext, 'trace'>,
): Promise<number> {
  const [row] = await query<{ chart_version: number | null }>(on, insertAccess, [
    now,
    patientId,
    readerId,
    readerName,
    role,
    action,
    what,
    why,
    trace.traceId,
  ]);
  return row?.chart_version ?? 0;
}

/**
 * Commits that the caller was refused, where the patient sees it. Ids that name no person leave a bounded number of rows;
 * those that cannot name one leave none. While names cannot be looked up the row has only the reader's id: it is worth more
 * than none.
 * @throws ServiceError unavailable when it cannot be committed: then nothing else is answered
 */
export async function recordTry(
  { pool, names, clock }: Pick<Parts, 'pool' | 'names' | 'clock'>,
  { patientId, directoryName, what }: { patientId: string; directoryName: string; what: What },
  context: CallContext,
): Promise<void> {
  if (!isUuid(patientId)) return;
  const whose = patientId.toLowerCase();
  const { personId } = personOf(context);
  const found = await names.find([personId, whose]).catch((err: unknown): ReadonlyMap<string, string> => {
    context.log.warn(
      { err },
      'names could not be read: a refused try is recorded, perhaps without the name of the reader',
    );
    return new Map();
  });
  const readerName = directoryName || (found.get(personId) ?? '');
  const isKnown = found.has(whose);
  await query(pool, insertTry, [
    clock(),
    whose,
    personId,
    readerName,
    actingAs(context),
    what,
    isKnown,
    context.trace.traceId,
  ]);
}

/** The group in which somebody is refused: the first of staff, since a patient's own chart is never refused. */
function actingAs({ caller }: CallContext): string {
  const staff = groups.filter((group) => group !== 'Patients');
  return staff.find((group) => isInGroup(caller, group)) ?? 'Patients';
}

function unnamed(cause: unknown): ServiceError {
  return new ServiceError('unavailable', 'Who you are cannot be put on record right now.', {
    retryAfterMs: 1000,
    cause,
  });
}
