import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import type { IdentityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityService';
import type { Rpcs } from '@healthbooker/runtime/grpc-server';
import type { Parts } from './parts.ts';
import { book } from './rpc/book.ts';
import { cancel } from './rpc/cancel.ts';
import { checkIn } from './rpc/check-in.ts';
import { confirmIdentityRequest } from './rpc/confirm-identity-request.ts';
import { ensureProfile } from './rpc/ensure-profile.ts';
import { findPatient } from './rpc/find-patient.ts';
import { getAccountNotice } from './rpc/get-account-notice.ts';
import { getAppointment } from './rpc/get-appointment.ts';
import { getContact } from './rpc/get-contact.ts';
import { getIdentity } from './rpc/get-identity.ts';
import { getProfile } from './rpc/get-profile.ts';
import { listNames } from './rpc/list-names.ts';
import { listProfiles } from './rpc/list-profiles.ts';
import { listProviderSchedule } from './rpc/list-provider-schedule.ts';
import { listTimeline } from './rpc/list-timeline.ts';
import { move } from './rpc/move.ts';
import { refuseIdentityRequest } from './rpc/refuse-identity-request.ts';
import { requestIdentityChange } from './rpc/request-identity-change.ts';
import { setPostcode } from './rpc/set-postcode.ts';
import { takeAccountNotices } from './rpc/take-account-notices.ts';
import { updateProfile } from './rpc/update-profile.ts';
import { withdrawIdentityRequest } from './rpc/withdraw-identity-request.ts';

/** Every RPC about profiles and appointments, one file each. */
export function appointmentRpcs(parts: Parts): Rpcs<AppointmentServiceDefinition> {
  return {
    EnsureProfile: ensureProfile(parts),
    GetProfile: getProfile(parts),
    UpdateProfile: updateProfile(parts),
    ListProfiles: listProfiles(parts),
    FindPatient: findPatient(parts),
    GetContact: getContact(parts),
    ListNames: listNames(parts),
    Book: book(parts),
    Move: move(parts),
    Cancel: cancel(parts),
    CheckIn: checkIn(parts),
    GetAppointment: getAppointment(parts),
    ListTimeline: listTimeline(parts),
    ListProviderSchedule: listProviderSchedule(parts),
  };
}

/** RPCs about legal names, birth dates and sexes, and about the notices of their changes. */
export function identityRpcs(parts: Parts): Rpcs<IdentityServiceDefinition> {
  return {
    GetIdentity: getIdentity(parts),
    RequestIdentityChange: requestIdentityChange(parts),
    WithdrawIdentityRequest: withdrawIdentityRequest(parts),
    ConfirmIdentityRequest: confirmIdentityRequest(parts),
    RefuseIdentityRequest: refuseIdentityRequest(parts),
    SetPostcode: setPostcode(parts),
    TakeAccountNotices: takeAccountNotices(parts),
    GetAccountNotice: getAccountNotice(parts),
  };
}
