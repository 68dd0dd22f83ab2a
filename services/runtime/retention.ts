import { z } from 'zod';
import { readCatalogue } from './catalogue.ts';

const { int, strictObject } = z;
/** How far back a database can be restored (`backupDays` in services/delivery/environments.ts): what a restore puts right is still there. */
const RESTORED_DAYS = 35;
/** How long a mail is tried, and somebody may be asked what it said. */
const ASKED_ABOUT_DAYS = 7;

/**
 * How long things live, in calendar units, and the least that reads, repair and restore need of each. What ended longer
 * ago is over.
 */
const retentionSchema = strictObject({
  /** Published events, for publishing them again. */
  outbox_sent_days: int().min(RESTORED_DAYS),
  /** Holds that are used, declined or expired. */
  hold_days: int().min(RESTORED_DAYS),
  /** Slots among the live ones, and then among the past. */
  slot_days: int().min(RESTORED_DAYS),
  slot_past_months: int().min(12),
  /** Decisions among those at hand, and then among the past. */
  decision_days: int().min(RESTORED_DAYS),
  decision_past_months: int().min(12),
  /** What was sent to whom, and what it said. */
  message_months: int().min(12),
  message_words_days: int().min(ASKED_ABOUT_DAYS),
  /** Waiting entries, from their end. */
  waiting_entry_months: int().min(12),
  /** Drafts of entries, from when they were last saved. */
  draft_days: int().min(1),
  /** Whatever is about a person, from their last contact. */
  person_years: int().min(8),
});

export type Retention = z.output<typeof retentionSchema>;

/** The numbers of services/catalogue.json. Throws for one that is missing, unknown, or too short for what depends on it. */
export function readRetention(): Retention {
  return parseRetention(readCatalogue().retention);
}

/** Throws, naming each number that is missing, unknown or too short. */
export function parseRetention(numbers: unknown): Retention {
  const { data, error } = retentionSchema.safeParse(numbers);
  if (error === undefined) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`"retention" in services/catalogue.json: ${problems.join('; ')}`);
}
