import { type CallContext, isInGroup } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Pool } from '@healthbooker/runtime/postgres';
import { teamOfProvider } from '../directory/team-of-provider.ts';

/** Whether the caller manages everybody's availability. */
export function isAdmin({ caller }: CallContext): boolean {
  return isInGroup(caller, 'Admins');
}

/** Whether the caller is this provider, or one of their team. */
export async function isColleague(
  pool: Pool,
  { caller }: CallContext,
  providerId: string | null,
): Promise<boolean> {
  if (caller.kind !== 'person' || !isInGroup(caller, 'Providers') || providerId === null) return false;
  if (caller.personId === providerId) return true;
  const own = await teamOfProvider(pool, caller.personId);
  return own !== undefined && own === (await teamOfProvider(pool, providerId));
}

/**
 * Refuses a provider who asks about a member of another team, as if that person did not exist; office staff may ask
 * about everybody.
 */
export async function refuseOtherTeam(
  pool: Pool,
  context: CallContext,
  providerId: string | null,
): Promise<void> {
  if (isInGroup(context.caller, 'Admins') || isInGroup(context.caller, 'Receptionists')) return;
  if (!(await isColleague(pool, context, providerId))) throw noSuchColleague();
}

/** The error for a provider of another team, the same as for one who does not exist. */
export function noSuchColleague(): ServiceError {
  return new ServiceError('not-found', 'There is no such provider in your team.');
}

/** Providers manage nothing but extra clinics of their own: sessions on one date. */
export function refuseUnlessOwnExtra(
  context: CallContext,
  session: { provider_id: string; first_date: string; last_date: string | null },
): void {
  if (isAdmin(context)) return;
  const { caller } = context;
  if (caller.kind !== 'person' || caller.personId !== session.provider_id) {
    throw new ServiceError('not-found', 'There is no such session of yours.');
  }
  if (session.first_date !== session.last_date) {
    throw new ServiceError(
      'forbidden',
      'You can add and end extra clinics; an admin changes weekly sessions.',
    );
  }
}
