/**
 * 07:00, when next month's times open: arrivals grow to 3.6 times their rate within ten minutes and stay there for two.
 * Each makes a journey with time to think. The latency of its first request counts from when the arrival was due.
 *
 *     k6 run -e HB_URL=… -e HB_PEOPLE=… -e HB_RATE=5 load/k6/surge.ts
 */
import exec from 'k6/execution';
import type { Stage } from './lib/due.ts';
import { type People, preparePeople } from './lib/identity.ts';
import { readMix } from './lib/mix.ts';
import { objectives } from './lib/objectives.ts';
import { arrive } from './lib/open.ts';
import { knob, numberKnob } from './lib/options.ts';
import { summarise } from './lib/summary.ts';
import { withinObjectives } from './lib/thresholds.ts';
import { journeyNames, makeJourneyOnArrival, phaseOf } from './lib/users.ts';

const rate = numberKnob('HB_RATE', 0.1, 1000, '5');
const surge_s = numberKnob('HB_SURGE_S', 10, 3600, '600');
const before_s = Math.ceil(surge_s / 10);
const after_s = Math.ceil(surge_s / 5);
const growth = 3.6;
const mix = readMix(knob('HB_MIX', 'search=50,book=40,record=5,clinic=5'), journeyNames);
const people_at_least = 20;

const stages: Stage[] = [
  { target: rate, duration_s: before_s },
  { target: rate * growth, duration_s: surge_s },
  { target: rate * growth, duration_s: after_s },
];
/** k6 takes whole arrivals only, so that rates are given by the hour. */
const hourly = (perSecond: number) => Math.round(perSecond * 3600);

export const options = {
  scenarios: {
    surge: {
      executor: 'ramping-arrival-rate',
      startRate: hourly(rate),
      timeUnit: '3600s',
      stages: stages.map(({ target, duration_s }) => ({
        target: hourly(target),
        duration: `${duration_s}s`,
      })),
      preAllocatedVUs: Math.ceil(rate * growth * 10),
      maxVUs: Math.ceil(rate * growth * 60),
      gracefulStop: '60s',
    },
  },
  thresholds: {
    ...withinObjectives(),
    'hb_lateness{phase:steady}': ['p(99)<50'],
    'hb_good{phase:steady}': [`rate>=${1 - objectives.failed}`],
    dropped_iterations: ['count==0'],
  },
  summaryTrendStats: ['med', 'p(95)', 'p(99)', 'max'],
  setupTimeout: '60s',
};

export const setup = (): Promise<People> => preparePeople(people_at_least);

/** One journey of the mix. */
export default async function (people: People): Promise<void> {
  const phaseNow = phaseOf(Math.min(5, before_s), before_s + surge_s + after_s);
  const arrival = exec.scenario.iterationInTest + 1;
  await arrive(rate, stages, arrival, phaseNow, () =>
    makeJourneyOnArrival(mix.pick(Math.random()), people, phaseNow),
  );
}

export const handleSummary = summarise;
