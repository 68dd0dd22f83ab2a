import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { ProposeSeriesResponse__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProposeSeriesResponse';
import type { SeriesServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SeriesService';
import type { ServiceError } from '@healthbooker/runtime/errors';
import { materialise } from '../calendar/materialise.ts';
import { type LeaveBed, makeLeaveBed } from '../test/leave.ts';
import { aPatient, aReceptionist, type Person, START, theProvider, wanting } from '../test/service.ts';

let bed: LeaveBed;
before(async () => {
  bed = await makeLeaveBed();
  const { pool, hospital } = bed.scheduler;
  await pool.query(`insert into visit_type(id, specialty_id, name, preparation, length_min)
    values ('heart-follow-up', 'cardiology', 'Heart follow-up', '', 20)`);
  const session = `insert into session(id, provider_id, location_id, visit_type_id, weekday, starts, ends, effective, mode)
    select gen_random_uuid(), $1, 'london', $2, day, $3, $4, daterange('2026-01-01', null), $5 from generate_series(1, 7) as day`;
  await pool.query(session, [hospital.heart.provider, 'heart-follow-up', '16:00', '17:00', 'in-person']);
  await pool.query(session, [hospital.heart.provider, 'heart-visit', '17:00', '18:00', 'video']);
  await materialise(pool, START);
});
after(() => bed.close());

async function slotAt(localStart: string): Promise<string> {
  const { rows } = await bed.scheduler.pool.query(
    'select id from slot where provider_id = $1 and local_start = $2',
    [bed.scheduler.hospital.heart.provider, localStart],
  );
  return rows[0].id;
}

async function booked(patient: Person, slotId: string | undefined, other: Record<string, string> = {}) {
  const request = wanting(patient, slotId, other);
  await bed.scheduler.call('Reserve', request, patient.as());
  return request.appointmentId;
}

const moveTo = (appointmentId: string, slotId: string | undefined) => ({
  appointmentId,
  expectedVersion: 1,
  slotId: slotId ?? '',
  operationKey: randomUUID(),
});

const ofField = (field: string, message: RegExp) => (error: ServiceError) => {
  assert.equal(error.kind, 'invalid');
  assert.equal(error.fields?.[0]?.field, field);
  assert.match(error.fields?.[0]?.message ?? '', message);
  return true;
};

test('a visit moves to a time of its own kind: not to a shorter one, nor to one by video', async () => {
  const { scheduler } = bed;
  const patient = await aPatient();
  const id = await booked(patient, await slotAt('2026-12-03T09:00'));
  const staff = [await aReceptionist(), await theProvider(scheduler.hospital.heart.provider)];
  for (const who of [patient, ...staff]) {
    const shorter = moveTo(id, await slotAt('2026-12-03T16:00'));
    await assert.rejects(
      scheduler.call('MoveReservation', shorter, who.as()),
      ofField('slotId', /another kind of visit/),
    );
    const byVideo = moveTo(id, await slotAt('2026-12-03T17:00'));
    await assert.rejects(scheduler.call('MoveReservation', byVideo, who.as()), ofField('slotId', /by video/));
  }
  const followUp = await booked(patient, await slotAt('2026-12-04T16:00'));
  const longer = moveTo(followUp, await slotAt('2026-12-04T09:00'));
  await assert.rejects(
    scheduler.call('MoveReservation', longer, patient.as()),
    ofField('slotId', /another kind of visit/),
  );
  await scheduler.call('MoveReservation', moveTo(followUp, await slotAt('2026-12-04T16:20')), patient.as());
  assert.deepEqual(await scheduler.broken(), []);
});

test('a hold on a time of another kind does not let a visit move there', async () => {
  const { scheduler } = bed;
  const patient = await aPatient();
  const id = await booked(patient, await slotAt('2026-12-05T09:00'));
  const slotId = await slotAt('2026-12-05T16:00');
  const { hold } = await scheduler.call('HoldSlot', { patientId: patient.id, slotId }, patient.as());
  await assert.rejects(
    scheduler.call('MoveReservation', { ...moveTo(id, slotId), holdId: hold?.id ?? '' }, patient.as()),
    ofField('slotId', /another kind of visit/),
  );
  const { rows } = await scheduler.pool.query('select state from slot where id = $1', [slotId]);
  assert.equal(rows[0].state, 'held');
});

test('a word on urgency that opens nothing when a visit is booked opens nothing when it moves', async () => {
  const { scheduler } = bed;
  const patient = await aPatient();
  const { rows } = await scheduler.pool.query(
    `select (array_agg(id order by start_at) filter (where release_at is null)) as open,
       (array_agg(id order by start_at) filter (where release_at is not null)) as kept
     from slot where specialty_id = 'dermatology' and state = 'free' and start_at > '2026-12-08'`,
  );
  const [open, kept] = [rows[0].open[0], rows[0].kept[0]];
  const urgent = { urgency: 'URGENCY_URGENT' };
  await assert.rejects(booked(patient, kept, urgent), { kind: 'slot-taken' });
  const id = await booked(patient, open, urgent);
  await assert.rejects(scheduler.call('MoveReservation', moveTo(id, kept), patient.as()), {
    kind: 'slot-taken',
  });
  await scheduler.call('MoveReservation', moveTo(id, kept), (await aReceptionist()).as());
  assert.deepEqual(await scheduler.broken(), []);
});

test('notice and horizon hold for a move as they do for a booking', async () => {
  const { scheduler } = bed;
  const patient = await aPatient();
  const id = await booked(patient, await slotAt('2026-12-06T09:00'));
  const soon = await slotAt('2026-12-01T09:00');
  await assert.rejects(booked(patient, soon), { kind: 'too-soon' });
  await assert.rejects(scheduler.call('MoveReservation', moveTo(id, soon), patient.as()), {
    kind: 'too-soon',
  });
  const far = await slotAt('2027-03-01T09:00');
  scheduler.clock.now = new Date('2026-11-01T08:00:00Z');
  try {
    await assert.rejects(booked(patient, far), { kind: 'too-soon' });
    await assert.rejects(scheduler.call('MoveReservation', moveTo(id, far), patient.as()), {
      kind: 'too-soon',
    });
  } finally {
    scheduler.clock.now = START;
  }
});

test('visits of a series stay of their kind as well', async () => {
  const patient = await aPatient();
  const series = bed.scheduler.service<SeriesServiceDefinition>('healthbooker.scheduler.v1.SeriesService');
  const symptoms = {
    emergencySigns: false,
    gettingWorse: false,
    limitsDailyLife: false,
    longStanding: false,
  };
  const wanted = {
    patientId: patient.id,
    firstSlotId: await slotAt('2026-12-07T13:00'),
    everyWeeks: 1,
    count: 3,
    need: { specialtyId: 'cardiology', visitTypeId: 'heart-visit', regionIds: ['london'], symptoms },
  };
  const proposal: ProposeSeriesResponse__Output = await series('ProposeSeries', wanted, patient.as());
  const request = {
    seriesId: randomUUID(),
    patientId: patient.id,
    everyWeeks: 1,
    reason: '',
    urgency: 'URGENCY_ROUTINE' as const,
    operationKey: randomUUID(),
    visits: proposal.occurrences.map(({ slot }) => ({ appointmentId: randomUUID(), slotId: slot?.id ?? '' })),
  };
  const { reservations } = await series('ReserveSeries', request, patient.as());
  const change = {
    seriesId: request.seriesId,
    appointmentId: reservations[0]?.appointmentId ?? '',
    scope: 'SERIES_SCOPE_THIS_AND_LATER' as const,
    versions: reservations.map(({ appointmentId, version }) => ({ appointmentId, expectedVersion: version })),
  };
  for (const [to, message] of [
    ['2026-12-07T16:00', /another kind of visit/],
    ['2026-12-07T17:00', /by video/],
  ] as const) {
    const asked = { ...change, slotId: await slotAt(to), operationKey: randomUUID() };
    await assert.rejects(series('MoveSeries', asked, patient.as()), ofField('slotId', message));
  }
  assert.deepEqual(await bed.scheduler.broken(), []);
});

test('a visit on the worklist is settled by a time of its own kind', async () => {
  const { scheduler, call, bookVisits, plan, apply } = bed;
  await bookVisits(1);
  const planned = await plan();
  const moves = planned.moves.map(({ appointmentId, version }) => ({
    appointmentId,
    expectedVersion: version,
    toSlotId: '',
  }));
  const { visits } = await apply(planned, { moves });
  const [item] = visits;
  assert.ok(item);
  const leaveId = (await call('ListWorklist', {}, (await aReceptionist()).as())).visits[0]?.leaveId ?? '';
  const settle = (slotId: string) => ({
    leaveId,
    appointmentId: item.appointmentId,
    expectedVersion: item.version,
    slotId,
    operationKey: randomUUID(),
  });
  const reception = await aReceptionist();
  await assert.rejects(
    call('SettleWorkItem', settle(await slotAt('2026-12-14T16:00')), reception.as()),
    ofField('slotId', /another kind of visit/),
  );
  await call('SettleWorkItem', settle(await slotAt('2026-12-14T09:00')), reception.as());
  assert.deepEqual(await scheduler.broken(), []);
});
