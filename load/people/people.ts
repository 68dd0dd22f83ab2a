import { randomBytes } from 'node:crypto';
import { password as seededPassword } from '@healthbooker/local/seed/logins';
import { providers } from '@healthbooker/local/seed/staff';
import { CognitoRefusal, renew, signIn } from '../k6/lib/sign-in.ts';
import { type Account, signUp } from '../k6/lib/sign-up.ts';
import { type People, peopleFile, readPeople, writePeople } from './kept.ts';
import { raiseLimits } from './limits.ts';
import type { NodePlatform } from './platform.ts';
import type { Target } from './target.ts';

/** How many sign in at once: two cores manage these without making each other wait. */
const at_once = 6;
/** What was signed up is kept this often, so that little is lost when somebody stops it. */
const keep_every = 50;
/** A run may be long. A token is valid for an hour, and k6 renews those that end while it runs. */
const good_for_ms = 30 * 60_000;

export type PeopleOptions = {
  target: Target;
  platform: NodePlatform;
  /** How many patients there must be. */
  count: number;
  say(text: string): void;
  signal: AbortSignal;
};

/**
 * Makes sure that a system has this many patients with valid tokens: those kept from the last time, renewed, and new
 * ones who sign up. Each may then book as much as the load needs. Its seeded clinicians sign in too, if they are
 * known.
 * @returns the file they are kept in
 */
export async function preparePeople(options: PeopleOptions): Promise<{ file: string; people: People }> {
  const { target, count, say, signal } = options;
  await raiseLimits(options);
  const file = peopleFile(target.url);
  const kept = readPeople(file);
  const patients = await stillGood(options, kept.patients);
  const clinicians = await signInClinicians(options);
  const people: People = { patients, clinicians };
  const missing = count - patients.length;
  if (missing > 0) say(`${missing} patients sign up at ${target.url}; they are kept in ${file}.`);
  const password = `load-${randomBytes(9).toString('hex')}-a1`;
  await inParallel(missing, signal, async (index) => {
    patients.push(await newcomer(options, password));
    if ((index + 1) % keep_every === 0) {
      writePeople(file, people);
      say(`${patients.length} of ${count}`);
    }
  });
  writePeople(file, people);
  return { file, people };
}

/** A new patient. The addresses are in the domain that RFC 2606 reserves. */
async function newcomer({ platform, target }: PeopleOptions, password: string): Promise<Account> {
  const email = `load-${randomBytes(8).toString('hex')}@example.com`;
  return signUp(platform, target.url, target.patients, { email, password, name: 'Lou Adler' });
}

/**
 * Renews tokens that end soon, and drops people whom the system does not know: it was started again with empty data.
 */
async function stillGood(
  { platform, target, signal }: PeopleOptions,
  accounts: readonly Account[],
): Promise<Account[]> {
  const good: Account[] = [];
  await inParallel(accounts.length, signal, async (index) => {
    const account = accounts[index];
    if (account === undefined) return;
    // The first one is always checked: if the system does not know it, all the others are checked too.
    if (index > 0 && account.expiresAt - Date.now() > good_for_ms && good.length > 0) {
      good.push(account);
      return;
    }
    try {
      good.push({ ...account, ...(await renew(platform, target.patients, account.refreshToken)) });
    } catch (error) {
      if (!(error instanceof CognitoRefusal)) throw error;
    }
  });
  return good;
}

async function signInClinicians({ platform, target, say, signal }: PeopleOptions): Promise<Account[]> {
  const clinicians: Account[] = [];
  await inParallel(providers.length, signal, async (index) => {
    const email = providers[index]?.email ?? '';
    try {
      const tokens = await signIn(platform, target.clinic, email, seededPassword);
      clinicians.push({ email, password: seededPassword, ...tokens });
    } catch (error) {
      if (!(error instanceof CognitoRefusal)) throw error;
    }
  });
  if (clinicians.length === 0)
    say('No seeded clinician can sign in here: the share of the clinic goes to the record.');
  return clinicians;
}

async function inParallel(
  count: number,
  signal: AbortSignal,
  work: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count && !signal.aborted) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(at_once, Math.max(0, count)) }, worker));
}
