import { createHash } from 'node:crypto';
import type { EntryHeadline__Output } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EntryHeadline';
import { refuseTooLarge } from '@healthbooker/protos/kept-json';
import type { CallContext } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, query, statement, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { toTraceparent } from '@healthbooker/runtime/trace';
import { endDraft } from '../draft/draft.ts';
import type { Parts } from '../parts.ts';
import type { Kind } from './body.ts';
import { type EntryRow, entryColumns, type Release } from './entry.ts';
import { lockChart } from './lock-chart.ts';
import { type Checks, type Confirmed, checkAgainstChart } from './medicine-check.ts';
import { type Reader, recordAccess, type What } from './record-access.ts';

const findOperation = loadSql(import.meta.url, '../sql/find-operation.sql', { entryColumns });
const insertVersion = loadSql(import.meta.url, '../sql/insert-version.sql', { entryColumns });
const insertEvent = statement(
  'insert-event',
  `insert into outbox (key, version, type, payload, traceparent, created_at)
values ($1, $2, 'record.added', $3, $4, $5)`,
);

/**
 * A request to write, and how it is recorded; the hash of `request` tells a repeat from another request under the same
 * key.
 */
export type Operation = {
  author: Reader;
  what: What;
  key: string;
  request: object;
  /** What the author was asked and has confirmed. */
  confirmed?: Confirmed;
  /** Unlikely values that were confirmed. */
  confirmedUnlikely?: string[];
  /**
   * Why it is refused, found before. A repeat of an operation that succeeded is answered with that success all the
   * same.
   */
  refusal?: ServiceError | undefined;
  /** Of the draft that ends with it; none for what is written without drafts. */
  form?: string;
};

/** The new version of an entry, decided under the lock on its chart. */
export type NewVersion = {
  entryId: string;
  version: number;
  kind: Kind;
  body: object;
  release: Release;
  amendReason: string | null;
};

/** `replacedChartVersion` is absent when the operation had been done before. */
type Written = { row: EntryRow; replacedChartVersion?: number };

/**
 * Writes one version of an entry with its event and its access row, once per operation key; a repeat is recorded as a
 * read. Writers of one chart take turns: `decide` runs under the lock, and so does the check of medicines and
 * allergies, which every version has to pass. A warning tells what is in the chart, so it is recorded as a read before
 * it is answered.
 * @throws ServiceError idempotency-mismatch when the key was used for another request, safety-warning, and what
 * `decide` throws
 */
export async function writeVersion(
  parts: Pick<Parts, 'pool' | 'relay' | 'cache' | 'clock' | 'medicineChecks'>,
  operation: Operation,
  context: Pick<CallContext, 'trace' | 'deadline'>,
  decide: (client: Transaction) => Promise<NewVersion>,
): Promise<EntryRow> {
  const at = { now: parts.clock(), context };
  const written = await transaction(
    parts.pool,
    (client) => writeIn(client, operation, at, () => decide(client)),
    { deadline: context.deadline },
  );
  if ('refusal' in written) {
    parts.medicineChecks.inc({ outcome: 'warned' });
    throw written.refusal;
  }
  const { row, replacedChartVersion } = written;
  parts.relay.wake();
  if (replacedChartVersion !== undefined && row.checks?.tableVersion) {
    parts.medicineChecks.inc({ outcome: outcomeOf(row.checks) });
  }
  if (replacedChartVersion !== undefined) {
    await parts.cache.drop(operation.author.patientId, replacedChartVersion);
  }
  return row;
}

function outcomeOf({ overrideReason, notChecked, notCheckedAgainst }: Checks) {
  if (overrideReason !== '') return 'overridden';
  return notChecked.length > 0 || notCheckedAgainst.length > 0 ? 'not-checked' : 'clear';
}

async function writeIn(
  client: Transaction,
  operation: Operation,
  at: { now: Date; context: Pick<CallContext, 'trace'> },
  decide: () => Promise<NewVersion>,
): Promise<Written | { refusal: ServiceError }> {
  const { author, what, confirmed = nothingConfirmed, confirmedUnlikely = [] } = operation;
  const { patientId, readerId: authorId } = author;
  const replacedChartVersion = await lockChart(client, patientId);
  const hash = createHash('sha256').update(JSON.stringify(operation.request)).digest();
  const [done] = await query<EntryRow & { request_sha256: Buffer }>(client, findOperation, [
    authorId,
    operation.key,
  ]);
  if (done && !done.request_sha256.equals(hash)) {
    throw new ServiceError('idempotency-mismatch', 'This key was used for another request.');
  }
  if (done) {
    await recordAccess(client, author, { action: 'read', what }, at.now, at.context);
    return { row: done };
  }
  if (operation.refusal !== undefined) throw operation.refusal;
  const { entryId, version, kind, body, release, amendReason } = await decide();
  const answer = await checkAgainstChart(client, { patientId, entryId, kind, body }, confirmed);
  if ('refusal' in answer) {
    await recordAccess(client, author, { action: 'read', what }, at.now, at.context);
    return answer;
  }
  const { checked, overrideReason } = answer;
  const isAsked = checked !== undefined || confirmedUnlikely.length > 0;
  const checks: Checks | null = isAsked
    ? { ...(checked ?? nothingChecked), overrideReason, confirmedUnlikely }
    : null;
  const [row] = await query<EntryRow>(client, insertVersion, [
    entryId,
    version,
    patientId,
    kind,
    body,
    release,
    authorId,
    at.now,
    amendReason,
    operation.key,
    hash,
    author.readerName,
    checks,
  ]);
  if (!row) throw new Error('a version was inserted and is not there');
  const headline: EntryHeadline__Output = {
    patientId,
    entryId,
    version,
    kind,
    recordedAt: at.now.toISOString(),
    authorId,
    visible: release === 'now',
  };
  const event = refuseTooLarge(headline, 'EntryHeadline');
  await query(client, insertEvent, [entryId, version, event, toTraceparent(at.context.trace), at.now]);
  await recordAccess(client, author, { action: 'write', what }, at.now, at.context);
  if (operation.form !== undefined) await endDraft(client, author, operation.form, operation.key);
  return { row, replacedChartVersion };
}

const nothingConfirmed: Confirmed = { overrideReason: '', warningsKey: '', isUnlikelyConfirmed: false };
const nothingChecked = { tableVersion: '', findings: [], notChecked: [], notCheckedAgainst: [] };

/** @throws ServiceError invalid */
export function checkOperationKey(key: string): string {
  if (/^[\x21-\x7e]{8,128}$/.test(key)) return key;
  throw new ServiceError('invalid', 'An operation key of 8 to 128 printable characters is required.', {
    fields: [{ field: 'operationKey', message: 'must have 8 to 128 printable characters' }],
  });
}
