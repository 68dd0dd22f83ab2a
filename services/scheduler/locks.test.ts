/** A transaction that locks out of order is found at once, not when two of them meet. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { lockClosures, lockPatients, lockProviders, lockSlots, lockSpecialties } from './locks.ts';
import { makeBed, type TestBed } from './test/service.ts';

let bed: TestBed;
before(async () => {
  bed = await makeBed();
});
after(() => bed?.remove());

const within = (work: (tx: Transaction) => Promise<unknown>) => transaction(bed.pool, work, { attempts: 1 });

test('locks are taken in their order, those a transaction has as often as it likes', async () => {
  await within(async (tx) => {
    await lockClosures(tx, 'shared');
    await lockProviders(tx, ['p']);
    await lockSpecialties(tx, ['s']);
    await lockPatients(tx, ['b', 'a']);
    await lockSlots(tx, []);
    await lockPatients(tx, ['a']);
    await lockSlots(tx, []);
  });
});

test('a kind that comes before another is not locked after it', async () => {
  const slotsFirst = within(async (tx) => {
    await lockSlots(tx, []);
    await lockPatients(tx, ['a']);
  });
  await assert.rejects(slotsFirst, /out of order: locks patients after slots/);
  const patientsFirst = within(async (tx) => {
    await lockPatients(tx, ['a']);
    await lockSpecialties(tx, ['s']);
  });
  await assert.rejects(patientsFirst, /out of order: locks specialties after patients/);
});

test('several of a kind are not locked one by one against their order', async () => {
  const against = within(async (tx) => {
    await lockPatients(tx, ['b']);
    await lockPatients(tx, ['a']);
  });
  await assert.rejects(against, /out of order: locks patients one by one/);
});

test('what one transaction locked is forgotten by the next on the same connection', async () => {
  await within((tx) => lockSlots(tx, []));
  await within((tx) => lockPatients(tx, ['a']));
});
