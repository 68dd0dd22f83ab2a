import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { seedUsers } from '../../cognito/seed.ts';
import { signIn } from '../sign-in.ts';
import { identityEnv } from '../tokens.ts';
import { testVariable } from '../variables.ts';
import { groups, type Person, people } from './callers.ts';

const password = 'access-matrix-2026';

/**
 * The same kinds of people with accounts in the user pool of the test run, signed in: for routes that ask the pool
 * about the caller, since it does not know whom test/tokens.ts makes up. The providers among them are new to the
 * directory.
 */
export async function poolTokens(): Promise<Record<Person, string>> {
  const identity = identityEnv();
  const dataDir = join(dirname(testVariable('HB_TEST_KEYS_FILE')), 'cognito');
  const accounts = people.map((person) => {
    const sub = randomUUID();
    const attributes = { name: 'Ada Lovelace', birthdate: '1985-12-10' };
    return { person, sub, email: `${sub}@example.com`, password, groups: groups[person], attributes };
  });
  seedUsers({ dataDir, userPoolId: identity['COGNITO_USER_POOL_ID'] ?? '' }, accounts);
  const tokens: [Person, string][] = [];
  const pool = { identity, url: testVariable('HB_TEST_COGNITO_ENDPOINT') };
  for (const { person, email } of accounts) tokens.push([person, await signIn(pool, email, password)]);
  return Object.fromEntries(tokens) as Record<Person, string>;
}
