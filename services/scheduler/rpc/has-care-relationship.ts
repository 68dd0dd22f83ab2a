import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { personOf } from '@healthbooker/runtime/context';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const findVisit = loadSql(import.meta.url, '../sql/has-care-relationship.sql');
const schema = z.object({ patientId: id });

/** Whether somebody of the caller's team has a visit of the patient: not cancelled, from 12 months back on. */
export function hasCareRelationship({
  pool,
  clock,
}: Parts): RpcOf<SchedulerServiceDefinition, 'HasCareRelationship'> {
  return {
    callers: ['Providers'],
    async handle(request, context) {
      const { patientId } = parse(schema, request);
      const [row] = await query<{ related: boolean }>(pool, findVisit, [
        personOf(context).personId,
        patientId,
        clock(),
      ]);
      return { related: row?.related === true };
    },
  };
}
