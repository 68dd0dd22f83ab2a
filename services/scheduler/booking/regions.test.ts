import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Need } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Need';
import type { SeriesServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SeriesService';
import type { Slot__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Slot';
import { ServiceError } from '@healthbooker/runtime/errors';
import { addRegions, setReach } from '../test/regions.ts';
import {
  anAdmin,
  aPatient,
  aReceptionist,
  type Person,
  startScheduler,
  type TestScheduler,
  wanting,
} from '../test/service.ts';
import { isOffered, isWaiting, join, joining, until, type Waitlist, waitlistOf } from '../test/waiting.ts';

let scheduler: TestScheduler;
let clinicians: { abroad: string; steps: string; near: string };
let waitlist: Waitlist;
before(async () => {
  scheduler = await startScheduler();
  clinicians = await addRegions(scheduler.pool);
  waitlist = waitlistOf(scheduler);
});
after(() => scheduler.close());

const calm = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };
const need: Need = { specialtyId: 'cardiology', visitTypeId: 'heart-visit', symptoms: calm };
const regions: Record<string, string> = {
  london: 'london',
  stairs: 'london',
  near: 'london',
  'karachi-heart': 'karachi',
  karachi: 'karachi',
};

const regionsOf = (slots: (Slot__Output | null | undefined)[]) => [
  ...new Set(slots.flatMap((slot) => (slot ? [regions[slot.locationId]] : []))),
];

async function propose(patient: Person, wish: Partial<Need> = {}, by = patient) {
  return scheduler.call('Propose', { patientId: patient.id, need: { ...need, ...wish } }, by.as());
}

/** Every slot that a proposal names. */
const shown = ({ offer, others, outsidePreferences }: Awaited<ReturnType<typeof propose>>) => [
  offer?.slot,
  ...others,
  ...outsidePreferences,
];

async function londoner(reach: { needsStepFree?: boolean } = {}): Promise<Person> {
  const patient = await aPatient();
  await setReach(scheduler, patient, { regionId: 'london', ...reach });
  return patient;
}

const isAsked = (field: string) => (error: unknown) => {
  assert.ok(error instanceof ServiceError);
  assert.equal(error.kind, 'invalid');
  assert.deepEqual([error.details?.['reason'], error.fields?.[0]?.field], ['region-needed', field]);
  return true;
};

test('whose region nobody knows is asked, by every way to a time', async () => {
  const [patient, reception] = await Promise.all([aPatient(), aReceptionist()]);
  const series = scheduler.service<SeriesServiceDefinition>('healthbooker.scheduler.v1.SeriesService');
  await assert.rejects(propose(patient), isAsked('need.regionIds'));
  await assert.rejects(propose(patient, {}, reception), isAsked('need.regionIds'));
  await assert.rejects(
    scheduler.call('SearchSlots', { specialtyId: 'cardiology' }, patient.as()),
    isAsked('regionIds'),
  );
  await assert.rejects(
    waitlist('JoinWaitlist', joining(patient, { regionIds: [] }), patient.as()),
    isAsked('need.regionIds'),
  );
  await assert.rejects(
    series('ProposeSeries', { patientId: patient.id, need, everyWeeks: 1, count: 2 }, patient.as()),
    isAsked('need.regionIds'),
  );
  const atOnce = { ...wanting(patient, ''), need };
  await assert.rejects(scheduler.call('Reserve', atOnce, patient.as()), isAsked('need.regionIds'));
});

test('a patient is offered times of the region of their profile only, though those abroad are earlier', async () => {
  const patient = await londoner();
  const reply = await propose(patient);
  assert.deepEqual(regionsOf(shown(reply)), ['london']);
  assert.deepEqual(reply.regionIds, ['london']);
  const { slots } = await scheduler.call('SearchSlots', { specialtyId: 'cardiology' }, patient.as());
  assert.deepEqual(regionsOf(slots), ['london']);
  const reception = await aReceptionist();
  const theirs = { specialtyId: 'cardiology', patientId: patient.id };
  assert.deepEqual(
    regionsOf((await scheduler.call('SearchSlots', theirs, reception.as())).slots),
    ['london'],
    'by staff for the patient',
  );
  assert.deepEqual(regionsOf(shown(await propose(await londoner(), {}, reception))), ['london']);
  const { reservation } = await scheduler.call('Reserve', { ...wanting(patient, ''), need }, patient.as());
  assert.deepEqual(regionsOf([reservation?.slot]), ['london']);
});

test('a decision keeps where the patient could go, and is made by the present version of the rules', async () => {
  const patient = await londoner();
  const request = { ...wanting(patient, ''), need };
  await scheduler.call('Reserve', request, patient.as());
  const { rows } = await scheduler.pool.query(
    "select rule_version, inputs -> 'seen' -> 'proposal' -> 'request' as request from decision where appointment_id = $1",
    [request.appointmentId],
  );
  assert.equal(rows[0].rule_version, 3);
  assert.deepEqual([rows[0].request.regionIds, rows[0].request.needsStepFree], [['london'], false]);
});

test('without a postcode the region of the latest visit counts; one who moved says so by their profile', async () => {
  const patient = await aPatient();
  const { slots } = await scheduler.call(
    'SearchSlots',
    { specialtyId: 'cardiology', locationId: 'karachi-heart' },
    patient.as(),
  );
  await scheduler.call('Reserve', wanting(patient, slots.at(-1)?.id), patient.as());
  assert.deepEqual(regionsOf(shown(await propose(patient))), ['karachi']);
  await setReach(scheduler, patient, { regionId: 'london', profileVersion: 3 });
  assert.deepEqual(regionsOf(shown(await propose(patient))), ['london']);
  await setReach(scheduler, patient, { regionId: 'karachi', profileVersion: 2 });
  assert.deepEqual(regionsOf(shown(await propose(patient))), ['london'], 'an older word changes nothing');
});

test('wider only when asked', async () => {
  const patient = await londoner();
  const both = await propose(patient, { regionIds: ['london', 'karachi'] });
  assert.equal(both.others.length, 40);
  assert.deepEqual(regionsOf(shown(both)).sort(), ['karachi', 'london']);
  assert.deepEqual(regionsOf(shown(await propose(patient, { locationId: 'karachi-heart' }))), ['karachi']);
  await assert.rejects(propose(patient, { regionIds: ['atlantis'] }), {
    kind: 'invalid',
    fields: [{ field: 'need.regionIds', message: 'is no region of ours' }],
  });
});

test('the nearest times outside the wishes stay in the region, leave out one wish each, and say which', async () => {
  const patient = await londoner();
  const wish: Partial<Need> = {
    timesOfDay: ['TIME_OF_DAY_EVENING'],
    providerId: clinicians.near,
    earliestDate: '2026-12-10',
    latestDate: '2026-12-10',
  };
  const reply = await propose(patient, wish);
  assert.equal(reply.offer, null);
  assert.deepEqual(regionsOf(reply.outsidePreferences), ['london']);
  assert.deepEqual(
    reply.differences.map(({ slotId }) => slotId).sort(),
    reply.outsidePreferences.map(({ id }) => id).sort(),
  );
  for (const { slotId, wishes } of reply.differences) {
    assert.deepEqual(wishes, ['time-of-day']);
    const slot = reply.outsidePreferences.find(({ id }) => id === slotId);
    assert.deepEqual([slot?.providerId, slot?.startAt.slice(0, 10)], [clinicians.near, '2026-12-10']);
  }
  assert.match(reply.why, /differ in the time of day/);
});

test('a need for a way without steps is never dropped', async () => {
  const patient = await londoner({ needsStepFree: true });
  const able = await londoner();
  const places = (reply: Awaited<ReturnType<typeof propose>>) => shown(reply).map((slot) => slot?.locationId);
  assert.ok(places(await propose(able)).includes('stairs'));
  assert.ok(!places(await propose(patient)).includes('stairs'));
  const onlyStairs = await propose(patient, { locationId: 'stairs' });
  assert.equal(onlyStairs.offer, null);
  assert.deepEqual(
    [...new Set(onlyStairs.differences.flatMap(({ wishes }) => wishes))],
    ['other-location'],
    'the place is left out, the need is not',
  );
  assert.ok(!places(onlyStairs).includes('stairs'));
  const search = { specialtyId: 'cardiology', locationId: 'stairs' };
  assert.deepEqual((await scheduler.call('SearchSlots', search, patient.as())).slots, []);
});

test('whoever loses a slot gets other times of its region, without steps where they need that', async () => {
  const [winner, loser] = await Promise.all([londoner(), londoner({ needsStepFree: true })]);
  const { rows } = await scheduler.pool.query(
    "select id from slot where provider_id = $1 and state = 'free' and local_start = '2026-12-14 09:00'",
    [scheduler.hospital.heart.provider],
  );
  await scheduler.call('Reserve', wanting(winner, rows[0].id), winner.as());
  const lost = await scheduler
    .call('Reserve', wanting(loser, rows[0].id), loser.as())
    .catch((error: ServiceError) => error);
  assert.ok(lost instanceof ServiceError);
  const alternatives: Slot__Output[] = JSON.parse(lost.details?.['alternatives'] ?? '[]');
  assert.equal(alternatives.length, 3);
  assert.deepEqual(regionsOf(alternatives), ['london']);
  assert.ok(alternatives.every(({ locationId }) => locationId !== 'stairs'));
});

test('a waiting entry keeps its region: what is free abroad or behind steps is given to others', async () => {
  const day = { earliestDate: '2026-12-21', latestDate: '2026-12-21' };
  await scheduler.pool.query(
    `update slot set state = 'closed', is_retired = true
     where specialty_id = 'cardiology' and local_start::date = '2026-12-21' and location_id in ('london', 'near')`,
  );
  const [able, unable, karachi] = await Promise.all([
    londoner(),
    londoner({ needsStepFree: true }),
    aPatient(),
  ]);
  const waits = await join(waitlist, unable, { ...day, regionIds: [] }, true);
  assert.ok(isWaiting(waits));
  assert.deepEqual(waits.need?.regionIds, ['london']);
  const offered = await join(waitlist, able, { ...day, regionIds: [] });
  assert.equal(offered.offer?.slot?.locationId, 'stairs');
  const abroad = await join(waitlist, karachi, { ...day, regionIds: ['karachi'] });
  assert.equal(abroad.offer?.slot?.locationId, 'karachi-heart');
  const decline = (entry: typeof abroad, patient: Person) =>
    waitlist(
      'DeclineOffer',
      {
        appointmentId: entry.appointmentId,
        expectedVersion: entry.version,
        holdId: entry.offer?.holdId ?? '',
        operationKey: randomUUID(),
      },
      patient.as(),
    );
  // Given back, they settle with the one who needs a way without steps in sight.
  await decline(offered, able);
  await decline(abroad, karachi);
  assert.ok(await until(waitlist, karachi, abroad.appointmentId, isOffered));
  assert.ok(isWaiting(await until(waitlist, unable, waits.appointmentId, () => true)));
  const changed = await waitlist(
    'ChangeWaitlistEntry',
    {
      appointmentId: waits.appointmentId,
      expectedVersion: waits.version,
      need: { ...need, ...day },
      reason: '',
      autoAccept: false,
      operationKey: randomUUID(),
    },
    unable.as(),
  );
  assert.deepEqual(changed.entry?.need?.regionIds, ['london'], 'other wishes leave the region as it is');
  assert.ok(changed.entry !== null && isWaiting(changed.entry));
  assert.deepEqual(await scheduler.broken(), []);
});

test('an entry of the time before regions waits where the profile says, once that is known', async () => {
  const patient = await aPatient();
  const day = { earliestDate: '2026-12-31', latestDate: '2026-12-31', timesOfDay: ['TIME_OF_DAY_EVENING'] };
  const entry = await join(waitlist, patient, { ...day, regionIds: ['karachi'] });
  await scheduler.pool.query("update waitlist_entry set region_ids = '{}' where appointment_id = $1", [
    entry.appointmentId,
  ]);
  await setReach(scheduler, patient, { regionId: 'london' });
  const found = await waitlist('GetWaitlistEntry', { appointmentId: entry.appointmentId }, patient.as());
  assert.deepEqual(found.entry?.need?.regionIds, ['london']);
});

test('only appointment says where somebody can go, and only where there is such a region', async () => {
  const [patient, reception, admin] = await Promise.all([aPatient(), aReceptionist(), anAdmin()]);
  const said = { patientId: patient.id, regionId: 'london', needsStepFree: false, profileVersion: 1 };
  for (const who of [patient, reception, admin]) {
    await assert.rejects(scheduler.call('SetPatientReach', said, who.as()), { kind: 'forbidden' });
  }
  await assert.rejects(setReach(scheduler, patient, { regionId: 'atlantis' }), { kind: 'invalid' });
  const search = { specialtyId: 'cardiology', patientId: patient.id };
  const other = await londoner();
  await assert.rejects(scheduler.call('SearchSlots', search, other.as()), { kind: 'forbidden' });
  await assert.rejects(scheduler.call('SearchSlots', search, reception.as()), isAsked('regionIds'));
});

test('the directory says in which region a place is', async () => {
  const { locations, regions: all } = await scheduler.call('GetDirectory', {}, (await aPatient()).as());
  assert.deepEqual(
    all.map(({ id, name }) => [id, name]),
    [
      ['karachi', 'Karachi'],
      ['london', 'London'],
    ],
  );
  for (const { id, regionId } of locations) assert.equal(regionId, regions[id]);
});
