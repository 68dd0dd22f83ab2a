import type { Reservation } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import type { CallContext } from '@healthbooker/runtime/context';
import type { ServiceError } from '@healthbooker/runtime/errors';
import { type SlotRow, slotColumnsOfTables } from '../calendar/slot.ts';
import type { Proposal, Seen } from '../engine/proposal.ts';
import type { Urgency } from '../engine/urgency.ts';
import type { AccessNeed, Said } from '../history/reservation.ts';
import type { Wish } from './find-candidates.ts';
import type { Counted } from './limits.ts';
import type { Agreed } from './out-of-reach.ts';

/** Somebody who wants a slot. */
export type Wanting = {
  appointmentId: string;
  patientId: string;
  /** Null: find the best slot for a need. */
  slotId: string | null;
  /**
   * Used where neither a referral nor a hold says how urgent it is. It opens carve-outs, so what a patient merely
   * claims is not enough.
   */
  urgency: Urgency;
  needs: readonly AccessNeed[];
  referralId: string | null;
  /** Staff may book up to the start and beyond the horizon. */
  isStaff: boolean;
  /** What the patient has agreed to where the named time is out of their reach; left out: nothing. */
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
  said: Said;
  /**
   * Why it is refused, found before its batch ran. A repeat of an operation that succeeded is answered with that
   * success all the same.
   */
  refusal?: ServiceError | undefined;
  /** What the caller says; recorded where neither a referral nor a hold says how urgent it is. */
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

/** The columns of a {@link LockedSlot} from the tables; needs `specialty sp` as well. */
export const lockedSlotColumns = `${slotColumnsOfTables}, p.team_id, sp.name as specialty_name, v.name as visit_type_name,
  l.name as location_name`;

/** Where a patient can go, by their profile; no region: the profile does not say. */
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
 * What a batch decides on, all of it locked. Planning a booking updates it: for the next one of the batch, that slot is
 * taken and that patient busy.
 */
export type BookingFacts = {
  now: Date;
  slots: Map<string, LockedSlot>;
  /** By slot id: the slot that directly follows. Only for visits that need to be longer. */
  nextOf: Map<string, string>;
  /** By patient. */
  reach: Map<string, KnownReach>;
  holds: Map<string, HoldRow>;
  busy: Map<string, Busy[]>;
  referrals: Map<string, ReferralRow>;
  /** What counts against the limits of those who book for themselves; none where nothing is booked. */
  counted?: Counted;
};

/** The answer to a booking, and whether it repeats an earlier answer. */
export type Reserved = { reservation: Reservation; isRepeat: boolean };

/** A booking with all that will be written of it. */
export type Planned<Who extends Wanting = Booking> = {
  booking: Who;
  slot: LockedSlot;
  /** The slot that this visit takes in. */
  nextId: string | null;
  holdId: string | null;
  referralId: string | null;
  /** From the referral or the hold; null: what the caller said. */
  urgency: Urgency | null;
  needs: readonly AccessNeed[];
  ruleVersion: number;
  seen: Seen;
};
