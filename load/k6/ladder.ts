/**
 * Closed workload: a number of users at once, each with time to think; then more, rung after rung. It shows how
 * latency grows with users and where the system is saturated.
 *
 *     k6 run -e HB_URL=… -e HB_PEOPLE=/path/of/people.json -e HB_USERS=50,100,200 load/k6/ladder.ts
 */
import { type People, preparePeople } from './lib/identity.ts';
import { readMix } from './lib/mix.ts';
import { knob, listKnob, numberKnob } from './lib/options.ts';
import { summarise } from './lib/summary.ts';
import { soundOnly } from './lib/thresholds.ts';
import { journeyNames, makeJourney, phaseOf } from './lib/users.ts';

const rungs = listKnob('HB_USERS', 1, 20_000, '50,100,200,400,800,1200,1600,2000');
const duration_s = numberKnob('HB_DURATION_S', 5, 3600, '60');
const warm_s = numberKnob('HB_WARM_S', 0, duration_s - 1, String(Math.floor(duration_s / 4)));
const mix = readMix(knob('HB_MIX', 'search=60,book=15,record=15,clinic=10'), journeyNames);
/** A pause between two rungs: requests under way end there, so that no rung measures the one before it. */
const pause_s = 15;
const users = rungs.at(-1) ?? 1;

const scenarios = rungs.map((vus, index) => [
  `users_${vus}`,
  {
    executor: 'constant-vus',
    vus,
    duration: `${duration_s}s`,
    startTime: `${index * (duration_s + pause_s)}s`,
    gracefulStop: `${pause_s}s`,
    tags: { users: String(vus) },
  },
]);

export const options = {
  scenarios: Object.fromEntries(scenarios),
  thresholds: soundOnly(),
  summaryTrendStats: ['med', 'p(95)', 'p(99)', 'max'],
  setupTimeout: '120s',
};

export const setup = (): Promise<People> => preparePeople(users);

/** One journey of the mix. */
export default async function (people: People): Promise<void> {
  await makeJourney(mix.pick(Math.random()), people, users, phaseOf(warm_s, duration_s));
}

export const handleSummary = summarise;
