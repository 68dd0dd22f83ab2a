import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import { personOf } from '@healthbooker/runtime/context';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { linkBoth, lockBoth, toLink } from '../proxies/link.ts';

const schema = z.object({ patientId: id, proxyId: id }).refine((wish) => wish.patientId !== wish.proxyId, {
  path: ['proxyId'],
  error: 'must be somebody else than the patient',
});

/** Reception lets somebody act for a patient; done already is no error. Errors: conflict when one has too many links. */
export function grantProxy({ pool, clock }: Parts): RpcOf<ProxyServiceDefinition, 'GrantProxy'> {
  return {
    callers: ['Receptionists'],
    async handle(request, context) {
      const wish = parse(schema, request);
      const link = await transaction(
        pool,
        async (tx) => {
          await lockBoth(tx, wish.patientId, wish.proxyId);
          return linkBoth(tx, { ...wish, grantedBy: personOf(context).personId, now: clock() });
        },
        { deadline: context.deadline },
      );
      return { link: toLink(link) };
    },
  };
}
