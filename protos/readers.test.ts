import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ServiceDefinition } from '@grpc/grpc-js';
import { loadFileDescriptorSetFromBuffer, loadSync, type PackageDefinition } from '@grpc/proto-loader';
import { z } from 'zod';
import { readEntryHeadline, readReservationVersion, readWaitlistEntryVersion } from './gen/readers.ts';
import { most_bytes, refuseTooLarge } from './kept-json.ts';
import { loadService } from './load.ts';

const contract = loadSync('healthbooker/scheduler/v1/waitlist.proto', {
  includeDirs: [import.meta.dirname],
});

const field = z.object({
  name: z.string(),
  number: z.number(),
  label: z.string(),
  type: z.string(),
  typeName: z.string(),
});
const described = z.object({ field: z.array(field), reservedName: z.array(z.string()) });

function fieldsOf(loaded: PackageDefinition, name: string) {
  const definition = loaded[`healthbooker.scheduler.v1.${name}`];
  assert.ok(definition && 'format' in definition);
  return described.parse(definition.type);
}

const least = {
  appointmentId: 'a',
  version: 1,
  patientId: 'p',
  status: 'VISIT_STATUS_BOOKED',
  changedAt: '2026-11-20T09:00:00Z',
  slot: { providerId: 'd', startAt: '2026-12-03T14:15:00Z' },
};

for (const [kept, answered, only] of [
  ['ReservationVersion', 'Reservation', ['reason', 'history', 'providerDelayMinutes']],
  [
    'WaitlistEntryVersion',
    'WaitlistEntry',
    [
      'need',
      'specialtyName',
      'visitTypeName',
      'reason',
      'rank',
      'rankWhy',
      'isTargetBreached',
      'lastContact',
    ],
  ],
] as const) {
  test(`a ${kept} has the fields of a ${answered} but those that it reserves`, () => {
    const version = fieldsOf(contract, kept);
    const whole = fieldsOf(contract, answered);
    const shared = whole.field.filter(({ name }) => version.field.some((each) => each.name === name));
    assert.deepEqual(version.field, shared);
    const onlyAnswered = whole.field.filter((each) => !shared.includes(each)).map(({ name }) => name);
    const inCamelCase = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
    assert.deepEqual(version.reservedName.map(inCamelCase), onlyAnswered);
    assert.deepEqual(onlyAnswered, only);
  });
}

test('what is absent has its default, and what is not known stays', () => {
  const read = readReservationVersion({
    ...least,
    slot: { ...least.slot, floor: 3 },
    accompaniedBy: 'a friend',
  });
  assert.deepEqual(read, {
    ...least,
    slot: {
      id: '',
      providerName: '',
      specialtyId: '',
      visitTypeId: '',
      locationId: '',
      timeZone: '',
      endAt: '',
      mode: 'VISIT_MODE_UNSPECIFIED',
      placesLeft: 0,
      ...least.slot,
      floor: 3,
    },
    locationName: '',
    visitTypeName: '',
    specialtyName: '',
    bookedAt: '',
    teamId: '',
    sequence: 0,
    seriesId: '',
    seriesPlace: 0,
    referralId: '',
    lateMinutes: 0,
    awaitsAnswer: false,
    accessNeeds: [],
    standing: 'VISIT_STANDING_UNSPECIFIED',
    accompaniedBy: 'a friend',
  });
});

test('the values of a later release stay as they are; numbers of today become names', () => {
  const read = readReservationVersion({
    ...least,
    status: 3,
    standing: 'VISIT_STANDING_NEW',
    accessNeeds: [1, 77],
  });
  assert.deepEqual(
    [read.status, read.standing, read.accessNeeds],
    ['VISIT_STATUS_CHECKED_IN', 'VISIT_STANDING_NEW', ['ACCESS_NEED_LONGER_VISIT', 77]],
  );
});

test('what a message reserves is dropped', () => {
  const read = readReservationVersion({
    ...least,
    reason: 'my own words',
    history: [],
    providerDelayMinutes: 5,
  });
  assert.deepEqual(
    Object.keys(read).filter((name) => ['reason', 'history', 'providerDelayMinutes'].includes(name)),
    [],
  );
});

test('what is no such message is refused by the name of the field, never with its value', () => {
  const refused: [unknown, RegExp][] = [
    [undefined, /^ReservationVersion is not an object$/],
    ['text', /^ReservationVersion is not an object$/],
    [[least], /^ReservationVersion is not an object$/],
    [{}, /^ReservationVersion\.appointmentId is missing$/],
    [{ ...least, version: 0 }, /^ReservationVersion\.version is missing$/],
    [{ ...least, version: 1.5 }, /^ReservationVersion\.version is not a whole number of 32 bits$/],
    [{ ...least, version: 2 ** 31 }, /^ReservationVersion\.version is not a whole number of 32 bits$/],
    [{ ...least, version: '1' }, /^ReservationVersion\.version is not a whole number of 32 bits$/],
    [{ ...least, patientId: 7 }, /^ReservationVersion\.patientId is not text$/],
    [{ ...least, status: undefined }, /^ReservationVersion\.status is missing$/],
    [
      { ...least, status: 'secret' },
      /^ReservationVersion\.status is not a name that begins with VISIT_STATUS_$/,
    ],
    [{ ...least, slot: null }, /^ReservationVersion\.slot\.providerId is missing$/],
    [{ ...least, slot: 'secret' }, /^ReservationVersion\.slot is not an object$/],
    [{ ...least, slot: { ...least.slot, startAt: 5 } }, /^ReservationVersion\.slot\.startAt is not text$/],
    [{ ...least, awaitsAnswer: 'yes' }, /^ReservationVersion\.awaitsAnswer is not true or false$/],
    [{ ...least, accessNeeds: {} }, /^ReservationVersion\.accessNeeds is not a list$/],
    [{ ...least, accessNeeds: [true] }, /^ReservationVersion\.accessNeeds\[0\] is not a name/],
  ];
  for (const [json, message] of refused) assert.throws(() => readReservationVersion(json), { message });
});

test('versions of waiting entries and headlines of entries are read the same way', () => {
  const entry = {
    appointmentId: 'a',
    version: 2,
    patientId: 'p',
    state: 'WAITLIST_STATE_OFFERED',
    change: 'offered',
    changedAt: '2026-11-20T09:00:00Z',
  };
  const read = readWaitlistEntryVersion({
    ...entry,
    offer: { holdId: 'h', slot: { id: 's' }, terms: 'new' },
    reason: 'my own words',
    need: {},
  });
  assert.equal(readWaitlistEntryVersion(entry).offer, null);
  assert.partialDeepStrictEqual(read, {
    ...entry,
    misses: 0,
    offer: { holdId: 'h', announceAt: '', terms: 'new' },
  });
  assert.equal(read.offer?.slot?.mode, 'VISIT_MODE_UNSPECIFIED');
  assert.equal('reason' in read || 'need' in read, false);
  assert.throws(() => readWaitlistEntryVersion({ ...entry, change: '' }), {
    message: 'WaitlistEntryVersion.change is missing',
  });
  assert.throws(() => readWaitlistEntryVersion({ ...entry, offer: { slot: 5 } }), {
    message: 'WaitlistEntryVersion.offer.slot is not an object',
  });
  const headline = {
    patientId: 'p',
    entryId: 'e',
    version: 1,
    kind: 'condition',
    recordedAt: 't',
    authorId: 'a',
  };
  assert.deepEqual(readEntryHeadline(headline), { ...headline, visible: false });
  assert.throws(() => readEntryHeadline({ ...headline, visible: 'no' }), {
    message: 'EntryHeadline.visible is not true or false',
  });
});

test('a message of 8 kB is kept, one byte more is not', () => {
  const filled = (bytes: number) => ({ text: 'x'.repeat(bytes - '{"text":""}'.length) });
  assert.equal(JSON.stringify(refuseTooLarge(filled(most_bytes), 'Note')).length, 8192);
  assert.throws(
    () => refuseTooLarge(filled(most_bytes + 1), 'Note'),
    /a Note takes 8193 bytes, more than 8192/,
  );
});

test('a release before and one after understand each other’s reservations, with their history', () => {
  const baseline = loadFileDescriptorSetFromBuffer(
    readFileSync(join(import.meta.dirname, 'released.binpb')),
    {
      enums: String,
      defaults: true,
    },
  );
  const before = methodOf(baseline['healthbooker.scheduler.v1.SchedulerService']);
  const after = methodOf(loadService('healthbooker.scheduler.v1.SchedulerService'));
  const reservation = {
    ...least,
    sequence: 2,
    reason: 'my own words',
    history: [{ version: 1, status: 'VISIT_STATUS_BOOKED', startAt: least.slot.startAt, change: 'booked' }],
  };
  // A descriptor has its fields in snake_case.
  const released: object = JSON.parse(
    JSON.stringify({ reservation }).replace(/"\w+":/g, (name) =>
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    ),
  );
  const readAfter = after.responseDeserialize(before.responseSerialize(released));
  assert.partialDeepStrictEqual(readAfter, { reservation });
  const readBefore = before.responseDeserialize(after.responseSerialize({ reservation }));
  assert.partialDeepStrictEqual(readBefore, released);
});

function methodOf(service: PackageDefinition[string] | ServiceDefinition | undefined) {
  assert.ok(service && !('format' in service));
  const method = service['GetReservation'];
  assert.ok(method);
  return method;
}
