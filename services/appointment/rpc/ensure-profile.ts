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
/** All that is taken from the account of somebody who has a profile. */
const knownAccount = z.object({ email });

/**
 * The caller's profile, made on their first sign-in. The address follows the account at each sign-in, the role each
 * sign-in as staff. Whoever works here and comes as a patient gets what staff need not have: a medical record number, a
 * name and a birth date. Everything else is the person's own to change.
 * @throws ServiceError invalid (with the fields without which there can be no profile), forbidden, unavailable
 */
export function ensureProfile(parts: Parts): RpcOf<AppointmentServiceDefinition, 'EnsureProfile'> {
  return {
    callers: groups,
    // What an account says is the user pool's word, which a person could not be believed.
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
        // First, so that nobody has a number by which they are not found.
        await keepNumber(store, fresh, context.signal);
        if (saysReach(fresh)) await owe(store, 'reach', personId, clock(), context);
        const created = await createProfile(store, fresh, context.signal);
        if (created && saysReach(fresh)) await tellAgain(parts, fresh, context);
        // Somebody else was faster: the same person in another tab.
        const profile = created ? fresh : await findProfile(store, personId, context.signal);
        return { profile: toProfile(profile ?? fresh), created };
      }
      const address = parse(knownAccount, request).email;
      // Profiles that were written by others than this RPC are found by their number as well from here on.
      await keepNumber(store, known, context.signal);
      // Of the time before what is owed was kept: a postcode that was taken away may never have been told.
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
      // Changed by the person in between: the next sign-in brings it up to date.
      return { profile: toProfile(changed ?? known), created: false };
    },
  };
}

/** What is kept of a changed address, which is told to both. */
function newAddress(before: string, after: string, now: Date): AccountChange {
  return { kind: 'email', id: idAt(now), at: now.toISOString(), before, after };
}

/** How long a sign-in waits for the scheduler. */
const patience_ms = 1000;

/** Whatever kept an earlier call from the scheduler is made up for; nobody is kept from signing in by it. */
async function tellAgain(parts: Parts, known: ProfileItem, context: CallContext): Promise<void> {
  const deadline = Math.min(context.deadline, Date.now() + patience_ms);
  try {
    await tellScheduler(parts, known, { ...context, deadline });
  } catch (err) {
    context.log.warn({ err }, 'the scheduler was not told where a patient can go: it is tried again');
  }
}

/** What a profile of staff lacks for a patient; what it has stays. */
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
