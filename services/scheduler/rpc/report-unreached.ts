import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const report = loadSql(import.meta.url, '../sql/report-unreached.sql');

const schema = z.object({ appointmentId: id });

/**
 * Puts a visit that was moved on the worklist, since its patient hears of it by no message. Nothing happens where nobody is
 * asked any more, and when it was reported before.
 */
export function reportUnreached({ pool, clock }: Parts): RpcOf<LeaveServiceDefinition, 'ReportUnreached'> {
  return {
    callers: ['workload:notification'],
    async handle(request) {
      await query(pool, report, [parse(schema, request).appointmentId, clock()]);
      return {};
    },
  };
}
