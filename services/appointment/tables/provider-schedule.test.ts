import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { aReservation } from '../test/reservation.ts';
import { testTable } from '../test/table.ts';
import { projectAppointment } from './project-appointment.ts';
import { readProviderSchedule, type SchedulePlace } from './provider-schedule.ts';

let table: Awaited<ReturnType<typeof testTable>>;
before(async () => {
  table = await testTable();
});
after(() => table.remove());

test('pages cover the range once, in order of time, and nobody else’s appointments', async () => {
  const { store } = table;
  const providerId = randomUUID();
  const startAts = Array.from(
    { length: 12 },
    (_, i) => `2026-12-03T${String(8 + i).padStart(2, '0')}:00:00Z`,
  );
  const inRandomOrder = startAts.toSorted(() => Math.random() - 0.5);
  for (const startAt of inRandomOrder) await projectAppointment(store, aReservation({ providerId, startAt }));
  await projectAppointment(store, aReservation({ startAt: '2026-12-03T10:00:00Z' }));

  const seen: string[] = [];
  let after: SchedulePlace | undefined;
  do {
    const range = {
      providerId,
      fromAt: '2026-12-03T09:00:00Z',
      lastAt: '2026-12-03T18:00:00Z',
      limit: 3,
      after,
    };
    const page = await readProviderSchedule(store, range);
    seen.push(...page.items.map((item) => item.appointmentDate));
    after = page.next;
  } while (after !== undefined);
  assert.deepEqual(seen, startAts.slice(1, 11));
});

test('a moved appointment stands at its new time with its new provider only', async () => {
  const { store } = table;
  const [before, now] = [randomUUID(), randomUUID()];
  const reservation = aReservation({ providerId: before });
  await projectAppointment(store, reservation);
  const moved = aReservation({ providerId: now, startAt: '2026-12-10T09:00:00Z' });
  await projectAppointment(store, { ...reservation, version: 2, slot: moved.slot });
  const range = { fromAt: '2026-12-01T00:00:00Z', lastAt: '2026-12-31T00:00:00Z', limit: 10 };
  assert.deepEqual((await readProviderSchedule(store, { ...range, providerId: before })).items, []);
  const { items } = await readProviderSchedule(store, { ...range, providerId: now });
  assert.deepEqual(
    items.map(({ appointmentDate, version }) => [appointmentDate, version]),
    [['2026-12-10T09:00:00Z', 2]],
  );
});
