import { randomUUID } from 'node:crypto';
import { addToPool, testPool } from '../pool.ts';
import { signIn } from '../sign-in.ts';
import { capacities, groups, type Person, people } from './callers.ts';

const password = 'access-matrix-2026';

/**
 * The same kinds of people with accounts in the user pool of the test run, signed in: for routes that ask the pool
 * about the caller, since it does not know whom test/tokens.ts makes up. The providers among them are new to the
 * directory.
 */
export async function poolTokens(): Promise<Record<Person, string>> {
  const accounts = people.map((person) => {
    const sub = randomUUID();
    const attributes = { name: 'Ada Lovelace', birthdate: '1985-12-10' };
    return { person, sub, email: `${sub}@example.com`, password, groups: groups[person], attributes };
  });
  addToPool(accounts);
  const tokens: [Person, string][] = [];
  for (const { person, email } of accounts) {
    tokens.push([person, await signIn(testPool(), email, password, capacities[person])]);
  }
  return Object.fromEntries(tokens) as Record<Person, string>;
}
