import type { IdentityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityService';
import { personOf } from '@healthbooker/runtime/context';
import { type FieldError, ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { toRequest } from '../identity.ts';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { orNothing, profileFields, words } from '../profile-fields.ts';
import { idAt } from '../tables/account-change.ts';
import { owe } from '../tables/owed.ts';
import {
  changeProfile,
  findProfile,
  type IdentityDetails,
  type IdentityRequestItem,
  type ProfileItem,
} from '../tables/profile.ts';

/** How often somebody may ask on one day (UTC): enough to correct a mistake, without needless work for reception. */
const requests_a_day = 3;
const day_ms = 86_400_000;

const askRequest = z.object({
  wanted: z.object(
    {
      name: orNothing(profileFields.name),
      birthDate: orNothing(profileFields.birthDate),
      sex: z.union([z.literal(''), profileFields.sex]),
    },
    { error: 'must say what is to change' },
  ),
  reason: words,
});

/**
 * A patient asks for another legal name, birth date or sex. Nothing changes until reception confirms it.
 * @throws ServiceError invalid, not-found, conflict (one is open, or the profile is being changed), rate-limited, unavailable
 */
export function requestIdentityChange({
  store,
  clock,
  measures,
}: Parts): RpcOf<IdentityServiceDefinition, 'RequestIdentityChange'> {
  return {
    callers: ['Patients'],
    async handle(request, context) {
      const { wanted: given, reason } = parse(askRequest, request);
      const { personId } = personOf(context);
      const now = clock();
      const profile = await findProfile(store, personId, context.signal);
      if (profile === undefined) throw new ServiceError('not-found', 'There is no such profile.');
      const wanted = whatChanges(given, profile);
      if (profile.identityRequest !== undefined) {
        throw new ServiceError(
          'conflict',
          'You have asked for a change already. Withdraw it to ask for another.',
          {
            details: { reason: 'open' },
          },
        );
      }
      const asked: IdentityRequestItem = {
        id: idAt(now),
        wanted,
        reason,
        requestedAt: now.toISOString(),
      };
      await owe(store, 'requests', personId, now, { id: asked.id, signal: context.signal });
      const change = { identityRequest: asked, identityAsked: countToday(profile, now) };
      const changed = await changeProfile(store, personId, profile.version, change, context.signal);
      if (changed === undefined) {
        throw new ServiceError('conflict', 'Your profile was changed elsewhere in the meantime.', {
          details: { reason: 'busy' },
        });
      }
      measures.identityRequests.inc({ outcome: 'asked' });
      return { request: toRequest(asked) };
    },
  };
}

/** The fields to be changed. @throws ServiceError invalid when a given field is as it is already, or none is given */
function whatChanges(given: z.output<typeof askRequest>['wanted'], profile: ProfileItem): IdentityDetails {
  const fields = (['name', 'birthDate', 'sex'] as const).filter((field) => given[field] !== '');
  const errors: FieldError[] = fields
    .filter((field) => given[field] === profile[field])
    .map((field) => ({ field: `wanted.${field}`, message: 'is what we have on file already' }));
  if (fields.length === 0) errors.push({ field: 'wanted', message: 'must say what is to change' });
  if (errors.length > 0) throw new ServiceError('invalid', 'Some fields are not right.', { fields: errors });
  return Object.fromEntries(fields.map((field) => [field, given[field]]));
}

/** @throws ServiceError rate-limited */
function countToday({ identityAsked }: ProfileItem, now: Date): { date: string; count: number } {
  const date = now.toISOString().slice(0, 10);
  const count = identityAsked?.date === date ? identityAsked.count : 0;
  if (count < requests_a_day) return { date, count: count + 1 };
  throw new ServiceError(
    'rate-limited',
    'You have asked often today. Please try again tomorrow, or call us.',
    {
      retryAfterMs: day_ms - (now.getTime() % day_ms),
    },
  );
}
