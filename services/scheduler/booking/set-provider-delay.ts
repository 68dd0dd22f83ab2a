import type { LatenessServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LatenessService';
import { isInGroup, personOf } from '@healthbooker/runtime/context';
import { rfc3339 } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, statement, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { toTraceparent } from '@healthbooker/runtime/trace';
import { z } from 'zod';
import { lockProviders } from '../locks.ts';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const sql = {
  set: loadSql(import.meta.url, './set-provider-delay.sql'),
  /** The patients whose visit with the provider on that local date is not over. */
  waiting: statement(
    'who-waits-today',
    `select distinct r.patient_id
from reservation r
where r.provider_id = $1 and lower(r.during) >= $2::date - interval '1 day' and lower(r.during) < $2::date + interval '2 days'
  and r.local_start::date = $2 and r.status in ('booked', 'arrived', 'checked-in')
limit 200`,
  ),
  event: statement(
    'insert-delay-event',
    `insert into outbox(key, version, type, payload, traceparent, created_at)
values ($1, $2, 'provider.delayed', $3, $4, $5)`,
  ),
};
const schema = z.object({
  providerId: id,
  delayMinutes: z.int().min(0, 'must be 0 to 240').max(240, 'must be 0 to 240'),
});

/**
 * Says how many minutes a provider is behind today, and tells the open pages of the patients who wait. Errors:
 * not-found for everybody but reception and the provider, and for a provider without sessions.
 */
export function setProviderDelay(parts: Parts): RpcOf<LatenessServiceDefinition, 'SetProviderDelay'> {
  const { pool, clock, relay } = parts;
  return {
    callers: ['Providers', 'Receptionists'],
    async handle(request, context) {
      const { providerId, delayMinutes } = parse(schema, request);
      const isOwn = personOf(context).personId === providerId;
      if (!isOwn && !isInGroup(context.caller, 'Receptionists')) throw noSuchProvider();
      const now = clock();
      const say = async (tx: Transaction) => {
        await lockProviders(tx, [providerId]);
        const days = await query<{ day: string; version: number }>(tx, sql.set, [
          providerId,
          delayMinutes,
          now,
        ]);
        if (days.length === 0) throw noSuchProvider();
        for (const { day, version } of days) {
          const waiting = await query<{ patient_id: string }>(tx, sql.waiting, [providerId, day]);
          const patientIds = waiting.map(({ patient_id }) => patient_id);
          const news = { providerId, day, delayMinutes, patientIds };
          const traceparent = toTraceparent(context.trace);
          await query(tx, sql.event, [`${providerId}/${day}`, version, news, traceparent, now]);
        }
      };
      await transaction(pool, say, { deadline: context.deadline });
      relay.wake();
      return { delayMinutes, changedAt: rfc3339(now) };
    },
  };
}

function noSuchProvider(): ServiceError {
  return new ServiceError('not-found', 'There is no such provider.');
}
