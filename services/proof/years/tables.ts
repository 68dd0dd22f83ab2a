import type { Retention } from '@healthbooker/runtime/retention';
import type { Database } from './running.ts';

/** What is expected of a table when years go by. */
export type Life =
  /** Rows that are `over` go when they are so old by the time in `since`: the rule, and how much longer one may be there. */
  | { kind: 'passes'; since: string; over?: string; kept_days: number; grace_days: number }
  /** Rows are there as long as what they are about: never more at the end of a day than the number. */
  | { kind: 'rests'; most_rows: number }
  /** Grows with the visits, as long as people are patients. */
  | { kind: 'grows' }
  /** The hospital's own: places, people, rules. */
  | { kind: 'given' };

const grows: Life = { kind: 'grows' };
const given: Life = { kind: 'given' };
type Passing = Extract<Life, { kind: 'passes' }>;
const passes = (since: string, kept_days: number, grace_days = 2): Passing => ({
  kind: 'passes',
  since,
  kept_days,
  grace_days,
});

const longest_month_days = 31;
const daysOf = (months: number): number => Math.ceil((months * 365.25) / 12);
/** A month goes when all of it is over. */
const passesByMonth = (since: string, kept_months: number): Life =>
  passes(since, daysOf(kept_months), longest_month_days + 2);

/** Every table of every database; one that is not here is a fault. */
export function livesOf(kept: Retention): Record<Database, Record<string, Life>> {
  return {
    scheduler: {
      access: grows,
      closure: grows,
      decision: passes('decided_at', kept.decision_days),
      decision_archive: grows,
      decision_archive_part: grows,
      decision_past: passesByMonth('decided_at', kept.decision_past_months),
      disruption: grows,
      // Nobody is due in so few years.
      erasure: { kind: 'rests', most_rows: 0 },
      erasure_key: given,
      // Offers stay for the horizon besides.
      hold: passes(
        `case when entry_id is null then expires_at else expires_at + interval '90 days' end`,
        kept.hold_days,
      ),
      horizon: given,
      leave_visit: grows,
      location: given,
      operation: grows,
      operation_carried: given,
      outbox: { kind: 'rests', most_rows: 0 },
      outbox_sent: passes('sent_at', kept.outbox_sent_days),
      patient_reach: given,
      schema_migration: given,
      policy: given,
      policy_change: given,
      provider: given,
      provider_delay: given,
      provider_leave: grows,
      provider_specialty: given,
      proxy: given,
      proxy_invitation: given,
      proxy_notice: given,
      referral: given,
      region: given,
      reservation: grows,
      series: given,
      session: given,
      slot: passes('end_at', kept.slot_days),
      slot_past: passesByMonth('start_at', kept.slot_past_months),
      specialty: given,
      team: given,
      visit_type: given,
      waitlist_entry: {
        ...passes('changed_at', daysOf(kept.waiting_entry_months)),
        over: "state not in ('waiting', 'offered')",
      },
    },
    ehr: {
      access: grows,
      chart: given,
      draft: passes('saved_at', kept.draft_days),
      entry: grows,
      follower_cursor: given,
      outbox: { kind: 'rests', most_rows: 0 },
      outbox_sent: passes('sent_at', kept.outbox_sent_days),
      schema_migration: given,
      shown_entry: grows,
    },
    notification: {
      follower_cursor: given,
      message: passes('queued_at', kept.message_words_days),
      message_past: passesByMonth('queued_at', kept.message_months),
      message_words: passes('queued_at', kept.message_words_days),
      schema_migration: given,
    },
  };
}
