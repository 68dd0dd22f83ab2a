import { randomUUID } from 'node:crypto';
import { addToPool, testPool } from '../pool.ts';
import { signIn } from '../sign-in.ts';
import { capacities, groups, people } from './callers.ts';
import { groupsOf, memberCells } from './members.ts';

const password = 'access-matrix-2026';

/**
 * The same kinds of people with accounts in the user pool of the test run, signed in: for routes that ask the pool
 * about the caller, since it does not know whom test/tokens.ts makes up. By name, each with one app client. The providers
 * among them are new to the directory.
 */
export async function poolTokens(): Promise<ReadonlyMap<string, string>> {
  const wanted = [
    ...people.map((who) => ({ who, capacity: capacities[who], groups: groups[who] })),
    ...memberCells.map((cell) => ({ who: cell.who, capacity: cell.capacity, groups: groupsOf(cell.member) })),
  ];
  const accounts = wanted.map((one) => {
    const sub = randomUUID();
    const attributes = { name: 'Ada Lovelace', birthdate: '1985-12-10' };
    return { ...one, sub, email: `${sub}@example.com`, password, attributes };
  });
  addToPool(accounts);
  const tokens = new Map<string, string>();
  for (const { who, email, capacity } of accounts) {
    tokens.set(who, await signIn(testPool(), email, password, capacity));
  }
  return tokens;
}
