import type { Peers } from '@healthbooker/edge/peers';
import { proxyScopes, StaffLink } from '@healthbooker/protos/json/proxy';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { calendarDate } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import { nothing, type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { namedLink, namedLinks } from '../staff-links.ts';

const both = z.strictObject({ id: z.guid(), proxyId: z.guid() });

export function listPatientProxies(peers: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/patients/:id/proxies',
    callers: ['Receptionists'],
    summary: 'Who acts for a patient, whom the patient acts for, and what waits for a colleague',
    params: z.strictObject({ id: z.guid() }),
    responses: {
      200: z.strictObject({
        proxies: z.array(StaffLink),
        actsFor: z.array(StaffLink),
        unconfirmed: z.array(StaffLink),
      }),
    },
    async handle({ params: { id: personId }, context }) {
      const outgoing = forward(context, { idempotent: true });
      const links = await peers.proxies.call('ListProxies', { personId }, outgoing);
      const [proxies, actsFor, unconfirmed] = await Promise.all(
        [links.proxies, links.actsFor, links.unconfirmed].map((some) => namedLinks(peers, some, context)),
      );
      return {
        status: 200,
        body: { proxies: proxies ?? [], actsFor: actsFor ?? [], unconfirmed: unconfirmed ?? [] },
      };
    },
  });
}

/**
 * Both must have profiles: the scheduler, which keeps the link, knows only ids, and this edge tells it how old the
 * patient is. Repeating it changes nothing.
 */
export function grantProxy(peers: Peers): Route {
  const words = z.string().trim().min(3).max(500);
  return route({
    method: 'PUT',
    path: '/clinic/v1/patients/:id/proxies/:proxyId',
    callers: ['Receptionists'],
    summary:
      'Lets somebody act for a patient, after reception has seen who they are; an adult’s record opens when a colleague has confirmed it',
    params: both,
    body: z.strictObject({
      scope: proxyScopes.schema,
      evidence: words.describe('What was shown'),
      reason: words.describe('Why somebody is to act for the patient'),
      lastDate: calendarDate
        .exactOptional()
        .describe('The last day it shall work; as long as the policy lets it, if left out'),
    }),
    responses: { 200: StaffLink },
    problems: [404, 409],
    async handle({ params: { id: patientId, proxyId }, body, context }) {
      const asCaller = forward(context, { idempotent: true });
      const [patient, proxy] = await Promise.all(
        [patientId, proxyId].map((personId) => peers.appointment.call('GetProfile', { personId }, asCaller)),
      );
      // People act for a patient at the patients' portal. Staff first become patients there.
      for (const reply of [patient, proxy]) {
        if (present(reply?.profile, 'profile').medicalRecordNumber === '') {
          throw new ServiceError('not-found', 'There is no patient with this id.');
        }
      }
      const { scope, evidence, reason, lastDate = '' } = body;
      const { link } = await peers.proxies.call(
        'GrantProxy',
        {
          patientId,
          proxyId,
          scope: proxyScopes.toName(scope),
          evidence,
          reason,
          lastDate,
          patientBirthDate: present(patient?.profile, 'profile').birthDate,
        },
        peers.vouched(context, 'scheduler'),
      );
      return { status: 200, body: await namedLink(peers, present(link, 'link'), context) };
    },
  });
}

export function endPatientProxy({ proxies }: Peers): Route {
  return route({
    method: 'DELETE',
    path: '/clinic/v1/patients/:id/proxies/:proxyId',
    callers: ['Receptionists', 'Privacy'],
    summary: 'Lets somebody act for a patient no longer',
    params: both,
    responses: { 204: nothing },
    async handle({ params: { id: patientId, proxyId }, context }) {
      await proxies.call('EndProxy', { patientId, proxyId }, forward(context, { idempotent: true }));
      return { status: 204, body: undefined };
    },
  });
}
