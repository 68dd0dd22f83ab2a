import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { lockPatients } from '../locks.ts';
import { id, optionalName, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const sql = {
  regions: loadSql(import.meta.url, './list-regions.sql'),
  set: loadSql(import.meta.url, './set-patient-reach.sql'),
};

const schema = z.object({
  patientId: id,
  regionId: optionalName,
  needsStepFree: z.boolean(),
  profileVersion: z.int().min(1),
});

/**
 * Keeps where a patient can go, as their profile says. An older version of the profile never replaces a newer one.
 * Errors: invalid for a region that does not exist.
 */
export function setPatientReach({
  pool,
  clock,
}: Parts): RpcOf<SchedulerServiceDefinition, 'SetPatientReach'> {
  return {
    callers: ['workload:appointment'],
    async handle(message, { deadline }) {
      const { patientId, regionId, needsStepFree, profileVersion } = parse(schema, message);
      const regions = await query<{ id: string }>(pool, sql.regions);
      if (regionId !== null && !regions.some((region) => region.id === regionId)) {
        throw new ServiceError('invalid', 'Some fields are not right.', {
          fields: [{ field: 'regionId', message: 'is no region of ours' }],
        });
      }
      // Who looks for a slot for the patient just now has read what they could reach before.
      const keep = async (tx: Transaction) => {
        await lockPatients(tx, [patientId]);
        await query(tx, sql.set, [patientId, regionId, needsStepFree, profileVersion, clock()]);
      };
      await transaction(pool, keep, { deadline });
      return {};
    },
  };
}
