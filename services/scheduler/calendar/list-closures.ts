import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { addDays } from '../directory/local-time.ts';
import { cutAt } from '../page.ts';
import { optionalDate, optionalName, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { type ClosureRow, toClosure } from './closures.ts';

const list = loadSql(import.meta.url, './list-closures.sql');
const schema = z.object({ locationId: optionalName, fromDate: optionalDate });
const FAR_AHEAD_DAYS = 3660;
const MOST = 200;

/** Closures that have not ended by a date, in order. */
export function listClosures({ pool, clock }: Parts): RpcOf<AvailabilityServiceDefinition, 'ListClosures'> {
  return {
    callers: ['Providers', 'Receptionists', 'Admins'],
    async handle(request) {
      const { locationId, fromDate } = parse(schema, request);
      const from = fromDate ?? clock().toISOString().slice(0, 10);
      const until = addDays(from, FAR_AHEAD_DAYS);
      const found = await query<ClosureRow>(pool, list, [locationId, from, until, MOST + 1]);
      const { shown, isCut } = cutAt(found, MOST);
      return { closures: shown.map(toClosure), isCut };
    },
  };
}
