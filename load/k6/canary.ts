/**
 * Open workload: requests come at a steady rate, whether or not earlier ones were answered; one per arrival, without
 * time to think. Latency counts from when a request was due. It measures availability while something is broken.
 *
 *     k6 run -e HB_URL=… -e HB_RATE=10 -e HB_DURATION_S=60 load/k6/canary.ts
 */
import exec from 'k6/execution';
import { drawClinician, type People, patientInTurn, preparePeople } from './lib/identity.ts';
import { objectives } from './lib/objectives.ts';
import { arrive } from './lib/open.ts';
import { numberKnob } from './lib/options.ts';
import { personOf } from './lib/person.ts';
import { summarise } from './lib/summary.ts';
import { soundOnly } from './lib/thresholds.ts';
import { phaseOf } from './lib/users.ts';

const rate = numberKnob('HB_RATE', 1, 5000, '10');
const duration_s = numberKnob('HB_DURATION_S', 5, 86_400, '60');
const warm_s = numberKnob('HB_WARM_S', 0, duration_s - 1, '5');
const people_at_least = 10;

export const options = {
  scenarios: {
    canary: {
      executor: 'constant-arrival-rate',
      rate,
      timeUnit: '1s',
      duration: `${duration_s}s`,
      preAllocatedVUs: Math.ceil(rate * 2),
      maxVUs: Math.ceil(rate * 30),
      gracefulStop: '30s',
    },
  },
  thresholds: {
    ...soundOnly(),
    'hb_since_due{phase:steady}': [`p(99)<${objectives.p99_ms}`],
    'hb_lateness{phase:steady}': ['p(99)<50'],
    'hb_good{phase:steady}': [`rate>=${1 - objectives.failed}`],
    dropped_iterations: ['count==0'],
  },
  summaryTrendStats: ['med', 'p(95)', 'p(99)', 'max'],
  setupTimeout: '60s',
};

export const setup = (): Promise<People> => preparePeople(people_at_least);

const timeline = { op: 'timeline', path: '/v1/appointments' };
const requests = [
  timeline,
  { op: 'directory', path: '/v1/directory' },
  { op: 'record', path: '/v1/record' },
  { op: 'day', path: '/clinic/v1/day' },
];

/** One request, each kind in turn. */
export default async function (people: People): Promise<void> {
  const phaseNow = phaseOf(warm_s, duration_s);
  const arrival = exec.scenario.iterationInTest;
  await arrive(rate, [{ target: rate, duration_s }], arrival, phaseNow, async () => {
    const wanted = requests[arrival % requests.length];
    const clinician = wanted?.op === 'day' ? drawClinician(people, arrival) : undefined;
    // Without clinicians their turn is one more look at the timeline.
    const { op, path } = wanted !== undefined && (wanted.op !== 'day' || clinician) ? wanted : timeline;
    const person =
      clinician === undefined
        ? personOf(patientInTurn(people, arrival, false), people.configs.patients, phaseNow)
        : personOf(clinician, people.configs.clinic, phaseNow);
    await person.call({ op, method: 'GET', path, answers: [200] });
    return person.outcome();
  });
}

export const handleSummary = summarise;
