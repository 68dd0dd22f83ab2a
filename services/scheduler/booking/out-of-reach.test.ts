import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { SeriesServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SeriesService';
import { ServiceError } from '@healthbooker/runtime/errors';
import { addRegions, setReach } from '../test/regions.ts';
import {
  aPatient,
  aReceptionist,
  type Person,
  startScheduler,
  type TestScheduler,
  theProvider,
  wanting,
} from '../test/service.ts';

let scheduler: TestScheduler;
let clinicians: { abroad: string; steps: string; near: string };
before(async () => {
  scheduler = await startScheduler();
  clinicians = await addRegions(scheduler.pool);
});
after(() => scheduler.close());

const calm = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };
const need = { specialtyId: 'cardiology', visitTypeId: 'heart-visit', symptoms: calm };
const agreed = { otherRegionAgreed: true, stepsAgreed: true };
const series = () => scheduler.service<SeriesServiceDefinition>('healthbooker.scheduler.v1.SeriesService');

type Who = keyof typeof clinicians;
const taken = new Set<string>();

/** Free times of a clinician, `count` of them a week apart, which no other test names. */
async function timesOf(who: Who, count = 1): Promise<[string, ...string[]]> {
  const { rows } = await scheduler.pool.query(
    `select id, local_start::text as start from slot
     where provider_id = $1 and state = 'free' and start_at > '2026-12-05' order by start_at`,
    [clinicians[who]],
  );
  const free = rows.filter(({ id }) => !taken.has(id));
  for (const first of free) {
    const week = (place: number) =>
      new Date(Date.parse(`${first.start.replace(' ', 'T')}Z`) + place * 604_800_000)
        .toISOString()
        .slice(0, 16);
    const found = Array.from({ length: count }, (_, place) =>
      free.find(({ start }) => start.replace(' ', 'T').slice(0, 16) === week(place)),
    ).flatMap((row) => row?.id ?? []);
    if (found.length < count) continue;
    for (const id of found) taken.add(id);
    const [one, ...rest] = found;
    return [one, ...rest];
  }
  throw new Error('no free times');
}

async function someone(reach?: { regionId?: string; needsStepFree?: boolean }): Promise<Person> {
  const patient = await aPatient();
  if (reach !== undefined) await setReach(scheduler, patient, reach);
  return patient;
}

const refused = (reason: string, field: string) => (error: unknown) => {
  assert.ok(error instanceof ServiceError, String(error));
  assert.deepEqual(
    [error.kind, error.fields?.[0]?.field, error.details?.['reason']],
    ['invalid', field, reason],
    error.message,
  );
  return true;
};

const hold = (patient: Person, slotId: string, more = {}, by = patient) =>
  scheduler.call('HoldSlot', { patientId: patient.id, slotId, ...more }, by.as());

async function reserve(patient: Person, slotId: string, more = {}, by = patient): Promise<string> {
  const request = { ...wanting(patient, slotId), ...more };
  await scheduler.call('Reserve', request, by.as());
  return request.appointmentId;
}

const moving = (appointmentId: string, slotId: string, more = {}) => ({
  appointmentId,
  slotId,
  expectedVersion: 1,
  operationKey: randomUUID(),
  ...more,
});

const seriesOf = (patient: Person, slotIds: readonly string[], more = {}) => ({
  seriesId: randomUUID(),
  patientId: patient.id,
  everyWeeks: 1,
  reason: '',
  operationKey: randomUUID(),
  visits: slotIds.map((slotId) => ({ appointmentId: randomUUID(), slotId })),
  urgency: 'URGENCY_ROUTINE' as const,
  ...more,
});

const cases = [
  { reason: 'steps', place: 'steps', reach: { regionId: 'london', needsStepFree: true } },
  { reason: 'steps', place: 'steps', reach: { needsStepFree: true } },
  { reason: 'other-region', place: 'abroad', reach: { regionId: 'london' } },
] as const;

for (const { reason, place, reach } of cases) {
  const whose = `${reason}, ${'regionId' in reach ? 'a region known' : 'no region known'}`;

  test(`a named time out of reach is held and booked only when that is agreed: ${whose}`, async () => {
    const [patient, reception] = await Promise.all([someone(reach), aReceptionist()]);
    const [slotId] = await timesOf(place);
    for (const by of [patient, reception]) {
      await assert.rejects(hold(patient, slotId, {}, by), refused(reason, 'slotId'));
      await assert.rejects(reserve(patient, slotId, {}, by), refused(reason, 'slotId'));
      const one = reason === 'steps' ? { otherRegionAgreed: true } : { stepsAgreed: true };
      await assert.rejects(reserve(patient, slotId, one, by), refused(reason, 'slotId'), 'of the other kind');
    }
    const held = await hold(patient, slotId, agreed);
    const holdId = held.hold?.id ?? '';
    await assert.rejects(reserve(patient, slotId, { holdId }), refused(reason, 'slotId'));
    await reserve(patient, slotId, { holdId, ...agreed });
    const [other] = await timesOf(place);
    await reserve(patient, other, agreed, reception);
  });

  test(`a visit moves out of reach only when that is agreed: ${whose}`, async () => {
    const [patient, reception] = await Promise.all([someone(reach), aReceptionist()]);
    const id = await reserve(patient, (await timesOf('near'))[0]);
    const [slotId] = await timesOf(place);
    for (const by of [patient, reception, await theProvider(clinicians.near)]) {
      await assert.rejects(
        scheduler.call('MoveReservation', moving(id, slotId), by.as()),
        refused(reason, 'slotId'),
      );
    }
    await scheduler.call('MoveReservation', moving(id, slotId, agreed), patient.as());
  });

  test(`no visit of a series is out of reach unless that is agreed: ${whose}`, async () => {
    const [patient, reception] = await Promise.all([someone(reach), aReceptionist()]);
    const [[first], out] = await Promise.all([timesOf('near'), timesOf(place, 3)]);
    const [one, two] = out;
    for (const by of [patient, reception]) {
      const all = seriesOf(patient, [one, two ?? '']);
      await assert.rejects(series()('ReserveSeries', all, by.as()), refused(reason, 'visits.0.slotId'));
      const last = seriesOf(patient, [first, out.at(-1) ?? '']);
      await assert.rejects(series()('ReserveSeries', last, by.as()), refused(reason, 'visits.1.slotId'));
      const wish = { patientId: patient.id, need, firstSlotId: one, everyWeeks: 1, count: 2 };
      const mine = 'regionId' in reach ? {} : { regionIds: ['london'] };
      await assert.rejects(
        series()('ProposeSeries', { ...wish, need: { ...need, ...mine } }, by.as()),
        refused(reason, 'firstSlotId'),
      );
    }
    await series()('ReserveSeries', seriesOf(patient, [one, two ?? ''], agreed), patient.as());
  });

  test(`a series moves out of reach only when that is agreed: ${whose}`, async () => {
    const patient = await someone(reach);
    const own = seriesOf(patient, await timesOf('near', 2));
    const { reservations } = await series()('ReserveSeries', own, patient.as());
    const [slotId] = await timesOf(place, 2);
    const change = (more = {}) => ({
      seriesId: own.seriesId,
      appointmentId: reservations[0]?.appointmentId ?? '',
      slotId,
      scope: 'SERIES_SCOPE_THIS_AND_LATER' as const,
      operationKey: randomUUID(),
      versions: reservations.map(({ appointmentId }) => ({ appointmentId, expectedVersion: 1 })),
      ...more,
    });
    await assert.rejects(series()('MoveSeries', change(), patient.as()), refused(reason, 'slotId'));
    const moved = await series()('MoveSeries', change(agreed), patient.as());
    assert.equal(moved.reservations.length, 2);
  });
}

test('who searched wider takes what was found there, by its hold or instead of it', async () => {
  const patient = await someone({ regionId: 'london' });
  const wide = { ...need, regionIds: ['karachi', 'london'] };
  const { others } = await scheduler.call('Propose', { patientId: patient.id, need: wide }, patient.as());
  const another = others.find(({ locationId }) => locationId === 'karachi-heart')?.id ?? '';
  const held = await hold(patient, another);
  await reserve(patient, another, { holdId: held.hold?.id ?? '' });
  const asked = { patientId: patient.id, need: { ...wide, providerId: clinicians.abroad } };
  const { offer } = await scheduler.call('Propose', asked, patient.as());
  assert.equal(offer?.slot?.locationId, 'karachi-heart');
  await reserve(patient, offer.slot.id, { holdId: offer.id });
  // What was asked for a hold that is used asks for nothing more.
  const [slotId] = await timesOf('abroad');
  await assert.rejects(reserve(patient, slotId), refused('other-region', 'slotId'));
});

test('what was booked in another region moves within it, and home', async () => {
  const patient = await someone({ regionId: 'london' });
  const id = await reserve(patient, (await timesOf('abroad'))[0], agreed);
  await scheduler.call('MoveReservation', moving(id, (await timesOf('abroad'))[0]), patient.as());
  const home = moving(id, (await timesOf('near'))[0], { expectedVersion: 2 });
  await scheduler.call('MoveReservation', home, patient.as());
});

test('of whom no region is known, a visit stays in the region where it is', async () => {
  const [patient, reception] = await Promise.all([someone(), aReceptionist()]);
  const id = await reserve(patient, (await timesOf('near'))[0]);
  const [slotId] = await timesOf('abroad');
  for (const by of [patient, reception]) {
    await assert.rejects(
      scheduler.call('MoveReservation', moving(id, slotId), by.as()),
      refused('other-region', 'slotId'),
    );
  }
  const mixed = seriesOf(patient, [(await timesOf('near'))[0], (await timesOf('abroad', 2)).at(-1) ?? '']);
  await assert.rejects(
    series()('ReserveSeries', mixed, patient.as()),
    refused('other-region', 'visits.1.slotId'),
  );
});

test('who needs no steps has a visit by video with a clinician up the stairs', async () => {
  const patient = await someone({ regionId: 'london', needsStepFree: true });
  const [slotId] = await timesOf('steps');
  await scheduler.pool.query("update slot set mode = 'video' where id = $1", [slotId]);
  await reserve(patient, slotId);
});

test('a time out of reach that is taken is not answered with others there', async () => {
  const [first, second] = await Promise.all([someone(), someone({ regionId: 'london' })]);
  const [slotId] = await timesOf('abroad');
  await reserve(first, slotId);
  await assert.rejects(reserve(second, slotId), refused('other-region', 'slotId'));
  assert.deepEqual(await scheduler.broken(), []);
});
