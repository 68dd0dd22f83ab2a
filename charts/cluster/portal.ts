import { randomUUID } from 'node:crypto';
import { signIn } from '@healthbooker/local/test/sign-in';
import type { Capacity } from '@healthbooker/runtime/context';
import { until } from './programs.ts';

/** The address of the system, and its user pool; the same values as charts/envs/rig.yaml has. */
const pool = {
  COGNITO_USER_POOL_ID: 'eu-west-2_HealthLocal',
  COGNITO_PATIENTS_CLIENT_ID: 'healthbookerpatients',
  COGNITO_CLINIC_CLIENT_ID: 'healthbookerclinic',
};
/** The password of all people that the seed made or that these scripts sign up. */
export const password = 'healthbooker-2026';

export type Person = { email: string; token: string };
export type Reply = { status: number; body: Record<string, unknown> };

/** One request to an edge. Throws when there is no answer within `timeout_ms` (10 s unless given). */
export async function send(
  url: string,
  person: Pick<Person, 'token'>,
  method: string,
  path: string,
  options: { body?: unknown; key?: string; timeout_ms?: number } = {},
): Promise<Reply> {
  const { body, key = randomUUID(), timeout_ms = 10_000 } = options;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${person.token}`,
      ...(method === 'POST' && { 'idempotency-key': key }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(timeout_ms),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, body: isJson ? JSON.parse(text) : { text } };
}

/** Signs in at the stand-in for Cognito, with SRP as the portal of `capacity` does. */
export async function enter(url: string, email: string, capacity: Capacity): Promise<Person> {
  return { email, token: await signIn({ url, identity: pool }, email, password, capacity) };
}

/**
 * Signs a patient up with the code from the mail, and signs them in. A patient who has an account is only signed in.
 */
export async function becomePatient(url: string, email: string, name: string): Promise<Person> {
  const asked = await cognito(url, 'SignUp', {
    ClientId: pool.COGNITO_PATIENTS_CLIENT_ID,
    Username: email,
    Password: password,
    UserAttributes: [
      { Name: 'email', Value: email },
      { Name: 'name', Value: name },
      { Name: 'birthdate', Value: '1985-03-27' },
    ],
  });
  if (asked.status === 200) {
    await cognito(url, 'ConfirmSignUp', {
      ClientId: pool.COGNITO_PATIENTS_CLIENT_ID,
      Username: email,
      ConfirmationCode: await mailedCode(url, email),
    });
  } else if (!JSON.stringify(asked.body).includes('UsernameExists')) {
    throw new Error(`${email} could not sign up: ${JSON.stringify(asked.body)}`);
  }
  const person = await enter(url, email, 'patient');
  const session = await send(url, person, 'POST', '/v1/session', { body: {} });
  if (session.status !== 200) throw new Error(`${email} has no session: ${JSON.stringify(session.body)}`);
  return person;
}

async function cognito(url: string, action: string, body: unknown): Promise<Reply> {
  const response = await fetch(`${url}/cognito/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** The subjects and texts of the mails to an address, newest first. */
export async function mails(url: string, email: string): Promise<{ subject: string; text: string }[]> {
  const response = await fetch(`${url}/inbox/messages?to=${encodeURIComponent(email)}`);
  return ((await response.json()) as { messages: { subject: string; text: string }[] }).messages;
}

async function mailedCode(url: string, email: string): Promise<string> {
  let code: string | undefined;
  await until(`a code is mailed to ${email}`, 20_000, async () => {
    for (const { text } of await mails(url, email)) code ??= /\b(\d{6})\b/.exec(text)?.[1];
    return code !== undefined;
  });
  return code ?? '';
}
