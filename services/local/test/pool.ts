import { dirname, join } from 'node:path';
import { type SeedUser, seedUsers } from '../cognito/seed.ts';
import { identityEnv } from './tokens.ts';
import { testVariable } from './variables.ts';

/** The user pool of the test run, for `signIn`. */
export function testPool(): { identity: Record<string, string>; url: string } {
  return { identity: identityEnv(), url: testVariable('HB_TEST_COGNITO_ENDPOINT') };
}

/** Adds confirmed accounts to the user pool of the test run. */
export function addToPool(people: readonly SeedUser[]): void {
  const dataDir = join(dirname(testVariable('HB_TEST_KEYS_FILE')), 'cognito');
  seedUsers({ dataDir, userPoolId: testPool().identity['COGNITO_USER_POOL_ID'] ?? '' }, people);
}
