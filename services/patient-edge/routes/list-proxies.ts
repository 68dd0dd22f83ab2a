import type { Peers } from '@healthbooker/edge/peers';
import { listPeople } from '@healthbooker/edge/people';
import { Instant } from '@healthbooker/protos/json/slot';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

const name = z.string().describe('Empty while names cannot be read');

const Proxies = z.strictObject({
  actsFor: z.array(z.strictObject({ personId: z.string(), name, birthDate: z.string(), since: Instant })),
  proxies: z.array(z.strictObject({ personId: z.string(), name, since: Instant })),
  openCodesExpireAt: z.array(Instant).describe('When the codes that nobody has entered run out'),
});

export function listProxies({ proxies, appointment }: Peers): Route {
  return route({
    method: 'GET',
    path: '/v1/proxies',
    callers: ['Patients'],
    summary: 'Whom the caller acts for, and who acts for them',
    responses: { 200: Proxies },
    async handle({ context }) {
      const links = await proxies.call('ListProxies', {}, forward(context, { idempotent: true }));
      const personIds = [
        ...links.actsFor.map(({ patientId }) => patientId),
        ...links.proxies.map(({ proxyId }) => proxyId),
      ];
      const known = await listPeople(appointment, personIds, context);
      return {
        status: 200,
        body: {
          actsFor: links.actsFor.map(({ patientId: personId, since }) => ({
            ...{ personId, name: known.get(personId)?.name ?? '', since },
            birthDate: known.get(personId)?.birthDate ?? '',
          })),
          proxies: links.proxies.map(({ proxyId: personId, since }) => ({
            ...{ personId, name: known.get(personId)?.name ?? '', since },
          })),
          openCodesExpireAt: links.openInvitationsExpireAt,
        },
      };
    },
  });
}
