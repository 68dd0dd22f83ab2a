import { createHash, randomBytes, randomUUID, verify } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { type SigningKey, signToken } from '../signing-key.ts';
import { notAuthorized } from './errors.ts';
import { type Input, isInput } from './fields.ts';
import type { User, Users } from './users.ts';

/** Lives of tokens: what production's app clients are set to (eksctl/foundation.yaml). */
const ACCESS_SECONDS = 15 * 60;
const REFRESH_MS = 12 * 3_600_000;

export type IssuedTokens = {
  AccessToken: string;
  IdToken: string;
  ExpiresIn: number;
  TokenType: 'Bearer';
  RefreshToken?: string;
};

export type SessionsSetup = {
  db: DatabaseSync;
  users: Users;
  key: SigningKey;
  issuer: string;
  clock: () => number;
};

export type Sessions = ReturnType<typeof createSessions>;

/** Signed-in sessions: one row per sign-in, named by `origin_jti` in every token that comes from it. */
export function createSessions({ db, users, key, issuer, clock }: SessionsSetup) {
  const insert = db.prepare(
    `insert into sessions (origin_jti, sub, client_id, refresh_hash, auth_time, expires_at)
     values (?, ?, ?, ?, ?, ?)`,
  );
  const byRefresh = db.prepare('select * from sessions where refresh_hash = ?');
  const isLive = db.prepare(
    'select 1 from sessions where origin_jti = ? and sub = ? and revoked = 0 and expires_at > ?',
  );
  const revokeOne = db.prepare('update sessions set revoked = 1 where origin_jti = ?');
  const revokeAll = db.prepare('update sessions set revoked = 1 where sub = ?');
  const prune = db.prepare('delete from sessions where expires_at < ?');

  function issue(user: User, clientId: string, originJti: string, authTime: number): IssuedTokens {
    const iat = Math.floor(clock() / 1000);
    const groups = users.groupsOf(user.sub);
    const common = {
      sub: user.sub,
      // Amazon leaves the claim out for a user without groups.
      ...(groups.length > 0 && { 'cognito:groups': groups }),
      iss: issuer,
      origin_jti: originJti,
      event_id: randomUUID(),
      auth_time: authTime,
      exp: iat + ACCESS_SECONDS,
      iat,
    };
    const access = {
      ...common,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      client_id: clientId,
      username: user.sub,
      jti: randomUUID(),
    };
    const { email_verified, ...attributes } = user.attributes;
    const id = {
      ...attributes,
      ...common,
      token_use: 'id',
      aud: clientId,
      'cognito:username': user.sub,
      email: user.email,
      email_verified: email_verified === 'true',
      jti: randomUUID(),
    };
    return {
      AccessToken: signToken(key.privateJwk, access),
      IdToken: signToken(key.privateJwk, id),
      ExpiresIn: ACCESS_SECONDS,
      TokenType: 'Bearer',
    };
  }

  return {
    /** Begins a session. The refresh token is opaque; only its hash is kept. */
    begin(user: User, clientId: string): IssuedTokens {
      prune.run(clock());
      const originJti = randomUUID();
      const authTime = Math.floor(clock() / 1000);
      const refreshToken = randomBytes(64).toString('base64url');
      insert.run(originJti, user.sub, clientId, hash(refreshToken), authTime, clock() + REFRESH_MS);
      return { ...issue(user, clientId, originJti, authTime), RefreshToken: refreshToken };
    },
    /** New access and id tokens of a session. @throws NotAuthorizedException */
    refresh(refreshToken: string, clientId: string): IssuedTokens {
      const row = byRefresh.get(hash(refreshToken));
      const user = row && users.find(String(row['sub']));
      if (!row || !user || row['client_id'] !== clientId) throw notAuthorized('Invalid Refresh Token');
      if (row['revoked'] !== 0) throw notAuthorized('Refresh Token has been revoked');
      if (Number(row['expires_at']) <= clock()) throw notAuthorized('Refresh Token has expired');
      if (!user.enabled) throw notAuthorized('User is disabled.');
      return issue(user, clientId, String(row['origin_jti']), Number(row['auth_time']));
    },
    /** Ends the session of a refresh token; one that is not known is left alone (RFC 7009). */
    revoke(refreshToken: string, clientId: string): void {
      const row = byRefresh.get(hash(refreshToken));
      if (row && row['client_id'] === clientId) revokeOne.run(String(row['origin_jti']));
    },
    revokeAllOf(sub: string): void {
      revokeAll.run(sub);
    },
    /** Whose access token it is. @throws NotAuthorizedException */
    userOf(accessToken: string): User {
      const claims = readToken(accessToken, key);
      if (claims?.['token_use'] !== 'access') throw notAuthorized('Invalid Access Token');
      if (Number(claims['exp']) * 1000 <= clock()) throw notAuthorized('Access Token has expired');
      const user = users.find(String(claims['sub']));
      if (!user || !isLive.get(String(claims['origin_jti']), user.sub, clock())) {
        throw notAuthorized('Access Token has been revoked');
      }
      if (!user.enabled) throw notAuthorized('User is disabled.');
      return user;
    },
  };
}

function hash(refreshToken: string): Buffer {
  return createHash('sha256').update(refreshToken).digest();
}

/** The claims of a token that our key signed, else undefined. */
function readToken(token: string, key: SigningKey): Input | undefined {
  const [header, payload, signature, rest] = token.split('.');
  if (!header || !payload || !signature || rest !== undefined) return undefined;
  const publicKey = { key: key.publicJwk, format: 'jwk' as const };
  const content = Buffer.from(`${header}.${payload}`);
  if (!verify('sha256', content, publicKey, Buffer.from(signature, 'base64url'))) return undefined;
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return isInput(claims) ? claims : undefined;
}
