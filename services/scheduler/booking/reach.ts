import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, type Pool, query, type Transaction } from '@healthbooker/runtime/postgres';
import type { AllocationRequest } from '../engine/request.ts';

const findReach = loadSql(import.meta.url, './find-reach.sql');

/** How far a patient can go. */
export type Reach = Pick<AllocationRequest, 'regionIds' | 'needsStepFree'>;

type Asked = {
  patientId: string;
  /** The regions the patient asks for; these may be more than their own. */
  regionIds?: readonly string[] | undefined;
  locationId: string | null;
};

/**
 * Where a patient can go: where they ask for, else the region of their profile, else that of their latest visit.
 * Nothing is guessed: where none of these is known the patient has to say. An access need of the profile holds in every
 * region.
 *
 * Errors: invalid, for a region that does not exist, and with details.reason `region-needed` where nothing is known.
 */
export async function reachOf(
  on: Pool | Transaction,
  asked: Asked,
  field = 'need.regionIds',
): Promise<Reach> {
  const { patientId, regionIds = [], locationId } = asked;
  const [found] = await query<{
    unknown_region: string | null;
    region_ids: (string | null)[];
    needs_step_free: boolean;
  }>(on, findReach, [patientId, regionIds, locationId]);
  if (found === undefined) throw new Error('a reach is always one row');
  if (found.unknown_region !== null) throw invalid(field, 'is no region of ours');
  const known = found.region_ids.filter((id) => id !== null);
  if (known.length === 0) throw invalid(field, 'must say where the patient can go', 'region-needed');
  return { regionIds: known, needsStepFree: found.needs_step_free };
}

function invalid(field: string, message: string, reason?: string): ServiceError {
  return new ServiceError('invalid', 'Some fields are not right.', {
    fields: [{ field, message }],
    ...(reason === undefined ? {} : { details: { reason } }),
  });
}
