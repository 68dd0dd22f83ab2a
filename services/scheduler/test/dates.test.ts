import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import type { DecisionServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/DecisionService';
import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import { writePage } from '../page.ts';
import { anAdmin, type Person, startScheduler, type TestScheduler, theProvider } from './service.ts';

let scheduler: TestScheduler;
let admin: Person;
let doctor: Person;
let call: {
  leave: GrpcClient<LeaveServiceDefinition>['call'];
  decisions: GrpcClient<DecisionServiceDefinition>['call'];
  availability: GrpcClient<AvailabilityServiceDefinition>['call'];
};
before(async () => {
  scheduler = await startScheduler();
  admin = await anAdmin();
  doctor = await theProvider(scheduler.hospital.heart.provider);
  const of = (name: string) => `healthbooker.scheduler.v1.${name}`;
  call = {
    leave: scheduler.service(of('LeaveService')),
    decisions: scheduler.service(of('DecisionService')),
    availability: scheduler.service(of('AvailabilityService')),
  };
});
after(() => scheduler.close());

const isInvalid = { kind: 'invalid' };

test('a day or an instant that no calendar of a hospital has is refused in each question', async () => {
  const providerId = scheduler.hospital.heart.provider;
  const period = (firstDate: string, lastDate: string) => ({ firstDate, lastDate, fromTime: '', toTime: '' });
  const days = ['', 'x', '0000-01-01', '0001-01-01', '9999-12-31', '2023-02-29', '2200-01-01'];
  for (const date of days) {
    const at = `${date}T00:00:00Z`;
    const asked: [string, () => Promise<unknown>][] = [
      ['day', () => scheduler.call('ListProviderDay', { providerId, fromAt: at, toAt: date }, doctor.as())],
      [
        'apply',
        () =>
          call.leave(
            'ApplyLeave',
            { leaveId: randomUUID(), providerId, period: period(date, date), operationKey: randomUUID() },
            admin.as(),
          ),
      ],
      ['week', () => call.availability('ListProviderWeek', { providerId, firstDate: date }, admin.as())],
      ['sessions', () => call.availability('ListSessions', { providerId, fromDate: date }, admin.as())],
      ['closures', () => call.availability('ListClosures', { fromDate: date }, admin.as())],
      [
        'closure',
        () =>
          call.availability(
            'AddClosure',
            { closure: { id: randomUUID(), firstDate: date, lastDate: date, note: 'Closed' }, dryRun: true },
            admin.as(),
          ),
      ],
      ['leave', () => call.leave('ListLeave', { fromDate: date }, admin.as())],
      ['plan', () => call.leave('PlanLeave', { providerId, period: period(date, date) }, admin.as())],
      [
        'optimality',
        () =>
          call.leave(
            'ReportOptimality',
            { specialtyId: 'cardiology', firstDate: date, lastDate: date },
            admin.as(),
          ),
      ],
      ['decisions', () => call.decisions('ListDecisions', { fromAt: at, toAt: at }, admin.as())],
      ['slots', () => scheduler.call('SearchSlots', { specialtyId: 'cardiology', fromAt: at }, admin.as())],
    ];
    // No date at all is the default of some.
    const optional = ['week', 'sessions', 'closures', 'leave'];
    for (const [name, ask] of asked.filter(([name]) => date !== '' || !optional.includes(name)))
      await assert.rejects(ask(), isInvalid, `${name} of ${date}`);
  }
});

test('a page token that was made up is refused, whatever it says', async () => {
  const providerId = scheduler.hospital.heart.provider;
  const times = ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-02-30T00:00:00Z'];
  for (const time of times) {
    const pageToken = writePage([time, randomUUID()]);
    await assert.rejects(call.leave('ListLeave', { pageToken }, admin.as()), isInvalid);
    await assert.rejects(call.leave('ListWorklist', { pageToken }, admin.as()), isInvalid);
    const slots = { specialtyId: 'cardiology', pageToken };
    await assert.rejects(scheduler.call('SearchSlots', slots, admin.as()), isInvalid);
  }
  const decided = '2026-01-01T00:00:00.000Z';
  for (const last of [9_999_999_999, -9_999_999_999]) {
    const pageToken = writePage([decided, randomUUID(), last]);
    await assert.rejects(call.decisions('ListDecisions', { pageToken }, admin.as()), isInvalid);
    const weekdays = { providerId, pageToken: writePage([last, '09:00:00', randomUUID()]) };
    await assert.rejects(call.availability('ListSessions', weekdays, admin.as()), isInvalid);
  }
  const starts = { providerId, pageToken: writePage([1, 'soon', randomUUID()]) };
  await assert.rejects(call.availability('ListSessions', starts, admin.as()), isInvalid);
});
