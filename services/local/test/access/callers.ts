import { randomUUID } from 'node:crypto';
import type { Capacity, Group } from '@healthbooker/runtime/context';
import {
  accessToken,
  expiredToken,
  forgedToken,
  idToken,
  otherClientToken,
  otherPoolToken,
  publicKeyHmacToken,
  type TokenRequest,
  unsignedToken,
  workloadToken,
} from '../tokens.ts';

/**
 * People with a good token. `proxy` acts for `owner` with the record, `booker` for their bookings only; `provider` sees
 * `owner`, `stranger` is of another team.
 */
export const people = [
  'owner',
  'other',
  'proxy',
  'booker',
  'provider',
  'stranger',
  'reception',
  'privacy',
  'admin',
  'manager',
  'groupless',
] as const;
export type Person = (typeof people)[number];

export const groups: Readonly<Record<Person, readonly Group[]>> = {
  owner: ['Patients'],
  other: ['Patients'],
  proxy: ['Patients'],
  booker: ['Patients'],
  provider: ['Providers'],
  stranger: ['Providers'],
  reception: ['Receptionists'],
  privacy: ['Privacy'],
  admin: ['Admins'],
  manager: ['Managers'],
  groupless: [],
};

/** As what each acts. */
export const capacities: Readonly<Record<Person, Capacity>> = {
  owner: 'patient',
  other: 'patient',
  proxy: 'patient',
  booker: 'patient',
  provider: 'staff',
  stranger: 'staff',
  reception: 'staff',
  privacy: 'staff',
  admin: 'staff',
  manager: 'staff',
  groupless: 'patient',
};

/** Everybody's person id. */
export type Ids = Readonly<Record<Person, string>>;

/** New people; the providers are those of the directory. */
export function newPeople([provider, stranger]: readonly [string, string]): Ids {
  const fresh = () => randomUUID();
  return {
    owner: fresh(),
    other: fresh(),
    proxy: fresh(),
    booker: fresh(),
    reception: fresh(),
    privacy: fresh(),
    admin: fresh(),
    manager: fresh(),
    groupless: fresh(),
    provider,
    stranger,
  };
}

/** A good access token of each. */
export async function goodTokens(ids: Ids): Promise<Record<Person, string>> {
  const made = people.map(async (person) => {
    return [person, await accessToken({ sub: ids[person], groups: groups[person] })] as const;
  });
  return Object.fromEntries(await Promise.all(made)) as Record<Person, string>;
}

/**
 * Tokens that nobody may accept, by what is wrong with them; undefined is none at all. Each claims every group of
 * `request`, so that only its flaw can be why it is refused.
 */
export async function badTokens(request: TokenRequest): Promise<Record<string, string | undefined>> {
  return {
    'no token': undefined,
    'not a token': 'letmein',
    expired: await expiredToken(request),
    'forged signature': await forgedToken(request),
    'no signature': await unsignedToken(request),
    'public key as secret': await publicKeyHmacToken(request),
    'other pool': await otherPoolToken(request),
    'other client': await otherClientToken(request),
    'id token': await idToken(request),
  };
}

/** Services that exist and so might present a token of their own. */
export const workloads = [
  'patient-edge',
  'clinic-edge',
  'scheduler',
  'appointment',
  'ehr',
  'notification',
] as const;
export type Workload = (typeof workloads)[number];

/** Workload tokens for `callee` with one flaw each. */
export async function badWorkloadTokens(callee: string): Promise<Record<string, string>> {
  const caller = 'notification';
  const past_s = Math.floor(Date.now() / 1000) - 1200;
  return {
    'workload, for another callee': await workloadToken(caller, `not-${callee}`),
    'workload, expired': await workloadToken(caller, callee, { iat: past_s, nbf: past_s, exp: past_s + 600 }),
    'workload, other issuer': await workloadToken(caller, callee, {
      iss: 'https://issuer.elsewhere.example',
    }),
    'workload, other namespace': await workloadToken(caller, callee, {
      sub: `system:serviceaccount:default:${caller}`,
    }),
    'workload, unknown service': await workloadToken('intruder', callee),
  };
}
