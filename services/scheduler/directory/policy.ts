import { type Pool, query, statement, type Transaction } from '@healthbooker/runtime/postgres';

const read = statement(
  'read-policy',
  `select proxy_child_until_age_years, proxy_confirm_within_hours, proxy_by_staff_for_days, open_visits_per_specialty,
  open_series_per_specialty, new_visits_per_day, moves_per_day, waiting_places, late_cancellation_hours, version
from policy`,
);

/** The numbers that the hospital decides: the one row of the table `policy`. */
export type Policy = {
  /** The birthday at which a child's proxies end. */
  proxy_child_until_age_years: number;
  /** How long a link to an adult's record, made by staff, waits for a colleague to confirm it. */
  proxy_confirm_within_hours: number;
  /** How long a link to an adult's record, made by staff, is valid. */
  proxy_by_staff_for_days: number;
  /** How many visits in one specialty a patient may have booked at a time, by themselves and without a referral. */
  open_visits_per_specialty: number;
  /** How many series in one specialty, likewise; their visits do not count as visits above. */
  open_series_per_specialty: number;
  /** How many visits a patient may book in 24 hours; a series counts once. */
  new_visits_per_day: number;
  /** How often a patient may move visits in 24 hours. */
  moves_per_day: number;
  /** On how many waiting lists a patient may be. */
  waiting_places: number;
  /** From this many hours before a visit, a cancellation is late. */
  late_cancellation_hours: number;
};

/** The lowest and the highest value of each number, as the table's checks have them. */
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
