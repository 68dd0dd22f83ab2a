import { randomUUID } from 'node:crypto';
import type { ProxyLink } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyLink';
import type { CallContext } from '@healthbooker/runtime/context';
import { rfc3339 } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import { type Pool, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import { toTraceparent } from '@healthbooker/runtime/trace';
import { z } from 'zod';
import { lockPatients } from '../../locks.ts';

/** The most links of one person on either side: so the lists stay short, and nobody can collect patients. */
const MOST = 20;

export type Scope = 'bookings' | 'record';

/** A row of `proxy`, with its state at the time when it was read. */
export type LinkRow = {
  id: string;
  patient_id: string;
  proxy_id: string;
  since: Date;
  scope: Scope;
  evidence: string;
  reason: string;
  granted_by: string;
  expires_at: Date | null;
  confirm_by: Date | null;
  confirmed_by: string | null;
  confirmed_at: Date | null;
  ended_by: string | null;
  ended_at: Date | null;
  disputed_at: Date | null;
  reviewed_by: string | null;
  reviewed_at: Date | null;
  version: number;
  state: 'unconfirmed' | 'active' | 'lapsed' | 'expired' | 'ended';
};

/** The columns of a {@link LinkRow} from `proxy p`, without its state, which depends on the time. */
export const linkColumns = `p.id, p.patient_id, p.proxy_id, p.since, p.scope, p.evidence, p.reason, p.granted_by, p.expires_at, p.confirm_by,
  p.confirmed_by, p.confirmed_at, p.ended_by, p.ended_at, p.disputed_at, p.reviewed_by, p.reviewed_at, p.version`;

const sql = {
  /** The links between the patient $1 and the proxy $2 that work or wait for a confirmation at $3. */
  find: statement(
    'find-proxies',
    `select ${linkColumns}, proxy_state(p, $3) as state
from proxy p
where patient_id = $1 and proxy_id = $2 and ended_at is null and proxy_state(p, $3) in ('active', 'unconfirmed')`,
  ),
  select: statement(
    'select-proxy',
    `select ${linkColumns}, proxy_state(p, $2) as state
from proxy p where id = $1`,
  ),
  /**
   * How many act for the patient $1, and for how many the proxy $2 acts, at $3; links that wait for a confirmation
   * count.
   */
  count: statement(
    'count-proxies',
    `select
  (select count(*) from proxy p
    where patient_id = $1 and ended_at is null and proxy_state(p, $3) in ('active', 'unconfirmed')) as proxies,
  (select count(*) from proxy p
    where proxy_id = $2 and ended_at is null and proxy_state(p, $3) in ('active', 'unconfirmed')) as acts_for`,
  ),
  /** Ends lapsed and expired links between the two, so that a new link of the same scope is possible. */
  retire: statement(
    'retire-proxies',
    `update proxy p
set ended_at = least(coalesce(expires_at, $3), coalesce(confirm_by, $3)), version = version + 1,
  changed_xid = pg_current_xact_id()
where patient_id = $1 and proxy_id = $2 and ended_at is null and proxy_state(p, $3) in ('lapsed', 'expired')`,
  ),
  insert: statement(
    'insert-proxy',
    `insert into proxy as p(id, patient_id, proxy_id, granted_by, since, scope, evidence, reason, expires_at, confirm_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
returning ${linkColumns}, proxy_state(p, $5) as state`,
  ),
  /** Ends the links between the patient $1 and the proxy $2, of the scope $5 or, when that is null, of any. */
  end: statement(
    'end-proxy',
    `update proxy p
set ended_at = $3, ended_by = $4, version = version + 1, changed_xid = pg_current_xact_id()
where patient_id = $1 and proxy_id = $2 and ended_at is null and ($5::text is null or scope = $5)
returning ${linkColumns}, proxy_state(p, $3) as state`,
  ),
  event: statement(
    'insert-proxy-event',
    `insert into outbox(key, version, type, payload, traceparent, created_at)
values ($1, $2, 'proxy.changed', $3, $4, $5)`,
  ),
};

const scopeNames = {
  bookings: 'PROXY_SCOPE_BOOKINGS',
  record: 'PROXY_SCOPE_RECORD',
} as const satisfies Record<Scope, string>;

const stateNames = {
  unconfirmed: 'PROXY_STATE_UNCONFIRMED',
  active: 'PROXY_STATE_ACTIVE',
  lapsed: 'PROXY_STATE_LAPSED',
  expired: 'PROXY_STATE_EXPIRED',
  ended: 'PROXY_STATE_ENDED',
} as const satisfies Record<LinkRow['state'], string>;

/** The contract's name of a scope. */
export function scopeName(scope: Scope): (typeof scopeNames)[Scope] {
  return scopeNames[scope];
}

/** A scope by its name in the contract; null for none. */
export const scopeField = z
  .enum(['PROXY_SCOPE_UNSPECIFIED', 'PROXY_SCOPE_BOOKINGS', 'PROXY_SCOPE_RECORD'])
  .transform((name): Scope | null => {
    if (name === 'PROXY_SCOPE_UNSPECIFIED') return null;
    return name === 'PROXY_SCOPE_RECORD' ? 'record' : 'bookings';
  });

/** Whether staff made the link; else the patient did, by a code. */
export function isMadeByStaff(row: Pick<LinkRow, 'granted_by' | 'patient_id'>): boolean {
  return row.granted_by !== row.patient_id;
}

/** The contract's ProxyLink for both of its sides, without the names of staff. */
export function toLink(row: LinkRow): ProxyLink {
  return {
    id: row.id,
    patientId: row.patient_id,
    proxyId: row.proxy_id,
    since: rfc3339(row.since),
    scope: scopeNames[row.scope],
    state: stateNames[row.state],
    expiresAt: instantOf(row.expires_at),
    isMadeByStaff: isMadeByStaff(row),
    reason: row.reason,
    evidence: row.evidence,
    confirmBy: instantOf(row.confirm_by),
    version: row.version,
  };
}

/** The contract's ProxyLink with everything, for staff. */
export function toStaffLink(row: LinkRow): ProxyLink {
  return {
    ...toLink(row),
    grantedBy: row.granted_by,
    confirmedBy: row.confirmed_by ?? '',
    confirmedAt: instantOf(row.confirmed_at),
    endedBy: row.ended_by ?? '',
    endedAt: instantOf(row.ended_at),
    disputedAt: instantOf(row.disputed_at),
    reviewedBy: row.reviewed_by ?? '',
    reviewedAt: instantOf(row.reviewed_at),
  };
}

function instantOf(instant: Date | null): string {
  return instant === null ? '' : rfc3339(instant);
}

/** What happened to a link, as its event says. */
type LinkChange = 'asked' | 'opened' | 'ended' | 'disputed';

/** Announces a version of a link, in the transaction that wrote it: with ids only. */
export async function announceLink(
  tx: Transaction,
  row: LinkRow,
  change: LinkChange,
  { trace }: Pick<CallContext, 'trace'>,
  now: Date,
): Promise<void> {
  const { id: linkId, version, patient_id: patientId, proxy_id: proxyId } = row;
  const news = { linkId, version, patientId, proxyId, change, changedAt: rfc3339(now) };
  await query(tx, sql.event, [linkId, version, news, toTraceparent(trace), now]);
}

/**
 * Locks both sides, always in the same order, so that counts and links stay as they are until the end of the
 * transaction.
 */
export async function lockBoth(tx: Transaction, one: string, other: string): Promise<void> {
  await lockPatients(tx, [one, other]);
}

/** The links between the two that work, or wait for a colleague. */
export async function findLinks(
  tx: Transaction,
  patientId: string,
  proxyId: string,
  now: Date,
): Promise<LinkRow[]> {
  return query<LinkRow>(tx, sql.find, [patientId, proxyId, now]);
}

/** A link by its id. Errors: not-found */
export async function linkById(on: Pool | Transaction, linkId: string, now: Date): Promise<LinkRow> {
  const [link] = await query<LinkRow>(on, sql.select, [linkId, now]);
  if (link === undefined) throw noSuchLink();
  return link;
}

export type WantedLink = {
  patientId: string;
  proxyId: string;
  /** The patient, who gave a code, or somebody of the staff. */
  grantedBy: string;
  scope: Scope;
  evidence: string;
  reason: string;
  expiresAt: Date | null;
  /** Until when a colleague has to confirm it; null where none has to. */
  confirmBy: Date | null;
};

/**
 * Lets somebody act for a patient, at once or after a colleague has confirmed it, or finds the link when it exists
 * already. Both people are locked. A link to the record replaces one to bookings as soon as it works. Errors: conflict
 * when the record is open to them already and bookings are asked for, or when one has too many links.
 */
export async function linkBoth(
  tx: Transaction,
  wanted: WantedLink,
  context: CallContext,
  now: Date,
): Promise<LinkRow> {
  const { patientId, proxyId, scope } = wanted;
  const existing = await findLinks(tx, patientId, proxyId, now);
  const same = existing.find((link) => link.scope === scope);
  if (same !== undefined) return same;
  if (scope === 'bookings' && existing.some(({ state }) => state === 'active')) {
    throw new ServiceError(
      'conflict',
      'This person acts for the patient already, and sees the record. End that first.',
      { details: { reason: 'wider' } },
    );
  }
  const [counts] = await query<{ proxies: number; acts_for: number }>(tx, sql.count, [
    patientId,
    proxyId,
    now,
  ]);
  if (counts !== undefined && (counts.proxies >= MOST || counts.acts_for >= MOST)) {
    throw new ServiceError(
      'conflict',
      `Nobody can act for more than ${MOST} people or have more than ${MOST} act for them. End one of these first.`,
    );
  }
  await query(tx, sql.retire, [patientId, proxyId, now]);
  const [link] = await query<LinkRow>(tx, sql.insert, [
    randomUUID(),
    patientId,
    proxyId,
    wanted.grantedBy,
    now,
    scope,
    wanted.evidence,
    wanted.reason,
    wanted.expiresAt,
    wanted.confirmBy,
  ]);
  if (link === undefined) throw new Error('a link just written is not there');
  await announceLink(tx, link, link.state === 'active' ? 'opened' : 'asked', context, now);
  if (link.state === 'active') await endNarrower(tx, link, wanted.grantedBy, context, now);
  return link;
}

/** Ends the link to bookings, which a working link to the record includes. */
export async function endNarrower(
  tx: Transaction,
  link: LinkRow,
  by: string,
  context: CallContext,
  now: Date,
): Promise<void> {
  if (link.scope === 'record') await endLinks(tx, { ...link, by, scope: 'bookings' }, context, now);
}

/** Ends the links between the two, of one scope or, for null, of any, and tells the open pages of both. */
export async function endLinks(
  tx: Transaction,
  which: { patient_id: string; proxy_id: string; by: string; scope: Scope | null },
  context: CallContext,
  now: Date,
): Promise<void> {
  const { patient_id, proxy_id, by, scope } = which;
  const ended = await query<LinkRow>(tx, sql.end, [patient_id, proxy_id, now, by, scope]);
  for (const link of ended) await announceLink(tx, link, 'ended', context, now);
}

/** The error for a link that does not exist, or of which the caller may not know. */
export function noSuchLink(): ServiceError {
  return new ServiceError('not-found', 'There is no such link.');
}
