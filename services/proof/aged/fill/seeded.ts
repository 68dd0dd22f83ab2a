import { makeEntries } from '@healthbooker/local/seed/chart';
import { makeLinks } from '@healthbooker/local/seed/families';
import { makePatients } from '@healthbooker/local/seed/patients';
import { makeReferrals } from '@healthbooker/local/seed/referrals';
import { seedCare } from '@healthbooker/local/seed/to-care';
import { seedCharts } from '@healthbooker/local/seed/to-chart';
import { seedScheduler } from '@healthbooker/local/seed/to-scheduler';
import { seedWaitingList } from '@healthbooker/local/seed/to-waiting-list';
import {
  daysFrom,
  makeVisits,
  type Opening,
  opened_days_ago,
  openingsBetween,
  type Visit,
} from '@healthbooker/local/seed/visits';
import { makeWaiting } from '@healthbooker/local/seed/waiting';
import type { Size } from '../size.ts';

/** The seeded hospital of the day: what the aged one is made of. */
export type Seeded = ReturnType<typeof makeSeeded>;

export function makeSeeded({ asOf, past_days, ahead_days }: Size) {
  const today = asOf.toISOString().slice(0, 10);
  const patients = makePatients(today);
  const visits = makeVisits(patients, today);
  const dates = { from: daysFrom(today, -past_days), until: daysFrom(today, ahead_days) };
  return {
    today,
    patients,
    visits,
    entries: makeEntries(visits),
    waiting: makeWaiting(visits, today),
    /** Every start of the years that are filled; the sessions began before the first of them. */
    openings: openingsBetween(dates, daysFrom(dates.from, opened_days_ago - 1)),
    opened: dates.from,
  };
}

export type { Opening, Visit };

/** Writes the seeded hospital into empty databases, as the local stack does: its rows are those that the services write. */
export async function writeSeeded(
  { today, patients, visits, entries, waiting }: Seeded,
  urls: { scheduler: string; ehr: string },
): Promise<void> {
  const care = { links: makeLinks(patients), referrals: makeReferrals(patients, visits, today) };
  await Promise.all([
    seedScheduler(urls.scheduler, { patients, visits, today })
      .then(() => seedCare(urls.scheduler, care, today))
      .then(() => seedWaitingList(urls.scheduler, waiting)),
    seedCharts(urls.ehr, entries),
  ]);
}
