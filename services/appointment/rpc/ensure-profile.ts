import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import { type CallContext, groups, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { medicalRecordNumber } from '../medical-record-number.ts';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { email, orNothing, profileFields, roleOf } from '../profile-fields.ts';
import { saysReach, tellScheduler } from '../regions/tell-scheduler.ts';
import { changeAccount, idAt } from '../tables/account-change.ts';
import { owe } from '../tables/owed.ts';
import { keepNumber } from '../tables/patient-number.ts';
import {
  type AccountChange,
  changeProfile,
  createProfile,
  findProfile,
  metadata,
  type ProfileChange,
  type ProfileItem,
  toProfile,
} from '../tables/profile.ts';

/** Staff are known by their entry in the directory; a patient is told apart by name and birth date. */
const staffAccount = z.object({
  email,
  name: orNothing(profileFields.name),
  birthDate: orNothing(profileFields.birthDate),
  phone: profileFields.phone,
  postcode: profileFields.postcode,
});
const patientAccount = z.object({
  email,
  name: profileFields.name,
  birthDate: profileFields.birthDate,
  phone: profileFields.phone,
  postcode: profileFields.postcode,
});
/** What is taken from the account when the person has a profile already. */
const knownAccount = z.object({ email });

/**
 * The caller's profile, made on their first sign-in. Each sign-in takes the e-mail address from the account, each sign-in
 * as staff the role. A member of staff who signs in as a patient also gets what only patients need: a medical record
 * number, a name and a birth date. The person changes everything else themselves.
 * @throws ServiceError invalid (with the fields without which there can be no profile), forbidden, unavailable
 */
export function ensureProfile(parts: Parts): RpcOf<AppointmentServiceDefinition, 'EnsureProfile'> {
  return {
    callers: groups,
    // The user pool has checked what the account says; a person's own word for it would not be enough.
    vouchers: ['patient-edge', 'clinic-edge'],
    async handle(request, context) {
      const { store, clock } = parts;
      const { personId, capacity, groups: counting } = personOf(context);
      const role = roleOf(counting);
      if (role === undefined) throw new ServiceError('forbidden', 'You may not do this.');

      const known = await findProfile(store, personId, context.signal);
      if (known === undefined) {
        const account = parse(role === 'patient' ? patientAccount : staffAccount, request);
        const fresh = newProfile(personId, role, account);
        // Before the profile, so that every number in a profile finds its patient.
        await keepNumber(store, fresh, context.signal);
        if (saysReach(fresh)) await owe(store, 'reach', personId, clock(), context);
        const created = await createProfile(store, fresh, context.signal);
        if (created && saysReach(fresh)) await tellAgain(parts, fresh, context);
        // Another call was faster: the same person in another tab.
        const profile = created ? fresh : await findProfile(store, personId, context.signal);
        return { profile: toProfile(profile ?? fresh), created };
      }
      const address = parse(knownAccount, request).email;
      // A profile that this RPC did not write, such as one of the seed, may lack the item that finds its number.
      await keepNumber(store, known, context.signal);
      // Profiles from the time before the list `reach`: the scheduler may not know that their postcode was removed.
      if (capacity === 'patient' && (saysReach(known) || known.version > 1))
        await tellAgain(parts, known, context);
      const isNewAddress = address !== '' && known.email !== address;
      const change = {
        ...(isNewAddress ? { email: address } : {}),
        ...(capacity === 'staff' && known.role !== role ? { role } : {}),
        ...(capacity === 'patient' && known.medicalRecordNumber === '' ? patientFields(known, request) : {}),
      };
      if (Object.keys(change).length === 0) return { profile: toProfile(known), created: false };
      const changed =
        isNewAddress && known.email !== undefined
          ? await changeAccount(
              store,
              known,
              change,
              newAddress(known.email, address, clock()),
              context.signal,
            )
          : await changeProfile(store, personId, known.version, change, context.signal);
      // The person changed their profile at the same moment: the next sign-in brings it up to date.
      return { profile: toProfile(changed ?? known), created: false };
    },
  };
}

/** What is kept of a changed e-mail address; the old and the new address are both told. */
function newAddress(before: string, after: string, now: Date): AccountChange {
  return { kind: 'email', id: idAt(now), at: now.toISOString(), before, after };
}

/** How long a sign-in waits for the scheduler. */
const patience_ms = 1000;

/** Repeats what an earlier call could not tell the scheduler. A failure does not stop the sign-in. */
async function tellAgain(parts: Parts, known: ProfileItem, context: CallContext): Promise<void> {
  const deadline = Math.min(context.deadline, Date.now() + patience_ms);
  try {
    await tellScheduler(parts, known, { ...context, deadline });
  } catch (err) {
    context.log.warn({ err }, 'the scheduler was not told where a patient can go: it is tried again');
  }
}

/** The fields that a patient needs and this profile of staff lacks; existing fields stay as they are. */
function patientFields(known: ProfileItem, request: { name: string; birthDate: string }): ProfileChange {
  const { name, birthDate } = parse(patientAccount, {
    ...request,
    name: known.name || request.name,
    birthDate: known.birthDate || request.birthDate,
  });
  return { name, birthDate, medicalRecordNumber: medicalRecordNumber(known.PK) };
}

function newProfile(
  personId: string,
  role: ProfileItem['role'],
  account: z.output<typeof staffAccount>,
): ProfileItem {
  return {
    PK: personId,
    SK: metadata,
    ...(account.email === '' ? {} : { email: account.email }),
    role,
    name: account.name,
    birthDate: account.birthDate,
    sex: 'unknown',
    phone: account.phone,
    medicalRecordNumber: role === 'patient' ? medicalRecordNumber(personId) : '',
    timeZone: '',
    language: 'en-GB',
    accessNeeds: [],
    preferredName: '',
    formerly: [],
    postcode: account.postcode,
    version: 1,
  };
}
