import { loadSql, type Pool, query, type Transaction } from '@healthbooker/runtime/postgres';

const read = loadSql(import.meta.url, './sql/read-policy.sql');

/** What the hospital has decided: the one row of the table `policy`. */
export type Policy = {
  /** The birthday at which a child's proxies end. */
  proxy_child_until_age_years: number;
  /** How long a link to an adult's record that staff made waits for a colleague. */
  proxy_confirm_within_hours: number;
  /** How long a link to an adult that staff made works. */
  proxy_by_staff_for_days: number;
};

/** The policy as it is at this moment; an administrator's change counts from the next request on. */
export async function readPolicy(on: Pool | Transaction): Promise<Policy> {
  const [policy] = await query<Policy>(on, read);
  if (policy === undefined) throw new Error('the table policy has no row');
  return policy;
}
