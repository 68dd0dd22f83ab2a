import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { groups } from '@healthbooker/runtime/context';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, statement } from '@healthbooker/runtime/postgres';
import type { Parts } from '../parts.ts';
import { readPolicy } from './policy.ts';

const sql = {
  specialties: statement(
    'list-specialties',
    `select id, name, plain_name as "plainName" from specialty order by name, id`,
  ),
  locations: loadSql(import.meta.url, './list-locations.sql'),
  visitTypes: statement(
    'list-visit-types',
    `select id, name, specialty_id as "specialtyId", length_min as "lengthMinutes", preparation
from visit_type
order by specialty_id, name, id`,
  ),
  regions: loadSql(import.meta.url, './list-regions.sql'),
  providers: statement(
    'list-providers',
    `select p.id, p.name, p.title, p.team_id as "teamId",
  array(select specialty_id from provider_specialty ps where ps.provider_id = p.id order by 1) as "specialtyIds",
  array(select distinct location_id from session s where s.provider_id = p.id order by 1) as "locationIds"
from provider p
where p.is_active
order by p.name, p.id`,
  ),
};

/** Everything that a search can name. Each list has some tens of rows, so that there are no pages. */
export function getDirectory({ pool }: Parts): RpcOf<SchedulerServiceDefinition, 'GetDirectory'> {
  return {
    callers: [
      ...groups,
      'workload:patient-edge',
      'workload:clinic-edge',
      'workload:appointment',
      'workload:notification',
    ],
    async handle() {
      const [policy, specialties, locations, visitTypes, providers, regions] = await Promise.all([
        readPolicy(pool),
        query<{ id: string; name: string; plainName: string }>(pool, sql.specialties),
        query<{
          id: string;
          name: string;
          address: string;
          timeZone: string;
          phone: string;
          stepFreeRoute: string;
          regionId: string;
        }>(pool, sql.locations),
        query<{ id: string; name: string; specialtyId: string; lengthMinutes: number; preparation: string }>(
          pool,
          sql.visitTypes,
        ),
        query<{
          id: string;
          name: string;
          title: string;
          teamId: string;
          specialtyIds: string[];
          locationIds: string[];
        }>(pool, sql.providers),
        query<{ id: string; name: string }>(pool, sql.regions),
      ]);
      return {
        specialties,
        locations,
        visitTypes,
        providers,
        regions,
        lateCancellationHours: policy.late_cancellation_hours,
      };
    },
  };
}
