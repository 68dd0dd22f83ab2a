import type { WaitlistEntry } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistEntry';
import type { WaitlistEntryVersion__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistEntryVersion';
import type { WaitlistOffer__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistOffer';
import { refuseTooLarge } from '@healthbooker/protos/kept-json';
import { rfc3339 } from '@healthbooker/runtime/dates';
import { type Mode, modeNames, toSlot } from '../calendar/slot.ts';
import type { Role } from '../care/access.ts';
import type { TimeOfDay } from '../engine/request.ts';
import { type Urgency, urgencyNames } from '../engine/urgency.ts';
import { type AccessNeed, accessNeedNames } from '../history/reservation.ts';
import { announceAt } from './offer-deadline.ts';

export type EntryState = 'waiting' | 'offered' | 'booked' | 'withdrawn' | 'lapsed';

/** What made a version of an entry. 'booked' is the version that is a reservation. */
export type EntryChange =
  | 'joined'
  | 'changed'
  | 'offered'
  | 'declined'
  | 'missed'
  | 'revoked'
  | 'lapsed'
  | 'past'
  | 'left'
  | 'retriaged'
  | 'contacted'
  | 'booked';

export type ContactOutcome = 'reached' | 'message-left' | 'no-answer';

/** When staff last spoke with the patient, or tried to. */
export type Contact = { at: string; outcome: ContactOutcome; note: string };

/** A row of waitlist_view. */
export type EntryRow = {
  appointment_id: string;
  version: number;
  patient_id: string;
  state: EntryState;
  change: EntryChange;
  specialty_id: string;
  specialty_name: string;
  visit_type_id: string;
  visit_type_name: string;
  provider_id: string | null;
  location_id: string | null;
  /** Where the patient can go; empty only in entries that are older than regions. */
  region_ids: string[];
  needs_step_free: boolean;
  earliest_date: string | null;
  latest_date: string | null;
  times_of_day: TimeOfDay[];
  days_of_week: number[];
  mode: Mode | null;
  is_longer: boolean;
  needs: AccessNeed[];
  referral_id: string | null;
  urgency: Urgency;
  enrolled_at: Date;
  target_date: string;
  auto_accept: boolean;
  misses: number;
  tie_break: string;
  reason: string;
  contact: Contact | null;
  changed_at: Date;
  changed_xid: string;
} & OfferColumns;

type OfferColumns = {
  hold_id: string | null;
  offered_at: Date;
  expires_at: Date;
  offer_why: string;
  slot_id: string;
  slot_provider_id: string;
  slot_provider_name: string;
  slot_visit_type_id: string;
  slot_location_id: string;
  slot_time_zone: string;
  start_at: Date;
  end_at: Date;
  slot_mode: Mode;
};

/** The columns of an {@link EntryRow} from `waitlist_view w`. */
export const entryColumns = `w.appointment_id, w.version, w.patient_id, w.state, w.change, w.specialty_id, w.specialty_name, w.visit_type_id,
  w.visit_type_name, w.provider_id, w.location_id, w.region_ids, w.needs_step_free, w.earliest_date, w.latest_date,
  w.times_of_day, w.days_of_week, w.mode, w.is_longer, w.needs, w.referral_id, w.urgency, w.enrolled_at, w.target_date,
  w.auto_accept, w.misses, w.tie_break, w.reason, w.contact, w.changed_at, w.changed_xid, w.hold_id, w.offered_at,
  w.expires_at, w.offer_why, w.slot_id, w.slot_provider_id, w.slot_provider_name, w.slot_visit_type_id,
  w.slot_location_id, w.slot_time_zone, w.start_at, w.end_at, w.slot_mode`;

export const stateNames = {
  waiting: 'WAITLIST_STATE_WAITING',
  offered: 'WAITLIST_STATE_OFFERED',
  booked: 'WAITLIST_STATE_BOOKED',
  withdrawn: 'WAITLIST_STATE_WITHDRAWN',
  lapsed: 'WAITLIST_STATE_LAPSED',
} as const satisfies Record<EntryState, string>;

export const contactNames = {
  reached: 'CONTACT_OUTCOME_REACHED',
  'message-left': 'CONTACT_OUTCOME_MESSAGE_LEFT',
  'no-answer': 'CONTACT_OUTCOME_NO_ANSWER',
} as const satisfies Record<ContactOutcome, string>;

const timeNames = {
  morning: 'TIME_OF_DAY_MORNING',
  afternoon: 'TIME_OF_DAY_AFTERNOON',
  evening: 'TIME_OF_DAY_EVENING',
} as const satisfies Record<TimeOfDay, string>;

/** The one mapping of a row to the contract: what every answer and event shows of an entry comes from here. */
export function toEntryVersion(row: EntryRow): WaitlistEntryVersion__Output {
  return {
    appointmentId: row.appointment_id,
    version: row.version,
    patientId: row.patient_id,
    state: stateNames[row.state],
    change: row.change,
    urgency: urgencyNames[row.urgency],
    waitingSinceAt: rfc3339(row.enrolled_at),
    targetDate: row.target_date,
    autoAccept: row.auto_accept,
    misses: row.misses,
    offer: toOffer(row),
    changedAt: rfc3339(row.changed_at),
  };
}

/** A version that is written: what its decision keeps and its event carries. Throws when it is too large for that. */
export function toKeptEntry(row: EntryRow): WaitlistEntryVersion__Output {
  return refuseTooLarge(toEntryVersion(row), 'WaitlistEntryVersion');
}

/**
 * The contract's WaitlistEntry for everybody who may read it; `withReason` for the patient and clinicians, `withWhy` also for
 * the office: why a time is offered says how urgent it is.
 */
export function toEntry(
  row: EntryRow,
  { withReason, withWhy = withReason }: { withReason: boolean; withWhy?: boolean },
): WaitlistEntry {
  const offer = toOffer(row);
  return {
    ...toEntryVersion(row),
    offer: offer === null || withWhy ? offer : { ...offer, why: '' },
    need: {
      specialtyId: row.specialty_id,
      visitTypeId: row.visit_type_id,
      providerId: row.provider_id ?? '',
      locationId: row.location_id ?? '',
      regionIds: row.region_ids,
      earliestDate: row.earliest_date ?? '',
      latestDate: row.latest_date ?? '',
      timesOfDay: row.times_of_day.map((part) => timeNames[part]),
      daysOfWeek: row.days_of_week,
      mode: row.mode === null ? 'VISIT_MODE_UNSPECIFIED' : modeNames[row.mode],
      accessNeeds: row.needs.map((need) => accessNeedNames[need]),
      referralId: row.referral_id ?? '',
    },
    specialtyName: row.specialty_name,
    visitTypeName: row.visit_type_name,
    reason: withReason ? row.reason : '',
  };
}

/**
 * An entry as its patient or a proxy is shown it. A proxy for bookings only sees neither how urgent it is nor the
 * referral.
 */
export function toPatientsEntry(row: EntryRow, role: Role): WaitlistEntry {
  const entry = toEntry(row, { withReason: role === 'patient' });
  if (role !== 'booker') return entry;
  return {
    ...entry,
    urgency: 'URGENCY_UNSPECIFIED',
    targetDate: '',
    need: { ...entry.need, referralId: '' },
  };
}

function toOffer(row: EntryRow): WaitlistOffer__Output | null {
  if (row.hold_id === null) return null;
  const slot = toSlot(row.slot_id, {
    provider_id: row.slot_provider_id,
    provider_name: row.slot_provider_name,
    specialty_id: row.specialty_id,
    visit_type_id: row.slot_visit_type_id,
    location_id: row.slot_location_id,
    time_zone: row.slot_time_zone,
    start_at: row.start_at,
    end_at: row.end_at,
    mode: row.slot_mode,
  });
  return {
    holdId: row.hold_id,
    slot: { ...slot, placesLeft: 0 },
    offeredAt: rfc3339(row.offered_at),
    expiresAt: rfc3339(row.expires_at),
    why: row.offer_why,
    announceAt: rfc3339(new Date(announceAt(row.slot_time_zone, row.offered_at.getTime()))),
  };
}
