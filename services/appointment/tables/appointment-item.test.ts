import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AccessNeed } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AccessNeed';
import type { ReservationVersion__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReservationVersion';
import { VisitMode } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/VisitMode';
import { VisitStanding } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/VisitStanding';
import { VisitStatus } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/VisitStatus';
import { readReservationVersion } from '@healthbooker/protos/gen/readers';
import fc from 'fast-check';
import { itemOfReleaseBefore, writeReleaseBefore } from '../test/release-before.ts';
import { aReservation } from '../test/reservation.ts';
import { readItem, toItem, toTimelineAppointment } from './appointment-item.ts';

const known = <Name extends string>(names: Readonly<Record<string, Name>>) =>
  fc.constantFrom(...Object.values(names).filter((name) => !name.endsWith('_UNSPECIFIED')));

/** Any version of a reservation that a release of today commits. */
const versions = fc
  .record({
    version: fc.integer({ min: 1, max: 99 }),
    status: known(VisitStatus),
    mode: known(VisitMode),
    standing: fc.constantFrom(...Object.values(VisitStanding)),
    accessNeeds: fc.uniqueArray(known(AccessNeed)),
    awaitsAnswer: fc.boolean(),
    lateMinutes: fc.nat({ max: 60 }),
    seriesPlace: fc.nat({ max: 12 }),
    seriesId: fc.constantFrom('', '0f9a1c54-3f6e-4b8e-9d55-1f6f1f0f8a11'),
    teamId: fc.string({ maxLength: 20 }),
    locationName: fc.string({ maxLength: 200 }),
  })
  .map(({ mode, ...given }): ReservationVersion__Output => {
    const { slot, ...reservation } = aReservation(given);
    const endAt = '2026-12-03T14:45:00Z';
    return readReservationVersion({ ...reservation, slot: { ...slot, mode, endAt } });
  });

test('an item holds every field of its version, and gives it back as it was', () => {
  fc.assert(
    fc.property(versions, (version) => {
      assert.deepEqual(readItem({ ...toItem(version) }), version);
      assert.deepEqual(JSON.parse(toItem(version).reservation), version);
    }),
  );
});

test('the release before reads every item of this one, and this one every item of it', () => {
  fc.assert(
    fc.property(versions, (version) => {
      const before = writeReleaseBefore(version);
      assert.deepEqual(itemOfReleaseBefore.parse({ ...toItem(version) }), before);
      assert.deepEqual(readItem(before), version);
      assert.deepEqual(toTimelineAppointment(readItem(before)), toTimelineAppointment(version));
    }),
  );
});

test('items of the first releases, which lack what came later, are read with its defaults', () => {
  const {
    mode,
    seriesId,
    seriesPlace,
    referralId,
    lateMinutes,
    awaitsAnswer,
    accessNeeds,
    standing,
    ...first
  } = writeReleaseBefore(aReservation());
  const read = readItem(first);
  assert.deepEqual(
    [read.slot?.mode, read.seriesPlace, read.standing, read.accessNeeds],
    ['VISIT_MODE_IN_PERSON', 0, 'VISIT_STANDING_UNSPECIFIED', []],
  );
});

test('what a later release says of a visit stays in its item, in names that are not known here as well', () => {
  const later = {
    ...aReservation(),
    status: 'VISIT_STATUS_IN_ROOM',
    accompaniedBy: 'a neighbour',
    slot: { ...aReservation().slot, floor: 3 },
  } as unknown as ReservationVersion__Output;
  const item = toItem(readReservationVersion(later));
  assert.equal(item.status, 'in-room');
  const read: Record<string, unknown> = { ...readItem({ ...item }) };
  assert.deepEqual(
    [read['status'], read['accompaniedBy'], (read['slot'] as Record<string, unknown>)['floor']],
    ['VISIT_STATUS_IN_ROOM', 'a neighbour', 3],
  );
});

test('the patient’s words and what changes without a version are in no item', () => {
  const item = toItem(aReservation({ providerDelayMinutes: 15 }));
  for (const name of ['reason', 'history', 'providerDelayMinutes']) {
    assert.equal(name in item || name in JSON.parse(item.reservation), false, name);
  }
});

test('an item that takes more than 8 kB is never written', () => {
  assert.throws(() => toItem(aReservation({ locationName: 'x'.repeat(8000) })), /more than 8192/);
});
