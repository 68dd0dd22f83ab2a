import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { isInGroup, personOf } from '@healthbooker/runtime/context';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { isColleague, noSuchColleague } from '../calendar/colleagues.ts';
import { recordAccess } from '../care/access-log/record.ts';
import { type ReservationRow, reservationColumns, toReservation } from '../history/reservation.ts';
import { cutAt } from '../page.ts';
import { id, instant, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const listDay = statement(
  'list-provider-day',
  `select ${reservationColumns}
from reservation_view r
where provider_id = $1 and start_at >= $2 and start_at < $3 and status <> 'cancelled'
order by start_at, appointment_id
limit $4`,
);
const LONGEST_MS = 8 * 86_400_000;
const MOST = 500;

const schema = z
  .object({ providerId: id, fromAt: instant, toAt: instant })
  .refine(({ fromAt, toAt }) => fromAt < toAt && toAt.getTime() - fromAt.getTime() <= LONGEST_MS, {
    path: ['toAt'],
    error: 'must be after fromAt, by 8 days at most',
  });

/**
 * The live day view: a provider's own visits or a team-mate's; reception sees everybody's, without reasons. A caller
 * who is both sees the reasons of their own team.
 */
export function listProviderDay({
  pool,
  clock,
}: Parts): RpcOf<SchedulerServiceDefinition, 'ListProviderDay'> {
  return {
    callers: ['Providers', 'Receptionists'],
    async handle(request, context) {
      const { providerId, fromAt, toAt } = parse(schema, request);
      const isOwnTeam = await isColleague(pool, context, providerId);
      if (!isOwnTeam && !isInGroup(context.caller, 'Receptionists')) throw noSuchColleague();
      const found = await query<ReservationRow>(pool, listDay, [providerId, fromAt, toAt, MOST + 1]);
      const { shown: rows, isCut } = cutAt(found, MOST);
      if (isOwnTeam) {
        const why = personOf(context).personId === providerId ? 'own-visit' : 'team';
        const access = { action: 'read', what: 'visit-reason', why } as const;
        const patientIds = rows.map(({ patient_id }) => patient_id);
        await recordAccess(pool, context, patientIds, access, clock());
      }
      const reservations = rows.map((row) => toReservation(isOwnTeam ? row : { ...row, reason: '' }));
      return { reservations, isCut };
    },
  };
}
