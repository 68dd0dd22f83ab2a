import { randomUUID } from 'node:crypto';
import type { RpcRule } from './rpc-rules.ts';
import { anyPatient, clinical, itsPatient, noPerson, only } from './rules.ts';

const itsProvider = only({ provider: 'ok', stranger: 'not-found' });
const key = () => ({ operationKey: randomUUID() });

/** Proxies, referrals and lateness. */
export const careRpcs: Record<string, RpcRule> = {
  ListProxies: {
    people: only({ owner: 'ok', other: 'not-found', proxy: 'not-found', reception: 'ok' }),
    workloads: ['notification'],
    request: ({ ids }) => ({ personId: ids.owner }),
  },
  InviteProxy: { people: anyPatient, request: () => ({}) },
  WithdrawInvitations: { people: anyPatient, request: () => ({}) },
  AcceptInvitation: {
    people: anyPatient,
    request: async ({ invitation }) => ({ code: await invitation() }),
  },
  GrantProxy: {
    people: only({ reception: 'ok' }),
    isVouched: true,
    voucher: 'clinic-edge',
    // Of a stranger: the owner could not have as many.
    request: ({ wish }) => ({ ...wish(randomUUID()), patientId: randomUUID() }),
  },
  ConfirmProxy: {
    people: only({ reception: 'ok', privacy: 'ok' }),
    request: async ({ unconfirmedLink }) => ({ linkId: await unconfirmedLink() }),
  },
  DisputeProxy: {
    people: only({ owner: 'ok', other: 'not-found', proxy: 'not-found' }),
    // A service names no link: without a secret there is none for it.
    request: async ({ recordLink, noticeSecret }, caller) =>
      caller === 'patient-edge' ? { secret: await noticeSecret() } : { linkId: await recordLink() },
    workloads: ['patient-edge'],
  },
  ListUnconfirmedProxies: { people: only({ reception: 'ok', privacy: 'ok' }), request: () => ({}) },
  ListProxyReviews: { people: only({ privacy: 'ok' }), request: () => ({}) },
  ReviewProxy: {
    people: only({ privacy: 'ok' }),
    request: async ({ reviewableLink }) => ({ linkId: await reviewableLink() }),
  },
  GetProxyNotice: {
    people: noPerson,
    workloads: ['notification'],
    request: async ({ recordLink }) => ({ linkId: await recordLink() }),
  },
  ListProxiesChanged: { people: noPerson, workloads: ['notification'], request: () => ({}) },
  EndProxy: {
    people: only({ owner: 'ok', other: 'not-found', proxy: 'not-found', reception: 'ok', privacy: 'ok' }),
    request: async ({ ids, anotherProxy }) => ({ patientId: ids.owner, proxyId: await anotherProxy() }),
  },
  // The answer is about the caller: that they may, or may not.
  MayActFor: { people: anyPatient, request: ({ ids }) => ({ patientId: ids.owner }) },
  PlaceReferral: { people: itsProvider, request: ({ order }) => order() },
  ListReferrals: {
    people: clinical(only({ owner: 'ok', other: 'not-found', provider: 'ok', stranger: 'not-found' })),
    request: ({ ids }) => ({ patientId: ids.owner }),
  },
  WithdrawReferral: {
    people: itsProvider,
    request: async ({ referral }) => ({ referralId: await referral() }),
  },
  ReportLateness: {
    people: itsPatient,
    request: async ({ dueNow }) => ({ ...(await dueNow()), lateMinutes: 20, ...key() }),
  },
  SetProviderDelay: {
    people: only({ provider: 'ok', stranger: 'not-found', reception: 'ok' }),
    request: ({ ids }) => ({ providerId: ids.provider, delayMinutes: 20 }),
  },
};
