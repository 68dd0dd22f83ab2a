import { type Pool, query, statement, type Transaction } from '@healthbooker/runtime/postgres';

const read = statement(
  'read-policy',
  `select proxy_child_until_age_years, proxy_confirm_within_hours, proxy_by_staff_for_days, open_visits_per_specialty,
  open_series_per_specialty, new_visits_per_day, moves_per_day, waiting_places, late_cancellation_hours, version
from policy`,
);

/** What the hospital has decided: the one row of the table `policy`. */
export type Policy = {
  /** The birthday at which a child's proxies end. */
  proxy_child_until_age_years: number;
  /** How long a link to an adult's record that staff made waits for a colleague. */
  proxy_confirm_within_hours: number;
  /** How long a link to an adult that staff made works. */
  proxy_by_staff_for_days: number;
  /** What a patient may have booked in a specialty at a time, by themselves and without a referral. */
  open_visits_per_specialty: number;
  /** The same of series, which are no visits in that count. */
  open_series_per_specialty: number;
  /** What a patient may book in 24 hours; a series counts once. */
  new_visits_per_day: number;
  /** How often a patient may move visits in 24 hours. */
  moves_per_day: number;
  /** On how many waiting lists a patient may be. */
  waiting_places: number;
  /** Later than this before a visit a cancellation is a late one. */
  late_cancellation_hours: number;
};

/** The least and the most that each number may be, as the table has it. */
export const policyBounds: { readonly [Name in keyof Policy]: readonly [number, number] } = {
  proxy_child_until_age_years: [10, 21],
  proxy_confirm_within_hours: [1, 168],
  proxy_by_staff_for_days: [1, 3660],
  open_visits_per_specialty: [1, 100_000],
  open_series_per_specialty: [0, 100_000],
  new_visits_per_day: [1, 100_000],
  moves_per_day: [1, 100_000],
  waiting_places: [0, 1000],
  late_cancellation_hours: [0, 336],
};

/** The policy as it is at this moment; an administrator's change counts from the next request on. */
export async function readPolicy(on: Pool | Transaction): Promise<Policy & { version: number }> {
  const [policy] = await query<Policy & { version: number }>(on, read);
  if (policy === undefined) throw new Error('the table policy has no row');
  return policy;
}
