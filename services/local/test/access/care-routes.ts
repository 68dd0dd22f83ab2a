import { randomUUID } from 'node:crypto';
import type { EdgeRule } from './edge-rules.ts';
import { anyPatient, clinical, itsPatient, only } from './rules.ts';

const itsProvider = only({ provider: 'ok', stranger: 'not-found' });
const reception = only({ reception: 'ok' });
/** Whoever may be the second pair of eyes. */
const confirmers = only({ reception: 'ok', privacy: 'ok' });

/** Proxies, referrals and lateness at the patients' edge. */
export const carePatientRoutes: Record<string, EdgeRule> = {
  'GET /v1/proxies': { people: anyPatient, request: () => ({ path: '/v1/proxies' }) },
  'POST /v1/proxies': {
    people: anyPatient,
    request: async ({ invitation }) => ({ path: '/v1/proxies', body: { code: await invitation() } }),
  },
  // Ending what never was changes nothing, so that whoever asks learns nothing.
  'DELETE /v1/proxies/{id}': {
    people: anyPatient,
    request: () => ({ path: `/v1/proxies/${randomUUID()}` }),
  },
  'DELETE /v1/acting-for/{id}': {
    people: anyPatient,
    request: () => ({ path: `/v1/acting-for/${randomUUID()}` }),
  },
  'POST /v1/proxies/codes': { people: anyPatient, request: () => ({ path: '/v1/proxies/codes' }) },
  'DELETE /v1/proxies/codes': { people: anyPatient, request: () => ({ path: '/v1/proxies/codes' }) },
  'POST /v1/proxies/not-me': {
    people: 'everyone',
    request: async ({ noticeSecret }) => ({
      path: '/v1/proxies/not-me',
      body: { secret: await noticeSecret() },
    }),
  },
  'POST /v1/proxies/{id}/not-me': {
    people: only({ owner: 'ok', other: 'not-found', proxy: 'not-found' }),
    request: async ({ recordLink }) => ({ path: `/v1/proxies/${await recordLink()}/not-me` }),
  },
  'GET /v1/referrals': {
    people: clinical(itsPatient),
    request: ({ ids }) => ({ path: `/v1/referrals?patientId=${ids.owner}` }),
  },
  'POST /v1/appointments/{id}/lateness': {
    people: itsPatient,
    request: async ({ dueNow }) => {
      const { appointmentId, expectedVersion: version } = await dueNow();
      return { path: `/v1/appointments/${appointmentId}/lateness`, body: { version, lateMinutes: 20 } };
    },
  },
};

/** The same at the clinic's. */
export const careClinicRoutes: Record<string, EdgeRule> = {
  'GET /clinic/v1/patients/{id}/referrals': {
    people: itsProvider,
    request: ({ ids }) => ({ path: `/clinic/v1/patients/${ids.owner}/referrals` }),
  },
  'POST /clinic/v1/patients/{id}/referrals': {
    people: itsProvider,
    request: ({ ids, need }) => ({
      path: `/clinic/v1/patients/${ids.owner}/referrals`,
      body: { kind: 'follow-up', specialtyId: need.specialtyId, urgency: 'routine' },
    }),
  },
  'DELETE /clinic/v1/referrals/{id}': {
    people: itsProvider,
    request: async ({ referral }) => ({ path: `/clinic/v1/referrals/${await referral()}` }),
  },
  'PUT /clinic/v1/providers/{id}/delay': {
    people: only({ provider: 'ok', stranger: 'not-found', reception: 'ok' }),
    request: ({ ids }) => ({
      path: `/clinic/v1/providers/${ids.provider}/delay`,
      body: { delayMinutes: 20 },
    }),
  },
  'GET /clinic/v1/patients/{id}/identity': {
    people: reception,
    request: ({ ids }) => ({ path: `/clinic/v1/patients/${ids.owner}/identity` }),
  },
  'PUT /clinic/v1/patients/{id}/postcode': {
    people: reception,
    request: ({ ids }) => ({
      path: `/clinic/v1/patients/${ids.owner}/postcode`,
      body: { postcode: 'SE1 7XX' },
    }),
  },
  'POST /clinic/v1/patients/{id}/identity/requests/{requestId}/confirm': {
    people: reception,
    request: async ({ identityRequest }) => {
      const { personId, requestId } = await identityRequest();
      return {
        path: `/clinic/v1/patients/${personId}/identity/requests/${requestId}/confirm`,
        body: { evidence: 'Passport' },
      };
    },
  },
  'POST /clinic/v1/patients/{id}/identity/requests/{requestId}/refuse': {
    people: reception,
    request: async ({ identityRequest }) => {
      const { personId, requestId } = await identityRequest();
      return {
        path: `/clinic/v1/patients/${personId}/identity/requests/${requestId}/refuse`,
        body: { refusal: 'No document' },
      };
    },
  },
  'GET /clinic/v1/patients/{id}/proxies': {
    people: reception,
    request: ({ ids }) => ({ path: `/clinic/v1/patients/${ids.owner}/proxies` }),
  },
  'PUT /clinic/v1/patients/{id}/proxies/{proxyId}': {
    people: reception,
    request: ({ ids, relativeId }) => ({
      path: `/clinic/v1/patients/${ids.owner}/proxies/${relativeId}`,
      body: { scope: 'record', evidence: 'Passport', reason: 'Son' },
    }),
  },
  'POST /clinic/v1/patients/find': {
    people: reception,
    request: async ({ numberOf }) => ({
      path: '/clinic/v1/patients/find',
      body: { medicalRecordNumber: await numberOf('owner') },
    }),
  },
  'GET /clinic/v1/proxies/unconfirmed': {
    people: confirmers,
    request: () => ({ path: '/clinic/v1/proxies/unconfirmed' }),
  },
  'POST /clinic/v1/proxies/{id}/confirm': {
    people: confirmers,
    request: async ({ unconfirmedLink }) => ({
      path: `/clinic/v1/proxies/${await unconfirmedLink()}/confirm`,
    }),
  },
  'GET /clinic/v1/proxies/reviews': {
    people: only({ privacy: 'ok' }),
    request: () => ({ path: '/clinic/v1/proxies/reviews' }),
  },
  'POST /clinic/v1/proxies/{id}/review': {
    people: only({ privacy: 'ok' }),
    request: async ({ reviewableLink }) => ({ path: `/clinic/v1/proxies/${await reviewableLink()}/review` }),
  },
  'DELETE /clinic/v1/patients/{id}/proxies/{proxyId}': {
    people: confirmers,
    request: async ({ ids, anotherProxy }) => ({
      path: `/clinic/v1/patients/${ids.owner}/proxies/${await anotherProxy()}`,
    }),
  },
};
