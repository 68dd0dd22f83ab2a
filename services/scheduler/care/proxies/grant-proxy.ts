import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import { personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { isVisible, showsNothing } from '@healthbooker/runtime/text';
import { z } from 'zod';
import { readPolicy } from '../../directory/policy.ts';
import { id, optionalDate, parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { linkBoth, lockBoth, scopeField, toStaffLink } from './link.ts';
import { termsOf } from './terms.ts';

const words = z
  .string()
  .trim()
  .min(3, 'must have at least 3 characters')
  .max(500, 'must have at most 500 characters')
  .refine(isVisible, showsNothing);

const schema = z
  .object({
    patientId: id,
    proxyId: id,
    scope: scopeField.refine((scope) => scope !== null, { error: 'must be bookings or record' }),
    evidence: words,
    reason: words,
    lastDate: optionalDate,
    patientBirthDate: optionalDate,
  })
  .refine((wish) => wish.patientId !== wish.proxyId, {
    path: ['proxyId'],
    error: 'must be somebody else than the patient',
  });

/**
 * Reception lets somebody act for a patient, and states the evidence and the reason. A repeat is no error. The record
 * of an adult opens only when a colleague has confirmed it. Errors: forbidden to whoever is on either side of the link;
 * conflict when one has too many links, or when there is a link that ends on another day than the one asked for.
 */
export function grantProxy({ pool, clock, relay }: Parts): RpcOf<ProxyServiceDefinition, 'GrantProxy'> {
  return {
    callers: ['Receptionists'],
    async handle(request, context) {
      const { personId: grantedBy } = personOf(context);
      if (context.workload !== 'clinic-edge') {
        throw new ServiceError('forbidden', 'Only the clinic’s edge says how old a patient is.');
      }
      const wish = parse(schema, request);
      const { patientId, proxyId, scope, evidence, reason, lastDate } = wish;
      if (scope === null) throw new Error('a scope that was checked is none');
      if (grantedBy === patientId || grantedBy === proxyId) {
        throw new ServiceError('forbidden', 'You cannot set this up for yourself: ask a colleague.');
      }
      const now = clock();
      if (lastDate !== null && Date.parse(lastDate) < now.getTime() - 86_400_000) {
        throw new ServiceError('invalid', 'Some fields are not right.', {
          fields: [{ field: 'lastDate', message: 'has passed' }],
        });
      }
      const grant = async (tx: Transaction) => {
        await lockBoth(tx, patientId, proxyId);
        const asked = { birthDate: wish.patientBirthDate, lastDate, scope };
        const terms = termsOf(asked, await readPolicy(tx), now);
        const wanted = { patientId, proxyId, grantedBy, scope, evidence, reason, ...terms };
        const link = await linkBoth(tx, wanted, context, now);
        // A link that is there already keeps its end.
        if (lastDate !== null && link.expires_at?.getTime() !== terms.expiresAt?.getTime()) {
          throw new ServiceError(
            'conflict',
            'This person acts for the patient already, until another day. End that first.',
            { details: { reason: 'other-end' } },
          );
        }
        return link;
      };
      const link = await transaction(pool, grant, { deadline: context.deadline });
      relay.wake();
      return { link: toStaffLink(link) };
    },
  };
}
