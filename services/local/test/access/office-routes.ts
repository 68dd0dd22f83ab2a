import { randomUUID } from 'node:crypto';
import { samePolicy } from './availability-rules.ts';
import type { EdgeRule } from './edge-rules.ts';
import { only } from './rules.ts';

const day_ms = 86_400_000;
const date = (days: number) => new Date(Date.now() + days * day_ms).toISOString().slice(0, 10);
const office = only({ provider: 'ok', stranger: 'ok', reception: 'ok', admin: 'ok' });
const itsOffice = only({ provider: 'ok', stranger: 'not-found', reception: 'ok', admin: 'ok' });
const anyAdmin = only({ admin: 'ok' });
const worklist = only({ reception: 'ok', admin: 'ok' });
/** Each leave is on a day of its own. */
let leaves = 0;
/** Whoever is let in learns that nothing has the id. */
const noSuch = (...people: ('provider' | 'stranger' | 'reception' | 'admin')[]) =>
  only(Object.fromEntries(people.map((person) => [person, 'not-found'])));

/** Availability, leave, the waiting list and decisions at the clinic's edge. */
export const officeRoutes: Record<string, EdgeRule> = {
  'GET /clinic/v1/week': {
    people: itsOffice,
    request: ({ ids }) => ({ path: `/clinic/v1/week?providerId=${ids.provider}` }),
  },
  'GET /clinic/v1/sessions': {
    people: itsOffice,
    request: ({ ids }) => ({ path: `/clinic/v1/sessions?providerId=${ids.provider}` }),
  },
  'PUT /clinic/v1/sessions/{id}': {
    // Providers: extra clinics of their own.
    people: only({ provider: 'ok', stranger: 'not-found', admin: 'ok' }),
    request: ({ ids, need }) => ({
      path: `/clinic/v1/sessions/${randomUUID()}`,
      body: {
        session: {
          providerId: ids.provider,
          locationId: 'north',
          visitTypeId: need.visitTypeId,
          mode: 'in-person',
          weekday: new Date(date(80)).getUTCDay() || 7,
          starts: '20:00',
          ends: '21:00',
          seats: 1,
          firstDate: date(80),
          lastDate: date(80),
          carveOut: null,
        },
        version: 0,
        dryRun: true,
      },
    }),
  },
  'POST /clinic/v1/sessions/{id}/end': {
    people: noSuch('provider', 'stranger', 'admin'),
    request: () => ({
      path: `/clinic/v1/sessions/${randomUUID()}/end`,
      body: { version: 1, lastDate: date(80) },
    }),
  },
  'GET /clinic/v1/closures': { people: office, request: () => ({ path: '/clinic/v1/closures' }) },
  'PUT /clinic/v1/closures/{id}': {
    people: anyAdmin,
    request: () => ({
      path: `/clinic/v1/closures/${randomUUID()}`,
      body: { locationId: 'north', firstDate: date(81), lastDate: date(81), note: 'Holiday', dryRun: true },
    }),
  },
  'DELETE /clinic/v1/closures/{id}': {
    people: noSuch('admin'),
    request: () => ({ path: `/clinic/v1/closures/${randomUUID()}` }),
  },
  'GET /clinic/v1/policy': { people: anyAdmin, request: () => ({ path: '/clinic/v1/policy' }) },
  'PUT /clinic/v1/policy': {
    people: anyAdmin,
    request: () => ({ path: '/clinic/v1/policy', body: { policy: samePolicy, version: 1 } }),
  },
  'POST /clinic/v1/leave-plans': {
    people: anyAdmin,
    request: ({ ids }) => ({
      path: '/clinic/v1/leave-plans',
      body: { providerId: ids.provider, period: period(82) },
    }),
  },
  'PUT /clinic/v1/leave/{id}': {
    people: anyAdmin,
    request: ({ ids }) => {
      leaves += 1;
      const body = { providerId: ids.provider, period: period(300 + leaves), note: '', moves: [] };
      return { path: `/clinic/v1/leave/${randomUUID()}`, body };
    },
  },
  'GET /clinic/v1/leave': {
    people: itsOffice,
    request: ({ ids }) => ({ path: `/clinic/v1/leave?providerId=${ids.provider}` }),
  },
  'POST /clinic/v1/leave/{id}/cancel': {
    people: noSuch('admin'),
    request: () => ({ path: `/clinic/v1/leave/${randomUUID()}/cancel`, body: { version: 1 } }),
  },
  'GET /clinic/v1/disruptions': {
    people: worklist,
    request: () => ({ path: '/clinic/v1/disruptions' }),
  },
  'GET /clinic/v1/worklist': { people: worklist, request: () => ({ path: '/clinic/v1/worklist' }) },
  'POST /clinic/v1/leave/{id}/visits/{appointmentId}/settle': {
    people: noSuch('reception', 'admin'),
    request: () => ({
      path: `/clinic/v1/leave/${randomUUID()}/visits/${randomUUID()}/settle`,
      body: { version: 1, slotId: null },
    }),
  },
  'GET /clinic/v1/slots': {
    people: worklist,
    request: ({ need }) => ({ path: `/clinic/v1/slots?specialtyId=${need.specialtyId}` }),
  },
  'GET /clinic/v1/waitlist': {
    // Both providers of the test hospital are of its one specialty.
    people: office,
    request: ({ need }) => ({ path: `/clinic/v1/waitlist?specialtyId=${need.specialtyId}` }),
  },
  'POST /clinic/v1/waitlist/{id}/retriage': {
    people: only({ provider: 'ok', stranger: 'ok' }),
    request: async ({ waiting }) => {
      const { appointmentId, expectedVersion: version } = await waiting();
      return {
        path: `/clinic/v1/waitlist/${appointmentId}/retriage`,
        body: { version, urgency: 'soon', reason: 'Worse since Monday' },
      };
    },
  },
  'POST /clinic/v1/waitlist/{id}/contact': {
    people: office,
    request: async ({ waiting }) => {
      const { appointmentId, expectedVersion: version } = await waiting();
      return {
        path: `/clinic/v1/waitlist/${appointmentId}/contact`,
        body: { version, outcome: 'reached', note: '' },
      };
    },
  },
  'GET /clinic/v1/decisions': { people: anyAdmin, request: () => ({ path: '/clinic/v1/decisions' }) },
  'GET /clinic/v1/optimality': {
    people: anyAdmin,
    oneAtATime: true,
    request: ({ need }) => ({
      path: `/clinic/v1/optimality?specialtyId=${need.specialtyId}&from=${date(-1)}&to=${date(0)}`,
    }),
  },
  'GET /clinic/v1/decisions/{id}/{version}': {
    people: anyAdmin,
    request: ({ appointmentId }) => ({ path: `/clinic/v1/decisions/${appointmentId}/1` }),
  },
  'GET /clinic/v1/decisions/{id}/{version}/replay': {
    people: anyAdmin,
    request: ({ appointmentId }) => ({ path: `/clinic/v1/decisions/${appointmentId}/1/replay` }),
  },
};

function period(days: number) {
  return { firstDate: date(days), lastDate: date(days), fromTime: null, toTime: null };
}
