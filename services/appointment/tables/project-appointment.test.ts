import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Reservation__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import { readReservationVersion, reservationVersionSize } from '@healthbooker/protos/gen/readers';
import fc from 'fast-check';
import { aReservation } from '../test/reservation.ts';
import { testTable } from '../test/table.ts';
import { toItem } from './appointment-item.ts';
import { projectAppointment } from './project-appointment.ts';
import { openStore, type Store } from './store.ts';

let table: Awaited<ReturnType<typeof testTable>>;
let store: Store;
before(async () => {
  table = await testTable();
  store = table.store;
});
after(() => table.remove());

async function stored({ patientId, appointmentId }: Reservation__Output): Promise<unknown> {
  const Key = { PK: patientId, SK: `APPOINTMENT#${appointmentId}` };
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key, ConsistentRead: true }),
  );
  return Item;
}

const statuses = ['VISIT_STATUS_BOOKED', 'VISIT_STATUS_ARRIVED', 'VISIT_STATUS_CANCELLED'] as const;

test('versions in any order, any number of times and at once end in the newest', async () => {
  const arrivals = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 16 });
  await fc.assert(
    fc.asyncProperty(arrivals, fc.boolean(), async (versions, atOnce) => {
      const first = aReservation();
      const version = (n: number): Reservation__Output => ({
        ...first,
        version: n,
        status: statuses[n % 3] ?? 'VISIT_STATUS_BOOKED',
        changedAt: `2026-11-20T09:0${n}:00Z`,
      });
      if (atOnce) await Promise.all(versions.map((n) => projectAppointment(store, version(n))));
      else for (const n of versions) await projectAppointment(store, version(n));
      assert.deepEqual(await stored(first), toItem(version(Math.max(...versions))));
    }),
    { numRuns: 60 },
  );
});

test('a version is written once and then known', async () => {
  const reservation = aReservation();
  assert.equal(await projectAppointment(store, reservation), 'written');
  assert.equal(await projectAppointment(store, reservation), 'known');
  assert.equal(await projectAppointment(store, { ...reservation, version: 3 }), 'written');
  assert.equal(await projectAppointment(store, { ...reservation, version: 2 }), 'known');
});

test('the item holds the whole version, in the keys of the table, and not the patient’s words', async () => {
  const reservation = aReservation({
    status: 'VISIT_STATUS_CHECKED_IN',
    startAt: '2026-12-03T14:15:00.000Z',
  });
  await projectAppointment(store, reservation);
  const { slot, patientId, appointmentId } = reservation;
  assert.deepEqual(await stored(reservation), {
    PK: patientId,
    SK: `APPOINTMENT#${appointmentId}`,
    appointmentId,
    version: 1,
    status: 'checked-in',
    appointmentDate: '2026-12-03T14:15:00Z',
    endDate: '2026-12-03T14:45:00Z',
    slotId: slot?.id,
    providerId: slot?.providerId,
    providerName: 'Dr Amina Rahman',
    teamId: 'cardiology-a',
    specialtyId: 'cardiology',
    specialtyName: 'Cardiology',
    visitTypeId: 'cardiology-first',
    visitTypeName: 'First visit',
    locationId: 'river-road',
    locationName: 'River Road Clinic',
    timeZone: 'Europe/London',
    bookedAt: '2026-11-20T09:00:00Z',
    changedAt: '2026-11-20T09:00:00Z',
    sequence: 0,
    mode: 'in-person',
    seriesId: '',
    seriesPlace: 0,
    referralId: '',
    lateMinutes: 0,
    awaitsAnswer: false,
    standing: '',
    accessNeeds: [],
    contract: reservationVersionSize,
    reservation: JSON.stringify(readReservationVersion(reservation)),
  });
  assert.equal(JSON.stringify(await stored(reservation)).includes('in my own words'), false);
});

test('a reservation without slot or version is never written', async () => {
  await assert.rejects(projectAppointment(store, aReservation({ slot: null })), /no slot/);
  await assert.rejects(projectAppointment(store, aReservation({ version: 0 })), /no slot, status or version/);
});

test('a table that cannot be reached is unavailable, within the limit', async () => {
  const nobody = openStore({ endpoint: 'http://127.0.0.1:9', region: 'eu-west-2', table: 'core' });
  const begun = performance.now();
  await assert.rejects(projectAppointment(nobody, aReservation(), { ms: 300 }), {
    kind: 'unavailable',
    retryAfterMs: 1000,
  });
  assert.ok(performance.now() - begun < 600);
  nobody.close();
});

test('a table that does not exist is unavailable', async () => {
  const missing: Store = { ...store, table: `absent-${randomUUID()}` };
  await assert.rejects(projectAppointment(missing, aReservation()), { kind: 'unavailable' });
});
