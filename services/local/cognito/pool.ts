import { createHmac } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { SigningKey } from '../signing-key.ts';
import type { Account } from '../sigv4/verify.ts';
import { type Codes, createCodes } from './codes.ts';
import { loadSecrets, openDatabase } from './database.ts';
import { CognitoError } from './errors.ts';
import { type Input, text } from './fields.ts';
import { createLimits, type Limits } from './limits.ts';
import { createMailer, type Mailer } from './mail.ts';
import { createSeal, type Seal } from './seal.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createVerifier, type Identity, type Verifier } from './srp.ts';
import { createUsers, type Users } from './users.ts';

export type PoolOptions = {
  /** Folder of the pool's one database file. */
  dataDir: string;
  /** `<region>_<letters and digits>`. */
  userPoolId: string;
  /** The app clients that may be named. */
  patientsClientId: string;
  clinicClientId: string;
  /** What administrators sign their calls with. */
  accessKeyId: string;
  secretAccessKey: string;
  smtpUrl: string;
  mailFrom: string;
  /** Epoch milliseconds; the system's clock when absent. */
  clock?: () => number;
};

/** Everything an action works on. */
export type Pool = {
  id: string;
  name: string;
  patientsClientId: string;
  clinicClientId: string;
  account: Account;
  db: DatabaseSync;
  users: Users;
  codes: Codes;
  limits: Limits;
  sessions: Sessions;
  seal: Seal;
  mail: Mailer;
  signing: SigningKey;
  /** Bytes that only this pool can derive from a name: the same each time. They reveal nothing about other names. */
  decoySeed(name: string): Buffer;
  clock: () => number;
  close(): void;
};

/** Opens the pool, making its keys on first use. */
export function openPool(options: PoolOptions): Pool {
  const clock = options.clock ?? Date.now;
  const [, region, name] = /^([a-z]{2}(?:-[a-z]+)+-\d)_([A-Za-z0-9]+)$/.exec(options.userPoolId) ?? [];
  if (!region || !name) {
    throw new Error(`A user pool id looks like us-east-1_AbCdEf123, not ${options.userPoolId}.`);
  }
  const db = openDatabase(options.dataDir);
  const secrets = loadSecrets(db);
  const users = createUsers(db);
  const limits = createLimits(db, clock);
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${options.userPoolId}`;
  const mail = createMailer(options.smtpUrl, options.mailFrom);
  return {
    id: options.userPoolId,
    name,
    patientsClientId: options.patientsClientId,
    clinicClientId: options.clinicClientId,
    account: {
      accessKeyId: options.accessKeyId,
      secretAccessKey: options.secretAccessKey,
      region,
      service: 'cognito-idp',
    },
    db,
    users,
    codes: createCodes(db, secrets.server, limits, clock),
    limits,
    sessions: createSessions({ db, users, key: secrets.signing, issuer, clock }),
    seal: createSeal(secrets.server, clock),
    mail,
    signing: secrets.signing,
    decoySeed: (of) => createHmac('sha256', secrets.server).update(`decoy:${of}`).digest(),
    clock,
    close() {
      mail.close();
      db.close();
    },
  };
}

/** The app client a request names. @throws ResourceNotFoundException */
export function clientOf(pool: Pool, input: Input): string {
  const clientId = text(input, 'ClientId', 128);
  if (clientId !== pool.patientsClientId && clientId !== pool.clinicClientId) {
    throw new CognitoError('ResourceNotFoundException', `User pool client ${clientId} does not exist.`);
  }
  return clientId;
}

export function identityOf(pool: Pool, sub: string): Identity {
  return { poolName: pool.name, sub };
}

/** The fields of a user that keep a password. */
export function passwordFields(
  pool: Pool,
  sub: string,
  password: string,
  temporaryUntil?: number,
): Verifier & { temporaryUntil: number | undefined } {
  return { ...createVerifier(identityOf(pool, sub), password), temporaryUntil };
}
