import type { Peers } from '@healthbooker/edge/peers';
import { listPeople } from '@healthbooker/edge/people';
import { Instant } from '@healthbooker/protos/json/slot';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { nothing, type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

const Link = z.strictObject({
  personId: z.string(),
  name: z.string().describe('Empty while names cannot be read'),
  since: Instant,
});
const params = z.strictObject({ id: z.guid() });

export function listPatientProxies({ proxies, appointment }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/patients/:id/proxies',
    callers: ['Receptionists'],
    summary: 'Who acts for a patient, and whom the patient acts for',
    params,
    responses: { 200: z.strictObject({ proxies: z.array(Link), actsFor: z.array(Link) }) },
    async handle({ params: { id: personId }, context }) {
      const links = await proxies.call('ListProxies', { personId }, forward(context, { idempotent: true }));
      const theirs = links.proxies.map(({ proxyId, since }) => ({ personId: proxyId, since }));
      const others = links.actsFor.map(({ patientId, since }) => ({ personId: patientId, since }));
      const ids = [...theirs, ...others].map((link) => link.personId);
      const people = await listPeople(appointment, ids, context);
      const named = (link: { personId: string; since: string }) => ({
        ...link,
        name: people.get(link.personId)?.name ?? '',
      });
      return { status: 200, body: { proxies: theirs.map(named), actsFor: others.map(named) } };
    },
  });
}

/** Both have to be known people: the scheduler, which keeps the link, knows ids only. Repeating it changes nothing. */
export function grantProxy({ proxies, appointment }: Peers): Route {
  return route({
    method: 'PUT',
    path: '/clinic/v1/patients/:id/proxies/:proxyId',
    callers: ['Receptionists'],
    summary: 'Lets somebody act for a patient, after reception has seen who they are',
    params: z.strictObject({ id: z.guid(), proxyId: z.guid() }),
    responses: { 200: z.strictObject({ since: Instant }) },
    problems: [404, 409],
    async handle({ params: { id: patientId, proxyId }, context }) {
      const asCaller = forward(context, { idempotent: true });
      await Promise.all(
        [patientId, proxyId].map((personId) => appointment.call('GetProfile', { personId }, asCaller)),
      );
      const { link } = await proxies.call('GrantProxy', { patientId, proxyId }, asCaller);
      return { status: 200, body: { since: present(link, 'link').since } };
    },
  });
}

export function endPatientProxy({ proxies }: Peers): Route {
  return route({
    method: 'DELETE',
    path: '/clinic/v1/patients/:id/proxies/:proxyId',
    callers: ['Receptionists'],
    summary: 'Lets somebody act for a patient no longer',
    params: z.strictObject({ id: z.guid(), proxyId: z.guid() }),
    responses: { 204: nothing },
    async handle({ params: { id: patientId, proxyId }, context }) {
      await proxies.call('EndProxy', { patientId, proxyId }, forward(context, { idempotent: true }));
      return { status: 204, body: undefined };
    },
  });
}
