import type { Policy as PolicyMessage } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Policy';
import type { PolicyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/PolicyService';
import { personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, statement, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { expectedVersion, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { type Policy, policyBounds, readPolicy } from './policy.ts';

const sql = {
  change: loadSql(import.meta.url, './change-policy.sql'),
  record: statement(
    'insert-policy-change',
    `insert into policy_change(version, changed_by, changed_at, differences) values ($1, $2, $3, $4)`,
  ),
};

function numberOf(name: keyof Policy) {
  const [least, most] = policyBounds[name];
  return z.int().min(least).max(most);
}

const schema = z.object({
  policy: z.object(
    {
      proxyChildUntilAgeYears: numberOf('proxy_child_until_age_years'),
      proxyConfirmWithinHours: numberOf('proxy_confirm_within_hours'),
      proxyByStaffForDays: numberOf('proxy_by_staff_for_days'),
      openVisitsPerSpecialty: numberOf('open_visits_per_specialty'),
      openSeriesPerSpecialty: numberOf('open_series_per_specialty'),
      newVisitsPerDay: numberOf('new_visits_per_day'),
      movesPerDay: numberOf('moves_per_day'),
      waitingPlaces: numberOf('waiting_places'),
      lateCancellationHours: numberOf('late_cancellation_hours'),
    },
    { error: 'must be given' },
  ),
  expectedVersion,
});

/**
 * Replaces the policy's numbers, and records who changed which number, with its old and its new value. Equal numbers
 * change nothing. Errors: invalid for a number out of its bounds; conflict for another version (details.currentVersion).
 */
export function changePolicy({ pool, clock }: Parts): RpcOf<PolicyServiceDefinition, 'ChangePolicy'> {
  return {
    callers: ['Admins'],
    async handle(request, context) {
      const { policy, expectedVersion: version } = parse(schema, request);
      const { personId } = personOf(context);
      const wanted = toRow(policy);
      const change = async (tx: Transaction) => {
        const current = await readPolicy(tx);
        if (current.version !== version) throw stale(current.version);
        const differences = differencesBetween(current, wanted);
        if (Object.keys(differences).length === 0) return version;
        const [changed] = await query<{ version: number }>(tx, sql.change, [version, wanted]);
        if (changed === undefined) throw stale(version + 1);
        await query(tx, sql.record, [changed.version, personId, clock(), differences]);
        return changed.version;
      };
      const made = await transaction(pool, change, { deadline: context.deadline, attempts: 3 });
      return { policy, version: made };
    },
  };
}

function differencesBetween(before: Policy, after: Policy): Record<string, [number, number]> {
  const names = Object.keys(policyBounds) as (keyof Policy)[];
  return Object.fromEntries(
    names.flatMap((name) => (before[name] === after[name] ? [] : [[name, [before[name], after[name]]]])),
  );
}

function stale(currentVersion: number): ServiceError {
  return new ServiceError('conflict', 'Somebody has changed the policy in the meantime. Look at it again.', {
    details: { currentVersion: String(currentVersion) },
  });
}

function toRow(policy: z.output<typeof schema>['policy']): Policy {
  return {
    proxy_child_until_age_years: policy.proxyChildUntilAgeYears,
    proxy_confirm_within_hours: policy.proxyConfirmWithinHours,
    proxy_by_staff_for_days: policy.proxyByStaffForDays,
    open_visits_per_specialty: policy.openVisitsPerSpecialty,
    open_series_per_specialty: policy.openSeriesPerSpecialty,
    new_visits_per_day: policy.newVisitsPerDay,
    moves_per_day: policy.movesPerDay,
    waiting_places: policy.waitingPlaces,
    late_cancellation_hours: policy.lateCancellationHours,
  };
}

/** The contract's Policy. */
export function toPolicy(row: Policy): PolicyMessage {
  return {
    proxyChildUntilAgeYears: row.proxy_child_until_age_years,
    proxyConfirmWithinHours: row.proxy_confirm_within_hours,
    proxyByStaffForDays: row.proxy_by_staff_for_days,
    openVisitsPerSpecialty: row.open_visits_per_specialty,
    openSeriesPerSpecialty: row.open_series_per_specialty,
    newVisitsPerDay: row.new_visits_per_day,
    movesPerDay: row.moves_per_day,
    waitingPlaces: row.waiting_places,
    lateCancellationHours: row.late_cancellation_hours,
  };
}
