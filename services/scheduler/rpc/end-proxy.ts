import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import { isInGroup, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const end = loadSql(import.meta.url, '../sql/end-proxy.sql');
const schema = z.object({ patientId: id, proxyId: id });

/** Ends a link, by either side or reception. One that has ended, or never was, is ended as well. */
export function endProxy({ pool, clock }: Parts): RpcOf<ProxyServiceDefinition, 'EndProxy'> {
  return {
    callers: ['Patients', 'Receptionists'],
    async handle(request, context) {
      const { personId, capacity } = personOf(context);
      const { patientId, proxyId } = parse(schema, request);
      const isTheirs = capacity === 'patient' && (personId === patientId || personId === proxyId);
      if (!isTheirs && !isInGroup(context.caller, 'Receptionists')) {
        throw new ServiceError('not-found', 'There is no such person.');
      }
      await query(pool, end, [patientId, proxyId, clock()]);
      return {};
    },
  };
}
