import type { Person, Workload } from './callers.ts';

/** What a caller gets: it works, or the kind of refusal. */
export type Outcome = 'ok' | 'unauthenticated' | 'forbidden' | 'not-found';

export type Expected = Readonly<Record<Person, Outcome>>;

const nobody: Expected = {
  owner: 'forbidden',
  other: 'forbidden',
  proxy: 'forbidden',
  booker: 'forbidden',
  provider: 'forbidden',
  stranger: 'forbidden',
  reception: 'forbidden',
  privacy: 'forbidden',
  admin: 'forbidden',
  manager: 'forbidden',
  groupless: 'forbidden',
};

/**
 * All callers that are not named get `forbidden`. A proxy gets what the owner gets, and a proxy for bookings gets
 * what a proxy gets, unless they are named too.
 */
export function only(named: Partial<Record<Person, Outcome>>): Expected {
  const { owner = 'forbidden', proxy = owner, booker = proxy } = named;
  return { ...nobody, proxy, booker, ...named };
}

/** Something clinical: for a proxy who may only book it does not exist. */
export function clinical(expected: Expected): Expected {
  return { ...expected, booker: 'not-found' };
}

/** Whoever has a group. */
export const anyGroup = only({
  owner: 'ok',
  other: 'ok',
  provider: 'ok',
  stranger: 'ok',
  reception: 'ok',
  privacy: 'ok',
  admin: 'ok',
  manager: 'ok',
});
export const noPerson = only({});
export const anyPatient = only({ owner: 'ok', other: 'ok' });
/** The patient whose it is; for other patients it does not exist. */
export const itsPatient = only({ owner: 'ok', other: 'not-found' });
/** As before, the provider whose patient it is, and reception. */
export const itsPatientAndStaff = only({
  owner: 'ok',
  other: 'not-found',
  provider: 'ok',
  stranger: 'not-found',
  reception: 'ok',
});

/** Which services may present a token of their own to a service at all. */
export const admitted: Readonly<Record<string, readonly Workload[]>> = {
  scheduler: ['patient-edge', 'clinic-edge', 'appointment', 'ehr', 'notification'],
  appointment: ['patient-edge', 'clinic-edge', 'ehr', 'notification'],
  ehr: ['patient-edge', 'clinic-edge'],
  notification: ['patient-edge', 'clinic-edge'],
};
