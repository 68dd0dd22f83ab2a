// Written by protos/write-readers.ts from the contract.
import { fieldsOf, readBool, readEnum, readInt32, readList, readMessage, readText, refuseEmpty } from '../read-json.ts';
import type { EntryHeadline__Output } from './healthbooker/ehr/v1/EntryHeadline.ts';
import type { AccessNeed__Output } from './healthbooker/scheduler/v1/AccessNeed.ts';
import type { ReservationVersion__Output } from './healthbooker/scheduler/v1/ReservationVersion.ts';
import type { Slot__Output } from './healthbooker/scheduler/v1/Slot.ts';
import type { Urgency__Output } from './healthbooker/scheduler/v1/Urgency.ts';
import type { VisitMode__Output } from './healthbooker/scheduler/v1/VisitMode.ts';
import type { VisitStanding__Output } from './healthbooker/scheduler/v1/VisitStanding.ts';
import type { VisitStatus__Output } from './healthbooker/scheduler/v1/VisitStatus.ts';
import type { WaitlistEntryVersion__Output } from './healthbooker/scheduler/v1/WaitlistEntryVersion.ts';
import type { WaitlistOffer__Output } from './healthbooker/scheduler/v1/WaitlistOffer.ts';
import type { WaitlistState__Output } from './healthbooker/scheduler/v1/WaitlistState.ts';

/** How many fields and enum values a ReservationVersion is made of: every addition to the contract raises it. */
export const reservationVersionSize = 47;

/** How many fields and enum values a WaitlistEntryVersion is made of: every addition to the contract raises it. */
export const waitlistEntryVersionSize = 44;

/** How many fields and enum values a EntryHeadline is made of: every addition to the contract raises it. */
export const entryHeadlineSize = 7;

export function readReservationVersion(json: unknown, path = 'ReservationVersion'): ReservationVersion__Output {
  const { appointmentId, version, patientId, status, slot, locationName, visitTypeName, specialtyName, bookedAt, changedAt, teamId, sequence, seriesId, seriesPlace, referralId, lateMinutes, awaitsAnswer, accessNeeds, standing, ...unknown } = fieldsOf(json, path, ['reason', 'history', 'providerDelayMinutes']);
  const known = {
    appointmentId: readText(appointmentId, `${path}.appointmentId`),
    version: readInt32(version, `${path}.version`),
    patientId: readText(patientId, `${path}.patientId`),
    status: readEnum(status, `${path}.status`, visitStatusNames),
    slot: readMessage(slot, `${path}.slot`, readSlot),
    locationName: readText(locationName, `${path}.locationName`),
    visitTypeName: readText(visitTypeName, `${path}.visitTypeName`),
    specialtyName: readText(specialtyName, `${path}.specialtyName`),
    bookedAt: readText(bookedAt, `${path}.bookedAt`),
    changedAt: readText(changedAt, `${path}.changedAt`),
    teamId: readText(teamId, `${path}.teamId`),
    sequence: readInt32(sequence, `${path}.sequence`),
    seriesId: readText(seriesId, `${path}.seriesId`),
    seriesPlace: readInt32(seriesPlace, `${path}.seriesPlace`),
    referralId: readText(referralId, `${path}.referralId`),
    lateMinutes: readInt32(lateMinutes, `${path}.lateMinutes`),
    awaitsAnswer: readBool(awaitsAnswer, `${path}.awaitsAnswer`),
    accessNeeds: readList(accessNeeds, `${path}.accessNeeds`, (value, path) => readEnum(value, path, accessNeedNames)),
    standing: readEnum(standing, `${path}.standing`, visitStandingNames),
  };
  refuseEmpty(known, path, ['appointmentId', 'version', 'patientId', 'status', 'changedAt', 'slot.providerId', 'slot.startAt']);
  return { ...known, ...unknown };
}

const visitStatusNames = {
  prefix: 'VISIT_STATUS_',
  names: { 0: 'VISIT_STATUS_UNSPECIFIED', 1: 'VISIT_STATUS_BOOKED', 2: 'VISIT_STATUS_ARRIVED', 3: 'VISIT_STATUS_CHECKED_IN', 4: 'VISIT_STATUS_FULFILLED', 5: 'VISIT_STATUS_NOSHOW', 6: 'VISIT_STATUS_CANCELLED' } as Record<number, VisitStatus__Output>,
};

function readSlot(json: unknown, path: string): Slot__Output {
  const { id, providerId, providerName, specialtyId, visitTypeId, locationId, timeZone, startAt, endAt, mode, placesLeft, ...unknown } = fieldsOf(json, path);
  const known = {
    id: readText(id, `${path}.id`),
    providerId: readText(providerId, `${path}.providerId`),
    providerName: readText(providerName, `${path}.providerName`),
    specialtyId: readText(specialtyId, `${path}.specialtyId`),
    visitTypeId: readText(visitTypeId, `${path}.visitTypeId`),
    locationId: readText(locationId, `${path}.locationId`),
    timeZone: readText(timeZone, `${path}.timeZone`),
    startAt: readText(startAt, `${path}.startAt`),
    endAt: readText(endAt, `${path}.endAt`),
    mode: readEnum(mode, `${path}.mode`, visitModeNames),
    placesLeft: readInt32(placesLeft, `${path}.placesLeft`),
  };
  return { ...known, ...unknown };
}

const visitModeNames = {
  prefix: 'VISIT_MODE_',
  names: { 0: 'VISIT_MODE_UNSPECIFIED', 1: 'VISIT_MODE_IN_PERSON', 2: 'VISIT_MODE_VIDEO', 3: 'VISIT_MODE_PHONE' } as Record<number, VisitMode__Output>,
};

const accessNeedNames = {
  prefix: 'ACCESS_NEED_',
  names: { 0: 'ACCESS_NEED_UNSPECIFIED', 1: 'ACCESS_NEED_LONGER_VISIT', 2: 'ACCESS_NEED_INTERPRETER' } as Record<number, AccessNeed__Output>,
};

const visitStandingNames = {
  prefix: 'VISIT_STANDING_',
  names: { 0: 'VISIT_STANDING_UNSPECIFIED', 1: 'VISIT_STANDING_UNPLACED', 2: 'VISIT_STANDING_RESTORED' } as Record<number, VisitStanding__Output>,
};

export function readWaitlistEntryVersion(json: unknown, path = 'WaitlistEntryVersion'): WaitlistEntryVersion__Output {
  const { appointmentId, version, patientId, state, urgency, waitingSinceAt, targetDate, autoAccept, misses, offer, changedAt, change, ...unknown } = fieldsOf(json, path, ['need', 'specialtyName', 'visitTypeName', 'reason', 'rank', 'rankWhy', 'isTargetBreached', 'lastContact']);
  const known = {
    appointmentId: readText(appointmentId, `${path}.appointmentId`),
    version: readInt32(version, `${path}.version`),
    patientId: readText(patientId, `${path}.patientId`),
    state: readEnum(state, `${path}.state`, waitlistStateNames),
    urgency: readEnum(urgency, `${path}.urgency`, urgencyNames),
    waitingSinceAt: readText(waitingSinceAt, `${path}.waitingSinceAt`),
    targetDate: readText(targetDate, `${path}.targetDate`),
    autoAccept: readBool(autoAccept, `${path}.autoAccept`),
    misses: readInt32(misses, `${path}.misses`),
    offer: readMessage(offer, `${path}.offer`, readWaitlistOffer),
    changedAt: readText(changedAt, `${path}.changedAt`),
    change: readText(change, `${path}.change`),
  };
  refuseEmpty(known, path, ['appointmentId', 'version', 'patientId', 'state', 'change', 'changedAt']);
  return { ...known, ...unknown };
}

const waitlistStateNames = {
  prefix: 'WAITLIST_STATE_',
  names: { 0: 'WAITLIST_STATE_UNSPECIFIED', 1: 'WAITLIST_STATE_WAITING', 2: 'WAITLIST_STATE_OFFERED', 3: 'WAITLIST_STATE_BOOKED', 4: 'WAITLIST_STATE_WITHDRAWN', 5: 'WAITLIST_STATE_LAPSED' } as Record<number, WaitlistState__Output>,
};

const urgencyNames = {
  prefix: 'URGENCY_',
  names: { 0: 'URGENCY_UNSPECIFIED', 1: 'URGENCY_ROUTINE', 2: 'URGENCY_SOON', 3: 'URGENCY_URGENT', 4: 'URGENCY_EMERGENCY' } as Record<number, Urgency__Output>,
};

function readWaitlistOffer(json: unknown, path: string): WaitlistOffer__Output {
  const { holdId, slot, offeredAt, expiresAt, why, announceAt, ...unknown } = fieldsOf(json, path);
  const known = {
    holdId: readText(holdId, `${path}.holdId`),
    slot: readMessage(slot, `${path}.slot`, readSlot),
    offeredAt: readText(offeredAt, `${path}.offeredAt`),
    expiresAt: readText(expiresAt, `${path}.expiresAt`),
    why: readText(why, `${path}.why`),
    announceAt: readText(announceAt, `${path}.announceAt`),
  };
  return { ...known, ...unknown };
}

export function readEntryHeadline(json: unknown, path = 'EntryHeadline'): EntryHeadline__Output {
  const { patientId, entryId, version, kind, recordedAt, authorId, visible, ...unknown } = fieldsOf(json, path);
  const known = {
    patientId: readText(patientId, `${path}.patientId`),
    entryId: readText(entryId, `${path}.entryId`),
    version: readInt32(version, `${path}.version`),
    kind: readText(kind, `${path}.kind`),
    recordedAt: readText(recordedAt, `${path}.recordedAt`),
    authorId: readText(authorId, `${path}.authorId`),
    visible: readBool(visible, `${path}.visible`),
  };
  refuseEmpty(known, path, ['patientId', 'entryId', 'version', 'authorId']);
  return { ...known, ...unknown };
}
