/**
 * One user, 20 seconds: whether every journey works at all.
 *
 *     k6 run -e HB_URL=http://localhost:8080 load/k6/smoke.ts
 */
import exec from 'k6/execution';
import { type People, preparePeople } from './lib/identity.ts';
import { numberKnob } from './lib/options.ts';
import { summarise } from './lib/summary.ts';
import { withinObjectives } from './lib/thresholds.ts';
import { journeyNames, makeJourney, phaseOf } from './lib/users.ts';

const users = numberKnob('HB_USERS', 1, 20, '1');
const duration_s = numberKnob('HB_DURATION_S', 5, 3600, '20');
const graceful_s = 10;

export const options = {
  scenarios: {
    smoke: {
      executor: 'constant-vus',
      vus: users,
      duration: `${duration_s}s`,
      gracefulStop: `${graceful_s}s`,
    },
  },
  thresholds: { ...withinObjectives(), hb_acknowledged: ['count>0'] },
  summaryTrendStats: ['med', 'p(95)', 'p(99)', 'max'],
  setupTimeout: '60s',
};

export const setup = (): Promise<People> => preparePeople(users);

/** All journeys in turn. Every request counts, those too that end what was begun. */
export default async function (people: People): Promise<void> {
  const journey = journeyNames[exec.vu.iterationInScenario % journeyNames.length] ?? 'search';
  await makeJourney(journey, people, users, phaseOf(0, duration_s + graceful_s));
}

export const handleSummary = summarise;
