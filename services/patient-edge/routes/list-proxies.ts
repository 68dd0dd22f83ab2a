import type { Peers } from '@healthbooker/edge/peers';
import { listPeople } from '@healthbooker/edge/people';
import { linkTerms, linkTermsJson } from '@healthbooker/protos/json/proxy';
import { Instant } from '@healthbooker/protos/json/slot';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

const name = z.string().describe('Empty while names cannot be read');

const Proxies = z.strictObject({
  actsFor: z.array(z.strictObject({ personId: z.string(), name, birthDate: z.string(), ...linkTerms })),
  proxies: z.array(z.strictObject({ personId: z.string(), name, ...linkTerms })),
  unconfirmed: z
    .array(z.strictObject({ personId: z.string(), name, ...linkTerms, confirmBy: Instant }))
    .describe(
      'Who was to see the record, by staff; nothing is open to them until a colleague has confirmed it',
    ),
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
        ...links.unconfirmed.map(({ proxyId }) => proxyId),
      ];
      const known = await listPeople(appointment, personIds, context);
      const who = (personId: string) => ({ personId, name: known.get(personId)?.name ?? '' });
      return {
        status: 200,
        body: {
          actsFor: links.actsFor.map((link) => ({
            ...who(link.patientId),
            birthDate: known.get(link.patientId)?.birthDate ?? '',
            ...linkTermsJson(link),
          })),
          proxies: links.proxies.map((link) => ({ ...who(link.proxyId), ...linkTermsJson(link) })),
          unconfirmed: links.unconfirmed.map((link) => ({
            ...who(link.proxyId),
            ...linkTermsJson(link),
            confirmBy: link.confirmBy,
          })),
          openCodesExpireAt: links.openInvitationsExpireAt,
        },
      };
    },
  });
}
