import { randomUUID } from 'node:crypto';
import type { ProxyLink } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyLink';
import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, query, type Transaction } from '@healthbooker/runtime/postgres';
import { lockPatient } from '../booking/hold.ts';
import { rfc3339 } from '../booking/rows.ts';

const sql = {
  find: loadSql(import.meta.url, '../sql/find-proxy.sql'),
  count: loadSql(import.meta.url, '../sql/count-proxies.sql'),
  insert: loadSql(import.meta.url, '../sql/insert-proxy.sql'),
};

/** Links on either side: a list that can be read, and no way to collect patients. */
const MOST = 20;

export type LinkRow = { patient_id: string; proxy_id: string; since: Date };

/** The contract's ProxyLink. */
export function toLink({ patient_id, proxy_id, since }: LinkRow): ProxyLink {
  return { patientId: patient_id, proxyId: proxy_id, since: rfc3339(since) };
}

/** Locks both sides, always in the same order, so that the counts below hold until the end of the transaction. */
export async function lockBoth(tx: Transaction, one: string, other: string): Promise<void> {
  for (const personId of [one, other].sort()) await lockPatient(tx, personId);
}

/** The link between the two that has not ended. */
export async function findLink(
  tx: Transaction,
  patientId: string,
  proxyId: string,
): Promise<LinkRow | undefined> {
  const [link] = await query<LinkRow>(tx, sql.find, [patientId, proxyId]);
  return link;
}

/**
 * Lets somebody act for a patient from now on, or finds that they do already. Both are locked.
 * Errors: conflict when one of them has too many links.
 */
export async function linkBoth(
  tx: Transaction,
  wanted: { patientId: string; proxyId: string; grantedBy: string; now: Date },
): Promise<LinkRow> {
  const { patientId, proxyId, grantedBy, now } = wanted;
  const existing = await findLink(tx, patientId, proxyId);
  if (existing !== undefined) return existing;
  const [counts] = await query<{ proxies: number; acts_for: number }>(tx, sql.count, [patientId, proxyId]);
  if (counts !== undefined && (counts.proxies >= MOST || counts.acts_for >= MOST)) {
    throw new ServiceError(
      'conflict',
      `Nobody can act for more than ${MOST} people or have more than ${MOST} act for them. End one of these first.`,
    );
  }
  const [link] = await query<LinkRow>(tx, sql.insert, [randomUUID(), patientId, proxyId, grantedBy, now]);
  if (link === undefined) throw new Error('a link just written is not there');
  return link;
}
