import assert from 'node:assert/strict';
import { workloadToken } from '@healthbooker/local/test/tokens';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { OutgoingContext } from '@healthbooker/runtime/context';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import { newTrace } from '@healthbooker/runtime/trace';
import type { Person, TestScheduler } from './service.ts';

export const evidence = 'Passport of both, and a letter of the patient';
export const reason = 'Cannot use a computer';

type Proxies = GrpcClient<ProxyServiceDefinition>['call'];

/** The links of a scheduler. */
export function proxiesOf(scheduler: TestScheduler): Proxies {
  return scheduler.service<ProxyServiceDefinition>('healthbooker.scheduler.v1.ProxyService');
}

/** A call of a service for nobody but itself. */
export const asService = (name: string): OutgoingContext => ({
  token: () => workloadToken(name, 'scheduler'),
  deadline: Date.now() + 5000,
  trace: newTrace(),
});

/** Somebody of the staff lets one act for the other, with the record unless said otherwise. */
export async function grant(
  proxies: Proxies,
  by: Person,
  [patient, proxy]: readonly [Person, Person],
  over: {
    scope?: 'PROXY_SCOPE_BOOKINGS' | 'PROXY_SCOPE_RECORD';
    patientBirthDate?: string;
    lastDate?: string;
    evidence?: string;
    reason?: string;
  } = {},
) {
  const wish = {
    patientId: patient.id,
    proxyId: proxy.id,
    scope: 'PROXY_SCOPE_RECORD',
    evidence,
    reason,
  } as const;
  const { link } = await proxies(
    'GrantProxy',
    { ...wish, patientBirthDate: '1980-05-04', ...over },
    by.atClinic(),
  );
  if (link === null) throw new Error('no link');
  return link;
}

/** How far somebody may go for a patient, asked as the services ask. */
export async function far(
  proxies: Proxies,
  person: Person,
  patient: Person,
): Promise<'record' | 'bookings' | 'nothing'> {
  const asked = { patientId: patient.id };
  const record = await proxies('MayActFor', { ...asked, scope: 'PROXY_SCOPE_RECORD' }, person.as());
  const bookings = await proxies('MayActFor', { ...asked, scope: 'PROXY_SCOPE_BOOKINGS' }, person.as());
  const unspecified = await proxies('MayActFor', asked, person.as());
  assert.equal(unspecified.allowed, record.allowed, 'who names no scope asks for the record');
  if (record.allowed) return 'record';
  return bookings.allowed ? 'bookings' : 'nothing';
}

/** Somebody else of the staff confirms a link. */
export const confirm = async (proxies: Proxies, by: Person, linkId: string) =>
  (await proxies('ConfirmProxy', { linkId }, by.as())).link;
