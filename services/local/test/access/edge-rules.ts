import { randomUUID } from 'node:crypto';
import type { Person } from './callers.ts';
import { careClinicRoutes, carePatientRoutes } from './care-routes.ts';
import type { Fixtures } from './fixtures.ts';
import { leaveRoutes } from './leave-routes.ts';
import { officeRoutes } from './office-routes.ts';
import { anyPatient, clinical, type Expected, itsPatient, only } from './rules.ts';
import { seriesRoutes } from './series-routes.ts';
import { waitlistRoutes } from './waitlist-rules.ts';

export type EdgeRequest = { path: string; body?: object; headers?: Record<string, string> };

export type EdgeRule = {
  /** `everyone`: whoever asks, with whatever token. */
  people: Expected | 'everyone';
  /** Whoever signed in at the patients' portal, whatever groups count there. */
  anybodySignedIn?: true;
  /** It only reads, but so much that the service does not do it for several callers at once. */
  oneAtATime?: true;
  /** It asks the user pool about the caller, so callers need an account there. */
  asksPool?: true;
  /** As for RPCs: a right request about `owner`; only its caller may be wrong. */
  request(fixtures: Fixtures, caller: Person, token: string | undefined): Promise<EdgeRequest> | EdgeRequest;
};

const withLiveUpdates = only({ provider: 'ok', stranger: 'ok', reception: 'ok', privacy: 'ok', admin: 'ok' });
/** A manager may read the directory, and begin a session to get there. */
const anyStaff = { ...withLiveUpdates, manager: 'ok' } as const;
const itsProvider = only({ provider: 'ok', stranger: 'not-found' });
const note = { kind: 'encounter-note', text: 'Chest clear', plan: 'Rest' };

const patientEdge: Record<string, EdgeRule> = {
  'GET /v1/config': { people: 'everyone', request: () => ({ path: '/v1/config' }) },
  'POST /v1/session': {
    // It makes a patient of somebody in no group; staff are asked.
    people: only({ owner: 'ok', other: 'ok', groupless: 'ok' }),
    anybodySignedIn: true,
    asksPool: true,
    request: () => ({ path: '/v1/session', body: {} }),
  },
  'PUT /v1/me/patient': {
    people: only({ owner: 'ok', other: 'ok', groupless: 'ok' }),
    anybodySignedIn: true,
    asksPool: true,
    request: () => ({ path: '/v1/me/patient' }),
  },
  'GET /v1/me': { people: anyPatient, request: () => ({ path: '/v1/me' }) },
  'PATCH /v1/me': {
    people: anyPatient,
    request: async ({ profileVersion }, _, token) => ({
      path: '/v1/me',
      body: { phone: '020 7946 0002' },
      headers: { 'if-match': `"${await profileVersion(token)}"` },
    }),
  },
  'GET /v1/me/identity': { people: anyPatient, request: () => ({ path: '/v1/me/identity' }) },
  'POST /v1/me/identity/requests': {
    people: anyPatient,
    request: async ({ identityWish }, _, token) => ({
      path: '/v1/me/identity/requests',
      body: await identityWish(token),
    }),
  },
  'DELETE /v1/me/identity/requests/{id}': {
    people: anyPatient,
    request: () => ({ path: `/v1/me/identity/requests/${randomUUID()}` }),
  },
  'GET /v1/directory': { people: anyPatient, request: () => ({ path: '/v1/directory' }) },
  'GET /v1/slots': {
    people: anyPatient,
    request: ({ need }) => ({ path: `/v1/slots?specialtyId=${need.specialtyId}` }),
  },
  'POST /v1/proposals': {
    people: anyPatient,
    request: ({ proposal }) => ({ path: '/v1/proposals', body: proposal }),
  },
  'POST /v1/holds': {
    people: anyPatient,
    request: async ({ freeSlot }) => ({ path: '/v1/holds', body: { slotId: await freeSlot() } }),
  },
  'POST /v1/holds/{id}/extend': {
    people: only({ owner: 'ok' }),
    request: async ({ ids, hold }) => ({ path: `/v1/holds/${await hold()}/extend?patientId=${ids.owner}` }),
  },
  'DELETE /v1/holds/{id}': {
    people: only({ owner: 'ok' }),
    request: async ({ ids, hold }) => ({ path: `/v1/holds/${await hold()}?patientId=${ids.owner}` }),
  },
  'POST /v1/appointments': {
    people: anyPatient,
    request: async ({ freeSlot, symptoms }) => ({
      path: '/v1/appointments',
      body: { slotId: await freeSlot(), reason: 'A cough', symptoms },
    }),
  },
  'GET /v1/appointments': {
    people: itsPatient,
    request: ({ ids }) => ({ path: `/v1/appointments?patientId=${ids.owner}` }),
  },
  'GET /v1/appointments/{id}': {
    people: itsPatient,
    request: ({ appointmentId }) => ({ path: `/v1/appointments/${appointmentId}` }),
  },
  'POST /v1/appointments/{id}/move': {
    people: itsPatient,
    request: async ({ booked, freeSlot }) => {
      const { appointmentId, expectedVersion: version } = await booked();
      return { path: `/v1/appointments/${appointmentId}/move`, body: { version, slotId: await freeSlot() } };
    },
  },
  'POST /v1/appointments/{id}/cancel': {
    people: itsPatient,
    request: async ({ booked }) => {
      const { appointmentId, expectedVersion: version } = await booked();
      return { path: `/v1/appointments/${appointmentId}/cancel`, body: { version } };
    },
  },
  'POST /v1/appointments/{id}/check-in': {
    people: itsPatient,
    request: async ({ dueNow }) => {
      const { appointmentId, expectedVersion: version } = await dueNow();
      return { path: `/v1/appointments/${appointmentId}/check-in`, body: { version } };
    },
  },
  'GET /v1/appointments/{id}/calendar': {
    people: itsPatient,
    request: ({ appointmentId }) => ({ path: `/v1/appointments/${appointmentId}/calendar` }),
  },
  ...seriesRoutes,
  'GET /v1/record': {
    people: clinical(itsPatient),
    request: ({ ids }) => ({ path: `/v1/record?patientId=${ids.owner}` }),
  },
  'GET /v1/record/entries/{id}': {
    people: clinical(itsPatient),
    request: ({ ids, entryId }) => ({ path: `/v1/record/entries/${entryId}?patientId=${ids.owner}` }),
  },
  'POST /v1/record/entries/{id}/corrections': {
    people: clinical(itsPatient),
    request: async ({ ids, newEntry }) => ({
      path: `/v1/record/entries/${await newEntry()}/corrections`,
      body: { patientId: ids.owner, version: 1, text: 'It was the left knee' },
    }),
  },
  'GET /v1/record/access': {
    people: clinical(itsPatient),
    request: ({ ids }) => ({ path: `/v1/record/access?patientId=${ids.owner}` }),
  },
  'GET /v1/live': {
    people: itsPatient,
    request: ({ ids }) => ({ path: `/v1/live?patientId=${ids.owner}` }),
  },
};

const clinicEdge: Record<string, EdgeRule> = {
  'GET /clinic/v1/config': { people: 'everyone', request: () => ({ path: '/clinic/v1/config' }) },
  'POST /clinic/v1/session': {
    people: anyStaff,
    asksPool: true,
    request: () => ({ path: '/clinic/v1/session', body: {} }),
  },
  'GET /clinic/v1/directory': { people: anyStaff, request: () => ({ path: '/clinic/v1/directory' }) },
  'GET /clinic/v1/day': {
    people: only({ provider: 'ok', stranger: 'not-found', reception: 'ok' }),
    request: ({ ids }) => ({ path: `/clinic/v1/day?providerId=${ids.provider}` }),
  },
  'GET /clinic/v1/schedule': {
    // Of the caller's own; nobody can be named.
    people: only({ provider: 'ok', stranger: 'ok' }),
    request: () => ({ path: '/clinic/v1/schedule' }),
  },
  'POST /clinic/v1/appointments/{id}/status': {
    people: only({ provider: 'ok', stranger: 'not-found', reception: 'ok' }),
    request: async ({ dueNow }) => {
      const { appointmentId, expectedVersion: version } = await dueNow();
      return {
        path: `/clinic/v1/appointments/${appointmentId}/status`,
        body: { version, status: 'arrived' },
      };
    },
  },
  'GET /clinic/v1/patients/{id}/chart': {
    people: itsProvider,
    request: ({ ids }) => ({ path: `/clinic/v1/patients/${ids.owner}/chart` }),
  },
  'GET /clinic/v1/patients/{id}/entries/{entryId}': {
    people: itsProvider,
    request: ({ ids, entryId }) => ({ path: `/clinic/v1/patients/${ids.owner}/entries/${entryId}` }),
  },
  'POST /clinic/v1/patients/{id}/entries': {
    people: itsProvider,
    request: ({ ids }) => ({
      path: `/clinic/v1/patients/${ids.owner}/entries`,
      body: { body: note, release: 'now' },
    }),
  },
  'PUT /clinic/v1/patients/{id}/drafts/{form}': {
    people: itsProvider,
    request: ({ ids }) => ({
      path: `/clinic/v1/patients/${ids.owner}/drafts/amend-${randomUUID()}`,
      body: { fields: [{ name: 'text', value: 'Chest clear' }], version: 0, key: randomUUID() },
    }),
  },
  'GET /clinic/v1/patients/{id}/drafts/{form}': {
    // Each asks for their own: of those who may, nobody has one.
    people: only({ provider: 'not-found', stranger: 'not-found' }),
    request: ({ ids }) => ({ path: `/clinic/v1/patients/${ids.owner}/drafts/medication` }),
  },
  'DELETE /clinic/v1/patients/{id}/drafts/{form}': {
    people: itsProvider,
    request: ({ ids }) => ({ path: `/clinic/v1/patients/${ids.owner}/drafts/medication` }),
  },
  'POST /clinic/v1/patients/{id}/corrections/{entryId}/answer': {
    people: itsProvider,
    request: async ({ ids, correction }) => ({
      path: `/clinic/v1/patients/${ids.owner}/corrections/${await correction()}/answer`,
      body: { version: 1, state: 'declined', answer: 'It was the right one' },
    }),
  },
  'POST /clinic/v1/patients/{id}/entries/{entryId}/amend': {
    people: itsProvider,
    request: async ({ ids, newEntry }) => ({
      path: `/clinic/v1/patients/${ids.owner}/entries/${await newEntry()}/amend`,
      body: { version: 1, body: note, release: 'now', reason: 'Written too soon' },
    }),
  },
  'GET /clinic/v1/messages': {
    people: only({ reception: 'ok', admin: 'ok' }),
    request: ({ ids }) => ({ path: `/clinic/v1/messages?personId=${ids.owner}` }),
  },
  // Of what is theirs; nobody can be named.
  'GET /clinic/v1/live': { people: withLiveUpdates, request: () => ({ path: '/clinic/v1/live' }) },
};

/**
 * What each caller gets from every route, by edge, method and path. Written from what the portals need, not from the
 * code.
 */
export const edgeRules = {
  'patient-edge': { ...patientEdge, ...carePatientRoutes, ...leaveRoutes, ...waitlistRoutes },
  'clinic-edge': { ...clinicEdge, ...careClinicRoutes, ...officeRoutes },
} as const;
