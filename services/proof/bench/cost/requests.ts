import { randomUUID } from 'node:crypto';
import type { Asked } from './person.ts';

/** The part of a slot that matters here. */
export type Slot = { id: string; specialtyId: string; startAt: string; endAt: string };

const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };

export const page: Asked = {
  path: '/',
  headers: { accept: 'text/html' },
  status: 200,
  isRight: (_, text) => text.includes('<script') && text.includes('</html>'),
};
export const directory: Asked = {
  path: '/v1/directory',
  status: 200,
  isRight: ({ specialties: all, providers: who }) => isFilled(all) && isFilled(who),
};
export const timeline: Asked = {
  path: '/v1/appointments',
  status: 200,
  isRight: ({ appointments }) => Array.isArray(appointments),
};
export const record: Asked = {
  path: '/v1/record',
  status: 200,
  isRight: ({ entries, readAt }) => Array.isArray(entries) && typeof readAt === 'string',
};
export const searchOf = (specialtyId: string): Asked => ({
  path: `/v1/slots?specialtyId=${specialtyId}&regionId=london`,
  status: 200,
  isRight: ({ slots }) => isFilled(slots),
});
export const dayOf = (date: string): Asked => ({
  path: `/clinic/v1/day?date=${date}`,
  status: 200,
  isRight: ({ visits }) => isFilled(visits),
});
export const chartOf = (patientId: string): Asked => ({
  path: `/clinic/v1/patients/${patientId}/chart`,
  status: 200,
  isRight: ({ chart, patient }) => isObject(chart) && isObject(patient),
});
export const proposalOf = (specialtyId: string): Asked => ({
  method: 'POST',
  path: '/v1/proposals',
  body: { specialtyId, visitTypeId: firstVisit(specialtyId), symptoms, regionIds: ['london'] },
  status: 200,
  isRight: ({ offer, why }) => isObject(offer) && why !== '',
});
export const holdOf = ({ id }: Slot): Asked => ({
  method: 'POST',
  path: '/v1/holds',
  // Found by a search that says where.
  body: { slotId: id, otherRegionAgreed: true },
  status: 201,
  isRight: ({ slot }) => isObject(slot) && slot['id'] === id,
});
export const bookingOf = ({ id }: Slot, holdId: string): Asked => ({
  method: 'POST',
  path: '/v1/appointments',
  body: { slotId: id, holdId, reason: 'Palpitations', symptoms, otherRegionAgreed: true },
  headers: { 'idempotency-key': randomUUID() },
  status: 201,
  isRight: ({ appointment }) => isObject(appointment) && appointment['status'] === 'booked',
});
export const cancellationOf = (id: string, version: number): Asked => ({
  method: 'POST',
  path: `/v1/appointments/${id}/cancel`,
  body: { version },
  headers: { 'idempotency-key': randomUUID() },
  status: 200,
  isRight: ({ appointment }) => isObject(appointment) && appointment['status'] === 'cancelled',
});

export const firstVisit = (specialtyId: string) => `${specialtyId}-first`;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}
