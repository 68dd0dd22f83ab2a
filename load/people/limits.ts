import { password, shownLogins } from '@healthbooker/local/seed/logins';
import { CognitoRefusal, signIn } from '../k6/lib/sign-in.ts';
import { Refusal } from '../run/refusal.ts';
import type { PeopleOptions } from './people.ts';

/** So high that the few people of a load test, who stand for a town, meet no limit. The table allows no more. */
const limits = {
  openVisitsPerSpecialty: 100_000,
  openSeriesPerSpecialty: 100_000,
  newVisitsPerDay: 100_000,
  movesPerDay: 100_000,
  waitingPlaces: 1000,
};

type PolicyReply = { policy: Record<string, number>; version: number };

/**
 * Raises how much one patient may book, as an administrator of the seeded hospital. Numbers that are already raised
 * stay.
 * @throws Refusal when the policy cannot be changed
 */
export async function raiseLimits({ target, platform, say }: PeopleOptions): Promise<void> {
  const email = shownLogins.find(({ role }) => role === 'admin')?.email ?? '';
  try {
    const { accessToken } = await signIn(platform, target.clinic, email, password);
    const url = `${target.url}/clinic/v1/policy`;
    const headers = { authorization: `Bearer ${accessToken}` };
    const { policy, version } = read(await platform.send('GET', url, headers));
    const raised = { ...policy, ...limits };
    const isRaised = Object.entries(raised).every(([name, value]) => policy[name] === value);
    if (isRaised) return;
    const json = { ...headers, 'content-type': 'application/json' };
    read(await platform.send('PUT', url, json, JSON.stringify({ policy: raised, version })));
    say('One patient may book as much as the load asks for: the limits of the policy are raised.');
  } catch (error) {
    if (!(error instanceof CognitoRefusal)) throw error;
    say('No seeded administrator can sign in here: raise the limits of one patient at /admin/policy.');
  }
}

function read({ status, body }: { status: number; body: string }): PolicyReply {
  if (status !== 200) throw new Refusal(`The policy of the system cannot be changed: it answers ${status}.`);
  return JSON.parse(body) as PolicyReply;
}
