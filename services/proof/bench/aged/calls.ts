import { randomUUID } from 'node:crypto';
import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { loadService } from '@healthbooker/protos/load';
import type { CallContext, Caller } from '@healthbooker/runtime/context';
import { newTrace } from '@healthbooker/runtime/trace';
import { schedulerRpcs } from '@healthbooker/scheduler/rpcs';
import type { Work } from '../../aged/jobs/work.ts';

const TIMEOUT_MS = 60_000;

/** Requests are made into bytes and back, so that what they leave out is filled in as the wire does it. */
const definition = loadService(
  'healthbooker.scheduler.v1.SchedulerService',
) as unknown as SchedulerServiceDefinition;

type Booked = { appointmentId: string; patientId: string; version: number };
type Method =
  | 'SearchSlots'
  | 'HoldSlot'
  | 'Reserve'
  | 'MoveReservation'
  | 'CancelReservation'
  | 'ListProviderDay'
  | 'GetReservation';

/** The scheduler's RPCs on one side, in this process, as patients, reception and services call them. */
export type Calls = {
  search(patientId: string, specialtyId: string): Promise<void>;
  hold(patientId: string, slotId: string): Promise<void>;
  book(patientId: string, slotId: string): Promise<Booked>;
  move(booked: Booked, slotId: string): Promise<Booked>;
  cancel(booked: Booked): Promise<void>;
  listDay(providerId: string, day: Date): Promise<void>;
  get(appointmentId: string): Promise<void>;
};

export function callsOn({ scheduler, log }: Work): Calls {
  const rpcs = schedulerRpcs(scheduler);
  const call = async (caller: Caller, method: Method, request: object): Promise<unknown> => {
    const context: CallContext = {
      caller,
      deadline: Date.now() + TIMEOUT_MS,
      trace: newTrace(),
      log,
      signal: new AbortController().signal,
    };
    const { requestSerialize, requestDeserialize } = definition[method];
    const handle = rpcs[method].handle as (said: unknown, context: CallContext) => Promise<unknown>;
    return handle(requestDeserialize(requestSerialize(request as never)), context);
  };
  const patient = (personId: string): Caller => ({
    kind: 'person',
    personId,
    capacity: 'patient',
    groups: ['Patients'],
  });
  const reception: Caller = {
    kind: 'person',
    personId: randomUUID(),
    capacity: 'staff',
    groups: ['Receptionists'],
  };
  const agreed = { otherRegionAgreed: true, stepsAgreed: true };
  const toBooked = (reply: unknown, patientId: string): Booked => {
    const { appointmentId, version } = (reply as { reservation: Booked }).reservation;
    return { appointmentId, patientId, version };
  };
  return {
    async search(patientId, specialtyId) {
      const request = { specialtyId, pageToken: '', pageSize: 20, urgency: 'URGENCY_ROUTINE' };
      await call(patient(patientId), 'SearchSlots', request);
    },
    async hold(patientId, slotId) {
      await call(patient(patientId), 'HoldSlot', { patientId, slotId, ...agreed });
    },
    async book(patientId, slotId) {
      const request = {
        appointmentId: randomUUID(),
        patientId,
        slotId,
        reason: 'Palpitations',
        operationKey: randomUUID(),
        urgency: 'URGENCY_ROUTINE',
        ...agreed,
      };
      return toBooked(await call(patient(patientId), 'Reserve', request), patientId);
    },
    async move({ appointmentId, patientId, version }, slotId) {
      const request = {
        appointmentId,
        expectedVersion: version,
        slotId,
        operationKey: randomUUID(),
        ...agreed,
      };
      return toBooked(await call(patient(patientId), 'MoveReservation', request), patientId);
    },
    async cancel({ appointmentId, patientId, version }) {
      const request = { appointmentId, expectedVersion: version, operationKey: randomUUID() };
      await call(patient(patientId), 'CancelReservation', request);
    },
    async listDay(providerId, day) {
      const toAt = new Date(day.getTime() + 86_400_000).toISOString();
      await call(reception, 'ListProviderDay', { providerId, fromAt: day.toISOString(), toAt });
    },
    async get(appointmentId) {
      await call({ kind: 'workload', service: 'notification' }, 'GetReservation', { appointmentId });
    },
  };
}
