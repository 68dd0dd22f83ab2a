import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AccessServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AccessService';
import type { DecisionServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/DecisionService';
import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import type { ReferralServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReferralService';
import type { SeriesServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SeriesService';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import { makeLeaveBed } from './leave.ts';
import { aPatient, aReceptionist, type Person, theProvider, wanting } from './service.ts';
import { joining, waitlistOf } from './waiting.ts';

export const calm = {
  emergencySigns: false,
  gettingWorse: false,
  limitsDailyLife: false,
  longStanding: false,
};
export const need = {
  specialtyId: 'cardiology',
  visitTypeId: 'heart-visit',
  regionIds: ['london'],
  symptoms: calm,
};
export const key = () => ({ operationKey: randomUUID() });

export type Row = { by: Person; name?: string; role: string; action: string; what: string; why: string };

/** A scheduler with leave, its people, and what is on record of a patient. */
export async function openAccessLog() {
  const bed = await makeLeaveBed();
  const { scheduler, admin } = bed;
  const waitlist = waitlistOf(scheduler);
  const of = (name: string) => `healthbooker.scheduler.v1.${name}`;
  const call: {
    referrals: GrpcClient<ReferralServiceDefinition>['call'];
    decisions: GrpcClient<DecisionServiceDefinition>['call'];
    series: GrpcClient<SeriesServiceDefinition>['call'];
    leave: GrpcClient<LeaveServiceDefinition>['call'];
    access: GrpcClient<AccessServiceDefinition>['call'];
  } = {
    referrals: scheduler.service(of('ReferralService')),
    decisions: scheduler.service(of('DecisionService')),
    series: scheduler.service(of('SeriesService')),
    leave: scheduler.service(of('LeaveService')),
    access: scheduler.service(of('AccessService')),
  };
  const [doctor, colleague, stranger, reception] = await Promise.all([
    theProvider(scheduler.hospital.heart.provider),
    theProvider(scheduler.hospital.heart.colleague),
    theProvider(scheduler.hospital.skin.provider),
    aReceptionist(),
  ]);

  let day = 1;
  /** The beginning of a day of December that no other test uses; leave of the tests begins on the tenth of January. */
  function nextDay(): string {
    day += 1;
    return new Date(Date.UTC(2026, 11, 1 + day)).toISOString().slice(0, 10);
  }

  /** A patient with a visit of Dr Heart's on a day of its own. */
  async function inCare() {
    const patient = await aPatient();
    const date = nextDay();
    const { rows } = await scheduler.pool.query(
      `select id, start_at, end_at from slot
       where provider_id = $1 and local_start >= $2 and state = 'free' order by local_start limit 3`,
      [doctor.id, date],
    );
    const request = wanting(patient, rows[0].id);
    await scheduler.call('Reserve', request, patient.as());
    const appointmentId = request.appointmentId;
    return { patient, date, appointmentId, next: String(rows[1].id), startAt: rows[0].start_at as Date };
  }

  /** A patient who waits for the heart clinic. */
  async function waiting() {
    const patient = await aPatient();
    // Nothing is free for a visit on no day.
    const reply = await waitlist(
      'JoinWaitlist',
      joining(patient, { earliestDate: '2027-02-25' }),
      patient.as(),
    );
    return { patient, appointmentId: reply.entry?.appointmentId ?? '', version: reply.entry?.version ?? 0 };
  }

  /** What is on record of a patient, oldest first. */
  async function rowsOf(patientId: string) {
    const { rows } = await scheduler.pool.query(
      'select reader_id, reader_name, role, action, what, why from access where patient_id = $1 order by xid, id',
      [patientId],
    );
    return rows as Record<'reader_id' | 'reader_name' | 'role' | 'action' | 'what' | 'why', string>[];
  }

  /** Fails unless `work` leaves exactly these rows of the patient. */
  async function leaves(patientId: string, expected: Row[], work: () => Promise<unknown>): Promise<void> {
    const before = await rowsOf(patientId);
    await work();
    const seen = (await rowsOf(patientId)).slice(before.length);
    const wanted = expected.map(({ by, name = '', role, action, what, why }) => ({
      reader_id: by.id,
      reader_name: name,
      role,
      action,
      what,
      why,
    }));
    assert.deepEqual(seen, wanted);
  }

  return {
    bed,
    scheduler,
    waitlist,
    call,
    admin,
    doctor,
    colleague,
    stranger,
    reception,
    nextDay,
    inCare,
    waiting,
    rowsOf,
    leaves,
    close: bed.close,
  };
}

export type AccessLog = Awaited<ReturnType<typeof openAccessLog>>;
