import { isDeepStrictEqual } from 'node:util';
import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import { personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { expectedVersion, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { profileFields } from '../profile-fields.ts';
import { reachIn, tellScheduler } from '../regions/tell-scheduler.ts';
import { changeAccount, idAt } from '../tables/account-change.ts';
import { owe } from '../tables/owed.ts';
import {
  changeProfile,
  findProfile,
  type ProfileChange,
  type ProfileItem,
  toProfile,
} from '../tables/profile.ts';
import type { Store } from '../tables/store.ts';

const updateRequest = z.object({
  expectedVersion,
  name: profileFields.name.optional(),
  phone: profileFields.phone.optional(),
  timeZone: profileFields.timeZone.optional(),
  language: profileFields.language.optional(),
  sex: profileFields.sex.optional(),
  postcode: profileFields.postcode.optional(),
  accessNeeds: z.object({ needs: profileFields.accessNeeds }).nullish(),
  preferredName: profileFields.preferredName.optional(),
});

/** When a phone number changes several times within this time, one notice is sent. */
const toldOnceIn_ms = 3_600_000;

/**
 * A patient changes the given fields, if their profile still has the version they saw. Legal name and sex may be given
 * only unchanged: reception confirms a change of them. When a phone number changes, a notice is sent. The scheduler is told
 * where the patient can go; when that fails, the profile is saved all the same, and the scheduler is told after this call,
 * as soon as it can be reached (regions/teller.ts).
 * @throws ServiceError invalid, not-found, conflict (stale version), unavailable
 */
export function updateProfile(parts: Parts): RpcOf<AppointmentServiceDefinition, 'UpdateProfile'> {
  return {
    callers: ['Patients'],
    async handle(request, context) {
      const { store, clock } = parts;
      const { personId } = personOf(context);
      const { expectedVersion: version, accessNeeds, name, sex, ...fields } = parse(updateRequest, request);
      const known = await findProfile(store, personId, context.signal);
      if (known === undefined) throw new ServiceError('not-found', 'There is no such profile.');
      refuseOther({ name, sex }, known);
      const given: ProfileChange = { ...fields, ...(accessNeeds ? { accessNeeds: accessNeeds.needs } : {}) };
      const wanted = {
        postcode: fields.postcode ?? known.postcode,
        accessNeeds: accessNeeds?.needs ?? known.accessNeeds,
      };
      const isElsewhere = !isDeepStrictEqual(reachIn(wanted), reachIn(known));
      if (isElsewhere && known.version === version) await owe(store, 'reach', personId, clock(), context);
      const changed =
        known.version === version ? await change(store, known, given, clock(), context.signal) : undefined;
      const current = changed ?? (await findProfile(store, personId, context.signal));
      // An earlier call has saved this: its answer was lost, or it could not tell the scheduler.
      const isSaved = current?.version === version + 1 && isAsGiven(current, given);
      const saysWhere = given.postcode !== undefined || given.accessNeeds !== undefined;
      if (current !== undefined && (changed !== undefined || (saysWhere && isSaved))) {
        if (isElsewhere) await tellScheduler(parts, current, context);
        return { profile: toProfile(current) };
      }
      throw new ServiceError('conflict', 'Your profile was changed elsewhere in the meantime.', {
        details: { currentVersion: String(current?.version ?? known.version) },
      });
    },
  };
}

/** A legal name and a sex identify the patient for others: reception confirms a change of them. */
function refuseOther(
  given: { name?: string | undefined; sex?: string | undefined },
  known: ProfileItem,
): void {
  const other = (['name', 'sex'] as const).filter((each) => (given[each] ?? known[each]) !== known[each]);
  if (other.length === 0) return;
  throw new ServiceError('invalid', 'Your legal name and sex are changed by our reception: ask for it.', {
    fields: other.map((field) => ({ field, message: 'must be as it is: reception confirms another one' })),
  });
}

async function change(
  store: Store,
  known: ProfileItem,
  given: ProfileChange,
  now: Date,
  signal: AbortSignal,
): Promise<ProfileItem | undefined> {
  const phone = given.phone ?? known.phone;
  const { lastChange } = known;
  const wasTold = lastChange?.kind === 'phone' && now.getTime() - Date.parse(lastChange.at) < toldOnceIn_ms;
  if (phone === known.phone || known.phone === '' || wasTold) {
    return changeProfile(store, known.PK, known.version, given, signal);
  }
  const entry = {
    kind: 'phone',
    id: idAt(now),
    at: now.toISOString(),
    before: known.phone,
    after: phone,
  } as const;
  return changeAccount(store, known, given, entry, signal);
}

function isAsGiven(current: ProfileItem, given: ProfileChange): boolean {
  return Object.entries(given).every(
    ([name, value]) =>
      value === undefined || JSON.stringify(current[name as keyof ProfileItem]) === JSON.stringify(value),
  );
}
