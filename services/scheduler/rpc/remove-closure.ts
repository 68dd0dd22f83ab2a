import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { yesterdayOf } from '../availability/local-time.ts';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const sql = {
  lock: loadSql(import.meta.url, '../sql/lock-closures.sql'),
  remove: loadSql(import.meta.url, '../sql/delete-closure.sql'),
  compare: loadSql(import.meta.url, '../sql/compare-location-sessions.sql'),
};
const schema = z.object({ closureId: id });

/** Removes a closure. Its slots come back with the next run of the job that makes slots. */
export function removeClosure({ pool, clock }: Parts): RpcOf<AvailabilityServiceDefinition, 'RemoveClosure'> {
  return {
    callers: ['Admins'],
    async handle(request, { deadline }) {
      const { closureId } = parse(schema, request);
      await transaction(
        pool,
        async (tx) => {
          await query(tx, sql.lock, [true]);
          const [removed] = await query<{ location_id: string | null }>(tx, sql.remove, [closureId]);
          if (removed === undefined) throw new ServiceError('not-found', 'There is no such closure.');
          await query(tx, sql.compare, [removed.location_id, yesterdayOf(clock())]);
        },
        { deadline, attempts: 3 },
      );
      return {};
    },
  };
}
