import { readEmail } from '@healthbooker/protos/person';
import { Amplify } from 'aws-amplify';
import { fetchAuthSession } from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { unreachable } from '../api/problem.ts';

export type PortalConfig = {
  region: string;
  userPoolId: string;
  userPoolClientId: string;
  userPoolEndpoint?: string | null;
  clinicPhone: string;
};

/** All portals share an origin; the prefix keeps a patient's session apart from that of staff. */
function prefixed(storage: Storage, prefix: string) {
  return {
    setItem: async (key: string, value: string) => storage.setItem(prefix + key, value),
    getItem: async (key: string) => storage.getItem(prefix + key),
    removeItem: async (key: string) => storage.removeItem(prefix + key),
    clear: async () => {
      for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
    },
  };
}

/**
 * Points Amplify at the pool. `storage` decides how long somebody stays signed in: `localStorage` until they
 * sign out, `sessionStorage` until the tab closes (shared workstations).
 */
export function configureSession(config: PortalConfig, session: string, storage: Storage): void {
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId: config.userPoolId,
        userPoolClientId: config.userPoolClientId,
        ...(config.userPoolEndpoint ? { userPoolEndpoint: config.userPoolEndpoint } : {}),
      },
    },
  });
  cognitoUserPoolsTokenProvider.setKeyValueStorage(prefixed(storage, `hb.${session}.`));
}

/** Reads the public configuration of an edge. Throws `ApiProblem` when it cannot be reached. */
export async function loadConfig(url: string): Promise<PortalConfig> {
  const response = await fetch(url).catch(() => undefined);
  if (!response?.ok) throw unreachable();
  return (await response.json()) as PortalConfig;
}

/** The access token, refreshed when it is about to expire; undefined when nobody is signed in. */
export async function accessToken(options: { renew?: boolean } = {}): Promise<string | undefined> {
  const session = await fetchAuthSession({ forceRefresh: options.renew ?? false });
  return session.tokens?.accessToken.toString();
}

/** Who is signed in, with an access token as above; undefined when nobody is. */
export async function signedIn(): Promise<{ personId: string; token: string } | undefined> {
  const access = (await fetchAuthSession()).tokens?.accessToken;
  const personId = access?.payload.sub;
  return access && personId ? { personId, token: access.toString() } : undefined;
}

/** An address as accounts are named by; one that can be nobody's as it was typed, for the pool to refuse. */
export function accountName(email: string): string {
  return readEmail(email).value ?? email.trim().toLowerCase();
}

/** The reason of a failed sign-in, sign-up or code in words, and the field it belongs to if there is one. */
export function authFailure(error: unknown): { name: string; message: string } {
  const name = error instanceof Error ? error.name : '';
  const known = failures[name];
  if (known) return { name, message: known };
  if (name === 'NetworkError') return { name, message: unreachable().message };
  return { name, message: 'That did not work. Try again in a moment.' };
}

const failures: Readonly<Record<string, string>> = {
  NotAuthorizedException: 'The e-mail address or the password is not right',
  UserNotFoundException: 'The e-mail address or the password is not right',
  UsernameExistsException: 'There is an account with this e-mail address already. Sign in instead',
  CodeMismatchException: 'This is not the code we sent. Check the latest e-mail',
  EnableSoftwareTokenMFAException: 'This is not the code your app shows now',
  ExpiredCodeException: 'This code is no longer valid. Ask for a new one',
  InvalidPasswordException:
    'This password is too simple. Use at least 10 characters with a small letter and a number',
  LimitExceededException: 'Too many tries. Wait a few minutes',
  TooManyRequestsException: 'Too many tries. Wait a few minutes',
  TooManyFailedAttemptsException: 'Too many tries. Wait a few minutes',
};
