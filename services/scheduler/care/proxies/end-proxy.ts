import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import { isInGroup, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { id, parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { endLinks, lockBoth } from './link.ts';

const schema = z.object({ patientId: id, proxyId: id });

/** Ends every link between two people, by either of them, reception or privacy. It is no error when there is none. */
export function endProxy({ pool, clock, relay }: Parts): RpcOf<ProxyServiceDefinition, 'EndProxy'> {
  return {
    callers: ['Patients', 'Receptionists', 'Privacy'],
    async handle(request, context) {
      const { personId, capacity } = personOf(context);
      const { patientId, proxyId } = parse(schema, request);
      const isTheirs = capacity === 'patient' && (personId === patientId || personId === proxyId);
      const isStaff = isInGroup(context.caller, 'Receptionists') || isInGroup(context.caller, 'Privacy');
      if (!isTheirs && !isStaff) throw new ServiceError('not-found', 'There is no such person.');
      await transaction(
        pool,
        async (tx) => {
          await lockBoth(tx, patientId, proxyId);
          const both = { patient_id: patientId, proxy_id: proxyId };
          await endLinks(tx, { ...both, by: personId, scope: null }, context, clock());
        },
        { deadline: context.deadline },
      );
      relay.wake();
      return {};
    },
  };
}
