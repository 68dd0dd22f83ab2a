import { Agent, request } from 'node:http';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { signIn } from '@healthbooker/local/cognito/testing/srp-client';
import { loopback } from '@healthbooker/local/ports';
import { password } from '@healthbooker/local/seed/logins';
import { makePatients } from '@healthbooker/local/seed/patients';
import { providers } from '@healthbooker/local/seed/staff';
import type { StackFile } from '@healthbooker/local/test/local-stack';
import { addPeople } from '@healthbooker/local/test/people';

/** One request, and what makes its answer a right one: a sentence when it is not. */
export type Asked = {
  method?: 'GET' | 'POST';
  path: string;
  body?: object;
  headers?: Readonly<Record<string, string>>;
  status: number;
  isRight(reply: Record<string, unknown>, text: string): boolean;
};

export type Person = {
  id: string;
  email: string;
  /** Sends one request and returns its answer. @throws Error when it is not the right one, or late */
  ask(asked: Asked): Promise<Record<string, unknown>>;
  close(): void;
};

export type People = { patients: readonly Person[]; providers: readonly Person[] };

/** Longer than any deadline of the services. */
const patience_ms = 10_000;

/**
 * Signs patients with a year of history and all clinicians of the seeded hospital in, each with a connection of their
 * own from an address of their own, as people have. Seeded patients without an account get one.
 */
export async function signPeopleIn(stack: StackFile, patients: number): Promise<People> {
  const known = makePatients(new Date().toISOString().slice(0, 10))
    .flatMap(({ id, name, email, age }) => (email !== undefined && age >= 18 ? [{ id, name, email }] : []))
    .slice(0, patients);
  addPeople(
    stack,
    known.map(({ id, name, email }) => ({
      sub: id,
      email,
      password,
      groups: ['Patients'],
      attributes: { name },
    })),
  );
  const enter = await door(stack.url, '/v1/config');
  const enterClinic = await door(stack.url, '/clinic/v1/config');
  const addresses = freshAddresses();
  const signedIn = async (who: { id: string; email: string }, sign: (email: string) => Promise<string>) =>
    createPerson(who, await sign(who.email), Number(new URL(stack.url).port), addresses.next().value ?? '');
  return {
    patients: await Promise.all(known.map((who) => signedIn(who, enter))),
    providers: await Promise.all(providers.map((who) => signedIn(who, enterClinic))),
  };
}

/** Signs in where a portal's public configuration says, as that portal does. */
async function door(url: string, configPath: string): Promise<(email: string) => Promise<string>> {
  const response = await fetch(`${url}${configPath}`);
  const { region, userPoolId, userPoolClientId, userPoolEndpoint } = (await response.json()) as Record<
    string,
    string
  >;
  if (!userPoolId || !userPoolClientId || !userPoolEndpoint || !region) {
    throw new Error(`${configPath} does not say where to sign in`);
  }
  const client = new CognitoIdentityProviderClient({
    region,
    endpoint: userPoolEndpoint,
    // What signing in sends carries no signature; the client wants some key all the same.
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  });
  const at = { poolId: userPoolId, clientId: userPoolClientId };
  return async (email) => {
    const token = (await signIn(client, email, password, at)).AuthenticationResult?.AccessToken;
    if (token === undefined) throw new Error(`${email} could not sign in`);
    return token;
  };
}

/** Loopback addresses: the limits per address are those of production, and people do not share one. */
function* freshAddresses(): Generator<string, undefined> {
  for (let net = 1; net < 255; net += 1) {
    for (let host = 1; host < 255; host += 1) yield `127.77.${net}.${host}`;
  }
}

function createPerson(
  { id, email }: { id: string; email: string },
  token: string,
  port: number,
  localAddress: string,
): Person {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    id,
    email,
    ask: (asked) =>
      new Promise((resolve, reject) => {
        const { method = 'GET', path, body } = asked;
        const what = `${method} ${path.split('?')[0]}`;
        const sent = body === undefined ? undefined : JSON.stringify(body);
        const headers = {
          host: `localhost:${port}`,
          authorization: `Bearer ${token}`,
          ...(sent !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(sent),
          }),
          ...asked.headers,
        };
        const outgoing = request({ host: loopback, port, localAddress, agent, method, path, headers });
        outgoing.once('response', (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part) => (text += part));
          response.once('error', reject);
          response.once('end', () => {
            const reply = parsed(text);
            if (response.statusCode !== asked.status) {
              reject(new Error(`${what} was answered with ${response.statusCode}: ${text.slice(0, 300)}`));
            } else if (!asked.isRight(reply, text)) {
              reject(new Error(`${what} was answered with something else: ${text.slice(0, 300)}`));
            } else resolve(reply);
          });
        });
        outgoing.setTimeout(patience_ms, () =>
          outgoing.destroy(new Error(`${what} was not answered within ${patience_ms / 1000} s`)),
        );
        outgoing.once('error', reject);
        outgoing.end(sent);
      }),
    close: () => agent.destroy(),
  };
}

function parsed(text: string): Record<string, unknown> {
  if (!text.startsWith('{')) return {};
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
