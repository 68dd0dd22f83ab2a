import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { testVariable } from '@healthbooker/local/test/variables';
import { Redis } from 'ioredis';
import { openWorld } from './test/opened-world.ts';
import { until } from './test/world.ts';

const { world, notification, settled, ledgerIsSound } = await openWorld();

test('open pages hear of changes; without Redis mails go out all the same', async () => {
  const service = await notification();
  const ada = await world.patient();
  const redis = new Redis(testVariable('HB_TEST_REDIS_URL'));
  const heard: Record<string, unknown>[] = [];
  try {
    const [clinician] = world.hospital.providers;
    await redis.subscribe(`live:patient:${ada.sub}`, `live:staff:${clinician}`);
    redis.on('message', (channel, message) => heard.push({ channel, ...JSON.parse(message) }));
    const booked = await ada.book();
    const { appointmentId } = booked;
    await until(async () => heard.filter(({ id }) => id === appointmentId).length >= 2);
    const update = { type: 'appointment', id: appointmentId, version: 1 };
    assert.deepEqual(
      new Set(heard.filter(({ id }) => id === appointmentId).map((one) => JSON.stringify(one))),
      new Set(
        [`live:patient:${ada.sub}`, `live:staff:${clinician}`].map((channel) =>
          JSON.stringify({ channel, ...update }),
        ),
      ),
    );
    // A visit that went to somebody else: whoever had it is told as well.
    const [, successor = ''] = world.hospital.providers;
    await redis.subscribe(`live:staff:${successor}`);
    const slot = booked.slot === null ? null : { ...booked.slot, providerId: successor };
    await world.republish({ ...booked, version: 2, slot });
    const told = () => heard.filter(({ id, version }) => id === appointmentId && version === 2);
    await until(async () => told().length === 3);
    assert.deepEqual(
      new Set(told().map(({ channel }) => channel)),
      new Set([`live:patient:${ada.sub}`, `live:staff:${clinician}`, `live:staff:${successor}`]),
    );
    const hidden = randomUUID();
    const shown = randomUUID();
    for (const [entryId, visible] of [
      [hidden, false],
      [shown, true],
    ] as const) {
      const data = { patientId: ada.sub, entryId, version: 1, authorId: randomUUID(), visible };
      const occurredAt = new Date().toISOString();
      await world.publish({ id: randomUUID(), type: 'record.added', version: 1, occurredAt, data });
    }
    await until(async () => heard.some(({ id }) => id === shown));
    assert.ok(!heard.some(({ id }) => id === hidden));
  } finally {
    redis.disconnect();
  }
  await service.close();

  const deaf = await notification({ env: { REDIS_URL: 'redis://127.0.0.1:9' } });
  const { appointmentId } = await ada.book();
  await settled(appointmentId, 1);
  await until(async () => (await deaf.counted('notification_live_updates_total', { outcome: 'lost' })) >= 2);
});

test('open pages hear that a provider is late', async () => {
  await notification();
  const patient = await world.patient();
  const redis = new Redis(testVariable('HB_TEST_REDIS_URL'));
  const heard: string[] = [];
  redis.on('message', (_channel: string, message: string) => void heard.push(message));
  const [providerId] = world.hospital.providers;
  await redis.subscribe(`live:patient:${patient.sub}`, `live:staff:${providerId}`);
  await world.publish({
    id: randomUUID(),
    type: 'provider.delayed',
    version: 3,
    occurredAt: new Date().toISOString(),
    data: { providerId, day: '2026-12-03', delayMinutes: 20, patientIds: [patient.sub] },
  });
  await until(async () => heard.length === 2);
  assert.deepEqual(new Set(heard), new Set([JSON.stringify({ type: 'delay', id: providerId, version: 3 })]));
  redis.disconnect();
});

test('after all this the ledger’s own checks find nothing', async () => {
  await notification();
  await ledgerIsSound();
});
