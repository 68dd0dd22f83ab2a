import { openDatabase, transaction } from './database.ts';
import { checkPolicy } from './password.ts';
import { createVerifier } from './srp.ts';
import { createUsers, type GROUPS, newUser } from './users.ts';

export type SeedUser = {
  /** A UUID; also the person id everywhere else. */
  sub: string;
  email: string;
  password: string;
  groups: readonly (typeof GROUPS)[number][];
  /** Standard attributes such as `name`. */
  attributes?: Readonly<Record<string, string>>;
};

/**
 * Adds confirmed users, straight into the pool's database, whether its server runs or not. Users who exist
 * (by sub or email) are left as they are. About 3 ms of CPU for each new one; all or none are written.
 * @returns how many were new
 */
export function seedUsers(
  pool: { dataDir: string; userPoolId: string },
  seeds: readonly SeedUser[],
  now: number = Date.now(),
): number {
  const poolName = pool.userPoolId.split('_')[1] ?? '';
  const db = openDatabase(pool.dataDir);
  try {
    const users = createUsers(db);
    const missing = seeds.filter(({ sub, email }) => !users.find(sub) && !users.find(email));
    const ready = missing.map(({ sub, email, password, groups, attributes }) => {
      checkPolicy(password);
      const user = newUser({
        sub,
        email: email.toLowerCase(),
        status: 'CONFIRMED',
        attributes: { ...attributes, email_verified: 'true' },
        ...createVerifier({ poolName, sub }, password),
        now,
      });
      return { user, groups };
    });
    return transaction(db, () => {
      let added = 0;
      for (const { user, groups } of ready) {
        if (!users.insert(user)) continue;
        for (const group of groups) users.addToGroup(user.sub, group);
        added += 1;
      }
      return added;
    });
  } finally {
    db.close();
  }
}
