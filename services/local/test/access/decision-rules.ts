import { randomUUID } from 'node:crypto';
import type { RpcRule } from './rpc-rules.ts';
import { clinical, only } from './rules.ts';

const anyAdmin = only({ admin: 'ok' });

/** Why things were decided as they were. */
export const decisionRpcs: Record<string, RpcRule> = {
  GetDecision: {
    people: clinical(only({ owner: 'ok', other: 'not-found', admin: 'ok' })),
    request: ({ appointmentId }) => ({ appointmentId, version: 0 }),
  },
  ListDecisions: { people: anyAdmin, request: () => ({}) },
  ReplayDecision: {
    people: anyAdmin,
    request: ({ appointmentId }) => ({ appointmentId, version: 0 }),
  },
};

const itsPatientAndReception = only({ owner: 'ok', other: 'not-found', proxy: 'ok', reception: 'ok' });
const forPatient = only({ owner: 'ok', proxy: 'ok', reception: 'ok' });
const thisOne = 'SERIES_SCOPE_THIS';

/** Visits booked together. */
export const seriesRpcs: Record<string, RpcRule> = {
  ProposeSeries: {
    people: forPatient,
    request: ({ ids, proposal }) => ({
      patientId: ids.owner,
      need: proposal,
      firstSlotId: '',
      everyWeeks: 1,
      count: 2,
    }),
  },
  ReserveSeries: { people: forPatient, request: ({ newSeries }) => newSeries() },
  MoveSeries: {
    people: itsPatientAndReception,
    request: async ({ series, freeSlot }) => ({
      ...(await series()),
      scope: thisOne,
      slotId: await freeSlot(),
      operationKey: randomUUID(),
    }),
  },
  CancelSeries: {
    people: itsPatientAndReception,
    request: async ({ series }) => ({ ...(await series()), scope: thisOne, operationKey: randomUUID() }),
  },
};
