import type { Reservation } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import type { CallContext } from '@healthbooker/runtime/context';
import type { ServiceError } from '@healthbooker/runtime/errors';
import { type SlotRow, slotColumnsOfTables } from '../calendar/slot.ts';
import type { Proposal, Seen } from '../engine/proposal.ts';
import type { Urgency } from '../engine/urgency.ts';
import type { AccessNeed } from '../history/reservation.ts';
import type { Wish } from './find-candidates.ts';
import type { Counted } from './limits.ts';
import type { Agreed } from './out-of-reach.ts';

/** Somebody who wants a slot. */
export type Wanting = {
  appointmentId: string;
  patientId: string;
  /** Null: the best slot for a need is to be found. */
  slotId: string | null;
  /** Where no referral and no hold says more: it opens carve-outs, so a patient's bare word is not enough. */
  urgency: Urgency;
  needs: readonly AccessNeed[];
  referralId: string | null;
  /** Staff may book up to the start and beyond the horizon. */
  isStaff: boolean;
  /** What is agreed of a named time that is out of the patient's reach; left out, nothing is. */
  agreed?: Agreed;
  /** Only for a visit of a series: which one of which. */
  series?: { id: string; place: number };
  /** The first visit of its series is by referral. */
  isOfReferral?: boolean;
};

/** A request to book, as it waits for its batch. */
export type Booking = Wanting & {
  /** What the best slot is to be found for; null where the slot is named. */
  wish: Omit<Wish, 'patientId' | 'urgency' | 'target' | 'isLonger'> | null;
  reason: string;
  /** Why it cannot be, found out before its batch: it stands unless the operation was done before. */
  refusal?: ServiceError | undefined;
  /** What the caller says; recorded where no referral and no hold says more. */
  saidUrgency: Urgency;
  operationKey: string;
  /** Everything that distinguishes this request, without its operation key, and its hash. */
  request: Record<string, unknown>;
  hash: Buffer;
  sinceMs: number;
  context: CallContext;
};

/** A slot with all that a reservation shows of it. */
export type LockedSlot = SlotRow & {
  team_id: string;
  specialty_name: string;
  visit_type_name: string;
  location_name: string;
};

/** A {@link LockedSlot} of the tables: with `specialty sp` besides. */
export const lockedSlotColumns = `${slotColumnsOfTables}, p.team_id, sp.name as specialty_name, v.name as visit_type_name,
  l.name as location_name`;

/** Where a patient said that they can go; no region: their profile does not say. */
export type KnownReach = { regionId: string | null; needsStepFree: boolean };

/** A browsing patient's open hold. */
export type HoldRow = {
  id: string;
  slot_id: string;
  patient_id: string;
  urgency: Urgency;
  proposal: Proposal | null;
  expires_at: Date;
  is_extended: boolean;
  referral_id: string | null;
  needs: AccessNeed[];
  held_by: string | null;
};

export type Busy = { appointmentId: string; from: Date; to: Date };

/** A referral or follow-up order that a booking names. */
export type ReferralRow = {
  id: string;
  patient_id: string;
  kind: 'referral' | 'follow-up';
  specialty_id: string;
  urgency: Urgency;
  due_date: string;
  earliest_date: string | null;
  withdrawn_at: Date | null;
  /** The appointment it has been used for. */
  used_by: string | null;
};

/**
 * What a batch sees, all of it locked. Planning one booking changes it, so that the next one sees a slot as taken
 * and a patient as busy.
 */
export type BookingFacts = {
  now: Date;
  slots: Map<string, LockedSlot>;
  /** The slot that directly follows, by slot; only for visits that need to be longer. */
  nextOf: Map<string, string>;
  /** By patient. */
  reach: Map<string, KnownReach>;
  holds: Map<string, HoldRow>;
  busy: Map<string, Busy[]>;
  referrals: Map<string, ReferralRow>;
  /** What counts against the limits of those who book for themselves; none where nothing is booked. */
  counted?: Counted;
};

/** What a booking is answered; whether it was so before. */
export type Reserved = { reservation: Reservation; isRepeat: boolean };

/** A booking with all that will be written of it. */
export type Planned<Who extends Wanting = Booking> = {
  booking: Who;
  slot: LockedSlot;
  /** The slot that this visit takes in. */
  nextId: string | null;
  holdId: string | null;
  referralId: string | null;
  /** Of the referral or the hold; null: as was said. */
  urgency: Urgency | null;
  needs: readonly AccessNeed[];
  ruleVersion: number;
  seen: Seen;
};
