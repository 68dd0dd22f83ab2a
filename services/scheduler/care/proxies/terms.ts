import type { Policy } from '../../directory/policy.ts';
import type { Scope } from './link.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** What limits a link that staff make. Dates are YYYY-MM-DD; all days end at midnight UTC. */
export type Terms = {
  expiresAt: Date;
  /** Until when a colleague has to confirm it; null where none has to. */
  confirmBy: Date | null;
};

/**
 * How long a link that staff make may work and whether a colleague has to confirm it: for a child until the birthday of
 * the policy, without a second person, since evidence and reason of a parent can be reviewed; for everybody else, whose
 * birth date is unknown included, for the time of the policy, and their record opens only after a second person has
 * confirmed it.
 * @param birthDate of the patient, null when unknown
 * @param lastDate the last day asked for, null for as long as possible
 */
export function termsOf(
  { birthDate, lastDate, scope }: { birthDate: string | null; lastDate: string | null; scope: Scope },
  policy: Policy,
  now: Date,
): Terms {
  const grownUp = birthDate === null ? null : birthday(birthDate, policy.proxy_child_until_age_years);
  const isChild = grownUp !== null && grownUp > now;
  const longest = isChild ? grownUp : new Date(now.getTime() + policy.proxy_by_staff_for_days * DAY_MS);
  const asked = lastDate === null ? longest : new Date(Date.parse(lastDate) + DAY_MS);
  const needsColleague = !isChild && scope === 'record';
  return {
    expiresAt: asked < longest ? asked : longest,
    confirmBy: needsColleague ? new Date(now.getTime() + policy.proxy_confirm_within_hours * HOUR_MS) : null,
  };
}

/** Midnight of a birthday; of those born on 29 February, the first of March where that day is missing. */
function birthday(birthDate: string, years: number): Date {
  const born = new Date(birthDate);
  return new Date(Date.UTC(born.getUTCFullYear() + years, born.getUTCMonth(), born.getUTCDate()));
}
