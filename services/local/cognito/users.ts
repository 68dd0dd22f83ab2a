import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { readEmail } from '@healthbooker/protos/person';
import type { Verifier } from './srp.ts';

export const GROUPS = ['Patients', 'Providers', 'Receptionists', 'Privacy', 'Admins', 'Managers'] as const;

export type UserStatus = 'UNCONFIRMED' | 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD';

/** A user as stored. Times are epoch milliseconds. */
export type User = Verifier & {
  sub: string;
  /** In lower case, its domain in ASCII; also what a user signs in with. */
  email: string;
  status: UserStatus;
  enabled: boolean;
  /** When a temporary password stops working. */
  temporaryUntil: number | undefined;
  /** Everything but `sub` and `email`. */
  attributes: Readonly<Record<string, string>>;
  totp: { pending: string | undefined; secret: string | undefined; enabled: boolean; lastStep: number };
  createdAt: number;
  updatedAt: number;
};

export type Users = ReturnType<typeof createUsers>;

/** The pool's users and their groups. */
export function createUsers(db: DatabaseSync) {
  const bySub = db.prepare('select * from users where sub = ?');
  const byEmail = db.prepare('select * from users where email = ?');
  const insert = db.prepare(
    `insert into users (sub, email, status, enabled, salt, verifier, temporary_until, attributes,
       totp_pending, totp_secret, totp_enabled, totp_last_step, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict do nothing`,
  );
  const update = db.prepare(
    `update users set status = ?, enabled = ?, salt = ?, verifier = ?, temporary_until = ?, attributes = ?,
       totp_pending = ?, totp_secret = ?, totp_enabled = ?, totp_last_step = ?, updated_at = ?
     where sub = ?`,
  );
  const addGroup = db.prepare(
    'insert into memberships (sub, group_name) values (?, ?) on conflict do nothing',
  );
  const removeGroup = db.prepare('delete from memberships where sub = ? and group_name = ?');
  const groups = db.prepare('select group_name from memberships where sub = ? order by group_name');

  return {
    /** Finds by email, in any case and either form of its domain, or by sub. */
    find(username: string): User | undefined {
      const row = byEmail.get(readEmail(username).value ?? username.toLowerCase()) ?? bySub.get(username);
      return row && toUser(row);
    },
    /** Whether the user was added; false when the sub or email is taken. */
    insert(user: User): boolean {
      const { sub, email, createdAt, updatedAt } = user;
      return insert.run(sub, email, ...changing(user), createdAt, updatedAt).changes === 1;
    },
    /** Writes everything but sub, email and creation time. */
    save(user: User, now: number): User {
      const saved = { ...user, updatedAt: now };
      update.run(...changing(saved), now, saved.sub);
      return saved;
    },
    addToGroup(sub: string, group: string): void {
      addGroup.run(sub, group);
    },
    removeFromGroup(sub: string, group: string): void {
      removeGroup.run(sub, group);
    },
    groupsOf(sub: string): string[] {
      return groups.all(sub).map((row) => String(row['group_name']));
    },
  };
}

/** A user who has just been made, without a second factor. */
export function newUser(
  required: Pick<User, 'sub' | 'email' | 'status' | 'attributes'> & Verifier & { now: number },
): User {
  const { now, ...given } = required;
  return {
    ...given,
    enabled: true,
    temporaryUntil: undefined,
    totp: { pending: undefined, secret: undefined, enabled: false, lastStep: 0 },
    createdAt: now,
    updatedAt: now,
  };
}

function changing({ status, enabled, salt, verifier, temporaryUntil, attributes, totp }: User) {
  return [
    status,
    Number(enabled),
    salt,
    verifier,
    temporaryUntil ?? null,
    JSON.stringify(attributes),
    totp.pending ?? null,
    totp.secret ?? null,
    Number(totp.enabled),
    totp.lastStep,
  ] as const;
}

function toUser(row: Record<string, SQLOutputValue>): User {
  return {
    sub: String(row['sub']),
    email: String(row['email']),
    status: String(row['status']) as UserStatus,
    enabled: row['enabled'] === 1,
    salt: String(row['salt']),
    verifier: String(row['verifier']),
    temporaryUntil: row['temporary_until'] === null ? undefined : Number(row['temporary_until']),
    attributes: JSON.parse(String(row['attributes'])) as Record<string, string>,
    totp: {
      pending: row['totp_pending'] === null ? undefined : String(row['totp_pending']),
      secret: row['totp_secret'] === null ? undefined : String(row['totp_secret']),
      enabled: row['totp_enabled'] === 1,
      lastStep: Number(row['totp_last_step']),
    },
    createdAt: Number(row['created_at']),
    updatedAt: Number(row['updated_at']),
  };
}
