import { randomUUID } from 'node:crypto';
import type { EdgeRule } from './edge-rules.ts';
import type { RpcRule } from './rpc-rules.ts';
import { anyPatient, itsPatient, itsPatientAndStaff, noPerson, only } from './rules.ts';

const key = () => ({ operationKey: randomUUID() });
const itsPatientAndReception = only({ owner: 'ok', other: 'not-found', reception: 'ok' });
/** Both providers of the test hospital are of its one specialty. */
const anyDoctor = only({ provider: 'ok', stranger: 'ok' });

/** Who may do what about a place on a waiting list. */
export const waitlistRpcs: Record<string, RpcRule> = {
  JoinWaitlist: {
    people: only({ owner: 'ok', reception: 'ok' }),
    request: async ({ ids, leaveWaitlists, waitingNeed }) => {
      await leaveWaitlists();
      return { patientId: ids.owner, need: waitingNeed, ...key() };
    },
  },
  ChangeWaitlistEntry: {
    people: itsPatientAndReception,
    request: async ({ waiting, waitingNeed }) => ({ ...(await waiting()), need: waitingNeed, ...key() }),
  },
  LeaveWaitlist: {
    people: itsPatientAndReception,
    request: async ({ waiting }) => ({ ...(await waiting()), ...key() }),
  },
  GetWaitlistEntry: {
    people: { ...itsPatientAndStaff, stranger: 'ok' },
    workloads: ['notification'],
    request: async ({ waiting }) => ({ appointmentId: (await waiting()).appointmentId }),
  },
  ListWaitlist: {
    people: only({
      provider: 'ok',
      stranger: 'ok',
      reception: 'ok',
      admin: 'ok',
      owner: 'not-found',
      other: 'not-found',
    }),
    request: ({ need }) => ({ specialtyId: need.specialtyId }),
  },
  AcceptOffer: {
    people: itsPatientAndReception,
    request: async ({ offered }) => ({ ...(await offered()), ...key() }),
  },
  DeclineOffer: {
    people: itsPatientAndReception,
    request: async ({ offered }) => ({ ...(await offered()), ...key() }),
  },
  Retriage: {
    people: anyDoctor,
    request: async ({ waiting }) => ({
      ...(await waiting()),
      urgency: 'URGENCY_SOON',
      reason: 'Worse since Monday',
      ...key(),
    }),
  },
  RecordContact: {
    people: { ...anyDoctor, reception: 'ok', admin: 'ok' },
    request: async ({ waiting }) => ({
      ...(await waiting()),
      outcome: 'CONTACT_OUTCOME_REACHED',
      note: 'Still waits',
      ...key(),
    }),
  },
  ListWaitlistChanged: { people: noPerson, workloads: ['notification'], request: () => ({}) },
};

/** The same at the patients' edge. */
export const waitlistRoutes: Record<string, EdgeRule> = {
  'GET /v1/waitlist': {
    people: itsPatient,
    request: ({ ids }) => ({ path: `/v1/waitlist?patientId=${ids.owner}` }),
  },
  'POST /v1/waitlist': {
    people: anyPatient,
    request: async ({ leaveWaitlists, waitingNeed }) => {
      await leaveWaitlists();
      return { path: '/v1/waitlist', body: { need: waitingNeed, reason: '', autoAccept: false } };
    },
  },
  'GET /v1/waitlist/{id}': {
    people: itsPatient,
    request: async ({ waiting }) => ({ path: `/v1/waitlist/${(await waiting()).appointmentId}` }),
  },
  'POST /v1/waitlist/{id}/wishes': {
    people: itsPatient,
    request: async ({ waiting, waitingNeed }) => {
      const { appointmentId, expectedVersion: version } = await waiting();
      const { symptoms: _, ...need } = waitingNeed;
      const body = { version, need, reason: '', autoAccept: true };
      return { path: `/v1/waitlist/${appointmentId}/wishes`, body };
    },
  },
  'POST /v1/waitlist/{id}/leave': {
    people: itsPatient,
    request: async ({ waiting }) => {
      const { appointmentId, expectedVersion: version } = await waiting();
      return { path: `/v1/waitlist/${appointmentId}/leave`, body: { version } };
    },
  },
  'POST /v1/waitlist/{id}/accept': {
    people: itsPatient,
    request: async ({ offered }) => {
      const { appointmentId, expectedVersion: version, holdId } = await offered();
      return { path: `/v1/waitlist/${appointmentId}/accept`, body: { version, holdId } };
    },
  },
  'POST /v1/waitlist/{id}/decline': {
    people: itsPatient,
    request: async ({ offered }) => {
      const { appointmentId, expectedVersion: version, holdId } = await offered();
      return { path: `/v1/waitlist/${appointmentId}/decline`, body: { version, holdId } };
    },
  },
};
