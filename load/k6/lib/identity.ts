import { SharedArray } from 'k6/data';
import exec from 'k6/execution';
import { Counter } from 'k6/metrics';
import { baseUrl, knob, numberKnob } from './options.ts';
import { platform } from './platform.ts';
import { type EdgeConfig, renew, signIn } from './sign-in.ts';
import { type Account, signUp } from './sign-up.ts';

/** The accounts that act in a run, and where each kind signs in. `setup` makes it, every user gets a copy. */
export type People = {
  configs: { patients: EdgeConfig; clinic: EdgeConfig };
  /** Empty when they come from the file of people. */
  patients: Account[];
  clinicians: Account[];
};

/** What `npm run load:people` keeps. */
type PeopleFile = { patients: Account[]; clinicians: Account[] };

/** Signing up more than this takes too long: use a file of people. */
const signed_up_at_most = 20;
const renew_before_ms = 120_000;

const file = knob('HB_PEOPLE');
// A relative path is relative to this script, so that the driver gives an absolute one.
const readFile = (): PeopleFile => JSON.parse(open(file)) as PeopleFile;
const patientsOfFile = new SharedArray<Account>('patients', () => (file === '' ? [] : readFile().patients));
const cliniciansOfFile = new SharedArray<Account>('clinicians', () =>
  file === '' ? [] : readFile().clinicians,
);

/** A person would have to book more often than allowed in a run: there are too few people, and the point is void. */
const spent = new Counter('hb_people_spent');
export const bookings_per_person = numberKnob('HB_BOOKINGS_PER_PERSON', 1, 1000);

/**
 * Finds out whether the address is a HealthBooker that may be put under load, and who acts in it: the people of the
 * file, or as many patients as there are users, signed up now, and two clinicians.
 * @throws Error in one sentence
 */
export async function preparePeople(count: number): Promise<People> {
  const configs = {
    patients: await configOf(`${baseUrl}/v1/config`),
    clinic: await configOf(`${baseUrl}/clinic/v1/config`),
  };
  if (file !== '') {
    if (patientsOfFile.length === 0) throw new Error(`${file} names no patients.`);
    return { configs, patients: [], clinicians: [] };
  }
  if (count > signed_up_at_most) {
    throw new Error(
      `For ${count} users, first: npm run load:people -- --url ${baseUrl} --count ${count}; it says what to set HB_PEOPLE to.`,
    );
  }
  const patients: Account[] = [];
  for (let index = 0; index < count; index++) {
    const email = `load-${Date.now().toString(36)}-${index}@example.com`;
    const newcomer = { email, password: `load-${Math.random().toString(36).slice(2)}-1a`, name: 'Lou Adler' };
    patients.push(await signUp(platform, baseUrl, configs.patients, newcomer));
  }
  const password = knob('HB_CLINIC_PASSWORD');
  const clinicians: Account[] = [];
  for (const email of knob('HB_CLINICIANS').split(',')) {
    clinicians.push({ email, password, ...(await signIn(platform, configs.clinic, email, password)) });
  }
  return { configs, patients, clinicians };
}

/** @throws Error unless the address is a HealthBooker for tests */
async function configOf(url: string): Promise<EdgeConfig> {
  const { status, body } = await platform.send('GET', url, {});
  const config =
    status === 200 && String(body).startsWith('{') ? (JSON.parse(body) as Partial<EdgeConfig>) : {};
  const { environment } = config;
  if (environment === undefined) throw new Error(`${url} does not answer as a HealthBooker does.`);
  if (!['local', 'rig', 'dev'].includes(environment) && knob('HB_IS_TEST_SYSTEM') !== 'yes') {
    throw new Error(`${url} says that it is ${environment}: no load is put on it.`);
  }
  return config as EdgeConfig;
}

/** Tokens that were renewed while running, by e-mail address. */
const renewed = new Map<string, Account>();

/**
 * The access token of an account, renewed two minutes before it ends. When that fails the old token is used; if it is
 * refused, the point is void.
 */
export async function tokenOf(account: Account, config: EdgeConfig): Promise<string> {
  const known = renewed.get(account.email) ?? account;
  if (known.expiresAt - Date.now() > renew_before_ms) return known.accessToken;
  try {
    const tokens = await renew(platform, config, known.refreshToken);
    renewed.set(account.email, { ...account, ...tokens });
    return tokens.accessToken;
  } catch (error) {
    console.error(`A token could not be renewed: ${error}`);
    return known.accessToken;
  }
}

const bookings = new Map<number, number>();

/**
 * Chooses the patient that a user acts as. Users at the same time are different people. A user who has booked as
 * often as one person may goes on as another person.
 * @param users how many there are at most in the run
 * @param isToBook whether this is for a booking, which is counted
 */
export function drawPatient(people: People, users: number, isToBook: boolean): Account {
  const pool = people.patients.length > 0 ? people.patients : patientsOfFile;
  const user = exec.vu.idInTest - 1;
  const made = bookings.get(user) ?? 0;
  const round = Math.floor(made / bookings_per_person);
  if (isToBook) {
    bookings.set(user, made + 1);
    if ((round + 1) * users > Math.max(pool.length, users)) spent.add(1);
  }
  return found(pool, (user + round * users) % pool.length);
}

/** Draws the patient of an arrival of an open workload: everybody in turn. */
export function patientInTurn(people: People, arrival: number, isToBook: boolean): Account {
  const pool = people.patients.length > 0 ? people.patients : patientsOfFile;
  if (isToBook && Math.floor(arrival / pool.length) >= bookings_per_person) spent.add(1);
  return found(pool, arrival % pool.length);
}

/** Draws one of the clinicians; undefined when nobody is known. */
export function drawClinician(people: People, turn: number): Account | undefined {
  const pool = people.clinicians.length > 0 ? people.clinicians : cliniciansOfFile;
  return pool.length === 0 ? undefined : found(pool, turn % pool.length);
}

function found(pool: readonly Account[], index: number): Account {
  const account = pool[index];
  if (account === undefined) throw new Error('There are no people to act as.');
  return account;
}
