import { signIn } from '../k6/lib/sign-in.ts';
import type { Account } from '../k6/lib/sign-up.ts';
import type { NodePlatform } from '../people/platform.ts';
import type { Target } from '../people/target.ts';
import type { Acknowledged } from './samples.ts';

export type ReadBack = {
  /** How many appointments were acknowledged. */
  acknowledged: number;
  /** Appointments that are missing, or older than acknowledged; a few of them by id. */
  lost: string[];
  /** Appointments that could not be read. */
  unanswered: number;
};

const at_once = 6;
/** How often an appointment is read again when it is missing or old: its projection may be on its way. */
const tries = 3;
const pause_ms = 500;
const sign_in_before_ms = 60_000;

/**
 * Reads every acknowledged appointment through the edge, as the person who has it: it must exist, in the acknowledged
 * version or a later one.
 */
export async function readBack(
  platform: NodePlatform,
  { url, patients: config }: Target,
  acknowledged: readonly Acknowledged[],
  patients: readonly Account[],
): Promise<ReadBack> {
  const accounts = new Map(patients.map((account) => [account.email, account]));
  const result: ReadBack = { acknowledged: acknowledged.length, lost: [], unanswered: 0 };
  let next = 0;
  const worker = async () => {
    for (let one = acknowledged[next++]; one !== undefined; one = acknowledged[next++]) {
      const found = await ask(one);
      if (found === 'lost') result.lost.push(one.appointmentId);
      if (found === 'unanswered') result.unanswered += 1;
    }
  };
  await Promise.all(Array.from({ length: at_once }, worker));
  return result;

  async function ask({
    appointmentId,
    version,
    person,
  }: Acknowledged): Promise<'there' | 'lost' | 'unanswered'> {
    let found: 'lost' | 'unanswered' = 'unanswered';
    for (let tried = 1; tried <= tries; tried++) {
      if (tried > 1) await platform.wait(pause_ms);
      const answer = await tokenOf(person)
        .then((token) =>
          platform.send('GET', `${url}/v1/appointments/${appointmentId}`, {
            authorization: `Bearer ${token}`,
          }),
        )
        .catch(() => ({ status: 0, body: '' }));
      if (answer.status === 200) {
        const page = JSON.parse(answer.body) as { appointment: { version: number } };
        if (page.appointment.version >= version) return 'there';
      }
      found = answer.status === 200 || answer.status === 404 ? 'lost' : 'unanswered';
    }
    return found;
  }

  /** A run may have outlasted the token that it began with. */
  async function tokenOf(person: string): Promise<string> {
    const account = accounts.get(person);
    if (account === undefined) throw new Error('Nobody is known by that name.');
    if (account.expiresAt - Date.now() > sign_in_before_ms) return account.accessToken;
    const tokens = await signIn(platform, config, account.email, account.password);
    accounts.set(person, { ...account, ...tokens });
    return tokens.accessToken;
  }
}
