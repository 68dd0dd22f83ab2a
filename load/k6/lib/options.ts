/**
 * Every knob of the scripts, with its default. All names begin with `HB_`: `k6 run -e HB_USERS=20 …`. An unknown knob
 * or an invalid value ends the run before it begins.
 */
const knobs = {
  /** The system under test. */
  HB_URL: 'http://localhost:8080',
  /** Users at once; a ladder takes a list of its rungs. */
  HB_USERS: '',
  /** Mean of the exponential time between two requests of one user, in seconds. */
  HB_THINK_S: '1',
  /** Shares of what users do: `search=60,book=15,record=15,clinic=10`. */
  HB_MIX: '',
  /** How long a workload runs, or one rung of a ladder, in seconds. */
  HB_DURATION_S: '',
  /** The first part of it, in seconds: everything warms up, and nothing counts. */
  HB_WARM_S: '',
  /** Arrivals a second of an open workload; a surge begins with it. */
  HB_RATE: '',
  /** Within how many seconds a surge grows to 3.6 times its rate. */
  HB_SURGE_S: '600',
  /** The file of people that `npm run load:people` keeps; without it the script signs up a few for itself. */
  HB_PEOPLE: '',
  /** How many visits one person may book in a run. */
  HB_BOOKINGS_PER_PERSON: '20',
  /** Clinicians of the system who may be signed in, when no file of people names any. */
  HB_CLINICIANS: 'amara.okafor@example.com,helen.marsh@example.com',
  HB_CLINIC_PASSWORD: 'healthbooker-2026',
  /** `yes` puts load on a system that says it is neither local nor for tests. */
  HB_IS_TEST_SYSTEM: '',
  /** Where to write the summary as JSON, besides showing it. */
  HB_SUMMARY: '',
} as const;

export type Knob = keyof typeof knobs;

const unknown = Object.keys(__ENV).filter((name) => name.startsWith('HB_') && !(name in knobs));
// HB_PORT, HB_DATA and HB_LOG are those of `npm start`, which a shell may have set for it.
const strange = unknown.filter((name) => !['HB_PORT', 'HB_DATA', 'HB_LOG'].includes(name));
if (strange.length > 0) throw new Error(`There is no knob ${strange.join(', ')}; load/README.md lists them.`);

/** What a knob is set to; empty counts as unset. */
export function knob(name: Knob, otherwise: string = knobs[name]): string {
  return __ENV[name] || otherwise;
}

/** A knob that is a number between two others. */
export function numberKnob(name: Knob, least: number, most: number, otherwise: string = knobs[name]): number {
  return numberIn(name, knob(name, otherwise), least, most);
}

/** A knob that is a rising list of whole numbers, like `50,100,200`. */
export function listKnob(name: Knob, least: number, most: number, otherwise: string): number[] {
  const numbers = knob(name, otherwise)
    .split(',')
    .map((text) => numberIn(name, text, least, most));
  const isRising = numbers.every((each, index) => Number.isInteger(each) && each > (numbers[index - 1] ?? 0));
  if (!isRising) throw new Error(`${name} must be whole numbers that rise, like 50,100,200.`);
  return numbers;
}

function numberIn(name: Knob, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= least && value <= most)) {
    throw new Error(`${name} must be a number from ${least} to ${most}.`);
  }
  return value;
}

/** The address of the system, without a slash at its end. */
export const baseUrl = knob('HB_URL').replace(/\/+$/, '');
if (!/^https?:\/\/[^\s/?#]+$/.test(baseUrl)) {
  throw new Error('HB_URL must be an address like http://localhost:8080.');
}
