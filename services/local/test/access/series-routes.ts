import { randomUUID } from 'node:crypto';
import type { EdgeRule } from './edge-rules.ts';
import { clinical, itsPatient, only } from './rules.ts';

const key = () => ({ 'idempotency-key': randomUUID() });
const forPatient = only({ owner: 'ok', proxy: 'ok' });

/** Visits booked together, and why a visit has its time. */
export const seriesRoutes: Record<string, EdgeRule> = {
  'POST /v1/series/proposals': {
    people: forPatient,
    request: ({ ids, proposal }) => ({
      path: '/v1/series/proposals',
      body: { ...proposal, patientId: ids.owner, everyWeeks: 1, count: 2 },
    }),
  },
  'POST /v1/series': {
    people: forPatient,
    request: async ({ ids, newSeries }) => {
      const { visits } = await newSeries();
      const slotIds = visits.map(({ slotId }) => slotId);
      return {
        path: '/v1/series',
        body: { patientId: ids.owner, everyWeeks: 1, slotIds, reason: 'A cough' },
        headers: key(),
      };
    },
  },
  'POST /v1/series/{id}/move': {
    people: itsPatient,
    request: async ({ series, freeSlot }) => {
      const { seriesId, appointmentId } = await series();
      const versions = [{ id: appointmentId, version: 1 }];
      const body = { appointmentId, scope: 'this', versions, slotId: await freeSlot() };
      return { path: `/v1/series/${seriesId}/move`, body, headers: key() };
    },
  },
  'POST /v1/series/{id}/cancel': {
    people: itsPatient,
    request: async ({ series }) => {
      const { seriesId, appointmentId } = await series();
      const body = { appointmentId, scope: 'this', versions: [{ id: appointmentId, version: 1 }] };
      return { path: `/v1/series/${seriesId}/cancel`, body, headers: key() };
    },
  },
  'GET /v1/appointments/{id}/why': {
    people: clinical(itsPatient),
    request: ({ appointmentId }) => ({ path: `/v1/appointments/${appointmentId}/why` }),
  },
};
