import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { yesterdayOf } from '../directory/local-time.ts';
import { lockClosures } from '../locks.ts';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const sql = {
  remove: statement('delete-closure', `delete from closure where id = $1 returning location_id`),
  /**
   * Marks the sessions of a location, or all, that have not ended by $2, so that the job compares their slots again.
   */
  compare: statement(
    'compare-location-sessions',
    `update session set materialised_until = null
where ($1::text is null or location_id = $1) and coalesce(upper(effective), 'infinity') > $2::date`,
  ),
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
          await lockClosures(tx, 'alone');
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
