import { Refusal } from './refusal.ts';

type Knobs = Readonly<Record<string, string>>;

/** What the driver must know of each script of load/k6. Where nothing is said here, the script's own defaults hold. */
export const workloads = {
  smoke: {
    title: 'Smoke: one user, every journey',
    quick: { HB_DURATION_S: '12', HB_THINK_S: '0.2' },
    people: 2,
  },
  ladder: {
    title: 'Ladder: so many users at once, rung after rung',
    quick: { HB_USERS: '10,25,50,100', HB_DURATION_S: '20', HB_WARM_S: '5' },
    people: 2000,
  },
  canary: {
    title: 'Canary: requests at a steady rate, whatever becomes of them',
    quick: { HB_RATE: '5', HB_DURATION_S: '20', HB_WARM_S: '3' },
    people: 20,
  },
  surge: {
    title: '07:00: arrivals grow to 3.6 times their rate',
    quick: { HB_RATE: '1', HB_SURGE_S: '30' },
    people: 200,
  },
} as const satisfies Record<string, { title: string; quick: Knobs; people: number }>;

export type Workload = keyof typeof workloads;

/** The knobs of load/k6/lib/options.ts that may be given; the driver itself sets the others. */
const given = [
  'HB_USERS',
  'HB_THINK_S',
  'HB_MIX',
  'HB_DURATION_S',
  'HB_WARM_S',
  'HB_RATE',
  'HB_SURGE_S',
  'HB_BOOKINGS_PER_PERSON',
  'HB_CLINICIANS',
  'HB_CLINIC_PASSWORD',
];
/** Variables of `npm start`, of the driver and of tests. Scripts never get them. */
const others = /^HB_(URL|PORT|DATA|LOG|TOOLS|BROWSER|PEOPLE|TEST_\w+|MODEL_\w+)$/;

/** The knobs of a run. @throws Refusal for one that does not exist */
export function knobsOf(workload: Workload, quick: boolean, env: NodeJS.ProcessEnv): Record<string, string> {
  const knobs: Record<string, string> = quick ? { ...workloads[workload].quick } : {};
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith('HB_') || value === undefined || value === '' || others.test(name)) continue;
    if (!given.includes(name)) throw new Refusal(`There is no knob ${name}; load/README.md lists them.`);
    knobs[name] = value;
  }
  return knobs;
}

/** How many different people a run needs. */
export function peopleNeeded(workload: Workload, knobs: Knobs): number {
  const most = Number((knobs['HB_USERS'] ?? '').split(',').at(-1));
  return most > 0 ? Math.max(2, Math.floor(most)) : workloads[workload].people;
}
