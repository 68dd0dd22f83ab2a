import { randomUUID } from 'node:crypto';
import type { RpcRule } from './rpc-rules.ts';
import { noPerson, only } from './rules.ts';

const day_ms = 86_400_000;
const date = (days: number) => new Date(Date.now() + days * day_ms).toISOString().slice(0, 10);
const office = only({ provider: 'ok', stranger: 'ok', reception: 'ok', admin: 'ok' });
const itsOffice = only({ provider: 'ok', stranger: 'not-found', reception: 'ok', admin: 'ok' });
const anyAdmin = only({ admin: 'ok' });
const worklist = only({ reception: 'ok', admin: 'ok' });
const key = () => ({ operationKey: randomUUID() });
const period = (days: number) => ({ firstDate: date(days), lastDate: date(days), fromTime: '', toTime: '' });
/** Each leave is on a day of its own. */
let leaves = 0;

/** The numbers as the hospital of the tests has them, so that a change of them changes nothing under the other tests. */
export const samePolicy = {
  proxyChildUntilAgeYears: 16,
  proxyConfirmWithinHours: 24,
  proxyByStaffForDays: 365,
  openVisitsPerSpecialty: 100_000,
  openSeriesPerSpecialty: 100_000,
  newVisitsPerDay: 100_000,
  movesPerDay: 100_000,
  waitingPlaces: 1000,
  lateCancellationHours: 24,
};

/** Availability and leave. Where an id names nothing, a caller who may call gets `not-found`. */
export const availabilityRpcs: Record<string, RpcRule> = {
  ListSessions: { people: itsOffice, request: ({ ids }) => ({ providerId: ids.provider }) },
  PutSession: {
    people: only({ provider: 'ok', stranger: 'not-found', admin: 'ok' }),
    request: ({ ids, need }) => ({
      session: {
        id: randomUUID(),
        providerId: ids.provider,
        locationId: 'north',
        ...need,
        specialtyId: '',
        starts: '20:00',
        ends: '21:00',
        seats: 1,
        firstDate: date(80),
        lastDate: date(80),
      },
      dryRun: true,
    }),
  },
  EndSession: {
    people: only({ provider: 'not-found', stranger: 'not-found', admin: 'not-found' }),
    request: () => ({ sessionId: randomUUID(), expectedVersion: 1, dryRun: true }),
  },
  AddClosure: {
    people: anyAdmin,
    request: () => ({
      closure: { id: randomUUID(), firstDate: date(81), lastDate: date(81), note: 'Holiday' },
      dryRun: true,
    }),
  },
  ListClosures: { people: office, request: () => ({}) },
  RemoveClosure: {
    people: only({ admin: 'not-found' }),
    request: () => ({ closureId: randomUUID() }),
  },
  GetPolicy: { people: anyAdmin, request: () => ({}) },
  ChangePolicy: { people: anyAdmin, request: () => ({ policy: samePolicy, expectedVersion: 1 }) },
  ListProviderWeek: { people: itsOffice, request: ({ ids }) => ({ providerId: ids.provider }) },
  PlanLeave: {
    people: anyAdmin,
    request: ({ ids }) => ({ providerId: ids.provider, period: period(82) }),
  },
  ApplyLeave: {
    people: anyAdmin,
    request: ({ ids }) => {
      leaves += 1;
      const leave = { leaveId: randomUUID(), providerId: ids.provider, period: period(200 + leaves) };
      return { ...leave, ...key() };
    },
  },
  ListLeave: { people: itsOffice, request: ({ ids }) => ({ providerId: ids.provider }) },
  CancelLeave: {
    people: only({ admin: 'not-found' }),
    request: () => ({ leaveId: randomUUID(), expectedVersion: 1 }),
  },
  ListDisruptions: { people: worklist, request: () => ({}) },
  ListWorklist: { people: worklist, request: () => ({}) },
  SettleWorkItem: {
    people: only({ reception: 'not-found', admin: 'not-found' }),
    request: ({ appointmentId }) => ({ leaveId: randomUUID(), appointmentId, expectedVersion: 1, ...key() }),
  },
  AnswerNewTime: {
    people: only({ owner: 'ok', other: 'not-found', reception: 'ok' }),
    request: async ({ movedByClinic }) => ({
      ...(await movedByClinic()),
      answer: 'NEW_TIME_ANSWER_KEEP',
      ...key(),
    }),
  },
  ReportUnreached: {
    people: noPerson,
    workloads: ['notification'],
    request: ({ appointmentId }) => ({ appointmentId }),
  },
  ReportOptimality: {
    people: anyAdmin,
    request: ({ need }) => ({ specialtyId: need.specialtyId, firstDate: date(0), lastDate: date(0) }),
  },
};
