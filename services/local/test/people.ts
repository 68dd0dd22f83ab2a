import { join } from 'node:path';
import { type SeedUser, seedUsers } from '../cognito/seed.ts';
import type { StackFile } from './local-stack.ts';

/** Adds confirmed accounts to the user pool of a running stack; existing ones are left as they are. */
export function addPeople({ dataDir, identity }: StackFile, people: readonly SeedUser[]): void {
  const userPoolId = identity['COGNITO_USER_POOL_ID'] ?? '';
  seedUsers({ dataDir: join(dataDir, 'cognito'), userPoolId }, people);
}
