import { randomUUID } from 'node:crypto';
import type { RpcRule } from './rpc-rules.ts';
import { anyPatient, itsPatient, only } from './rules.ts';

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
    request: ({ ids }) => ({ patientId: ids.owner, proxyId: randomUUID() }),
  },
  EndProxy: {
    people: only({ owner: 'ok', other: 'not-found', proxy: 'not-found', reception: 'ok' }),
    request: async ({ ids, anotherProxy }) => ({ patientId: ids.owner, proxyId: await anotherProxy() }),
  },
  // The answer is about the caller: that they may, or may not.
  MayActFor: { people: anyPatient, request: ({ ids }) => ({ patientId: ids.owner }) },
  PlaceReferral: { people: itsProvider, request: ({ order }) => order() },
  ListReferrals: {
    people: only({ owner: 'ok', other: 'not-found', provider: 'ok', stranger: 'not-found' }),
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
