/**
 * Fills empty stores with a hospital, its people and a year of their visits: the same for the same day.
 *
 * SEED_DAY (YYYY-MM-DD), SCHEDULER_DATABASE_URL, EHR_DATABASE_URL, DYNAMODB_ENDPOINT, DYNAMODB_TABLE,
 * COGNITO_DATA_DIR, COGNITO_USER_POOL_ID.
 */
import { seedUsers } from '../cognito/seed.ts';
import { makeEntries } from './chart.ts';
import { makeLinks } from './families.ts';
import { makeUsers } from './logins.ts';
import { makePatients } from './patients.ts';
import { makeReferrals } from './referrals.ts';
import { seedCare } from './to-care.ts';
import { seedCharts } from './to-chart.ts';
import { seedCoreTable } from './to-core-table.ts';
import { seedScheduler } from './to-scheduler.ts';
import { seedWaitingList } from './to-waiting-list.ts';
import { makeVisits } from './visits.ts';
import { makeWaiting } from './waiting.ts';

const today = variable('SEED_DAY');
const patients = makePatients(today);
const visits = makeVisits(patients, today);
const entries = makeEntries(visits);
const care = { links: makeLinks(patients), referrals: makeReferrals(patients, visits, today) };
const waiting = makeWaiting(visits, today);
const schedulerUrl = variable('SCHEDULER_DATABASE_URL');
await Promise.all([
  seedScheduler(schedulerUrl, { patients, visits, today })
    .then(() => seedCare(schedulerUrl, care, today))
    .then(() => seedWaitingList(schedulerUrl, waiting)),
  seedCharts(variable('EHR_DATABASE_URL'), entries),
  seedCoreTable(
    { endpoint: variable('DYNAMODB_ENDPOINT'), table: variable('DYNAMODB_TABLE') },
    patients,
    visits,
    entries,
  ),
]);
seedUsers(
  { dataDir: variable('COGNITO_DATA_DIR'), userPoolId: variable('COGNITO_USER_POOL_ID') },
  makeUsers(patients),
);
console.log(`${patients.length} patients, ${visits.length} visits, ${entries.length} entries`);

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
