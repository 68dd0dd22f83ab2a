/** How much the aged hospital holds. */
export type Size = {
  scale: number;
  seed: number;
  /** The instant that everything is told from; later rows are of the future. */
  asOf: Date;
  /** Copies of each clinician of the seeded hospital, with all their sessions. */
  clones: number;
  past_days: number;
  ahead_days: number;
  patients: number;
  /** Entries that wait, and as many that ended. */
  waiting: number;
  longCharts: number;
  longEntries: number;
  referrals: number;
  proxies: number;
  /** Events are there of so many days, as if all had been published in the last days, as many as are kept. */
  event_days: number;
  sent_days: number;
  /** Messages have their words for so many days. */
  words_days: number;
};

/** 28 clinicians of the seeded hospital make a thousand. */
const FULL_CLONES = 36;
const FULL_PAST_DAYS = 700;
const LEAST_PAST_DAYS = 40;

/**
 * At scale 1: 1,008 clinicians, five million slots of 24 months and the 90 days ahead, a million reservations, 200,000
 * patients with a chart each. Smaller hospitals have fewer clinicians, and below one copy of each a shorter past.
 */
export function sizeOf(scale: number, seed: number, asOf: Date): Size {
  const share = (count: number) => Math.max(1, Math.round(count * scale));
  const clones = share(FULL_CLONES);
  return {
    scale,
    seed,
    asOf,
    clones,
    past_days: Math.max(LEAST_PAST_DAYS, Math.round(FULL_PAST_DAYS * Math.min(1, scale * FULL_CLONES))),
    ahead_days: 90,
    patients: share(200_000),
    waiting: share(200_000),
    longCharts: share(200),
    longEntries: 2000,
    referrals: share(30_000),
    proxies: share(10_000),
    event_days: 1500,
    sent_days: 34,
    words_days: 90,
  };
}
