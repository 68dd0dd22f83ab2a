import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { groups } from '@healthbooker/runtime/context';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import type { Parts } from '../parts.ts';
import { readPolicy } from '../policy.ts';

const sql = {
  specialties: loadSql(import.meta.url, '../sql/list-specialties.sql'),
  locations: loadSql(import.meta.url, '../sql/list-locations.sql'),
  visitTypes: loadSql(import.meta.url, '../sql/list-visit-types.sql'),
  regions: loadSql(import.meta.url, '../sql/list-regions.sql'),
  providers: loadSql(import.meta.url, '../sql/list-providers.sql'),
};

/** What a search can name: some tens of rows each, so that they come whole. */
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
