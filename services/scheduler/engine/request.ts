import type { Urgency } from './urgency.ts';

export type TimeOfDay = 'morning' | 'afternoon' | 'evening';

export type Mode = 'in-person' | 'video' | 'phone';

/** Where the target date comes from: the patient's answers, a referral, or a follow-up order. */
export type TargetSource = 'answers' | 'referral' | 'follow-up';

/** What is asked for. Empty lists and nulls mean any. Instants are epoch milliseconds. */
export type AllocationRequest = {
  urgency: Urgency;
  /** The last date of the clinical target, on the slots' own calendar. */
  targetDate: string;
  targetSource: TargetSource;
  visitTypeId: string | null;
  providerId: string | null;
  locationId: string | null;
  /** Where the patient can go; empty: anywhere. */
  regionIds: readonly string[];
  /** The patient can come to places without steps only. */
  needsStepFree: boolean;
  mode: Mode | null;
  /** Access needs make the visit longer: it takes in the slot that follows. */
  isLonger: boolean;
  /** Dates on the slot's own calendar, both included. */
  earliestDate: string | null;
  latestDate: string | null;
  timesOfDay: readonly TimeOfDay[];
  /** ISO, Monday 1 to Sunday 7. */
  daysOfWeek: readonly number[];
  /** When the patient is somewhere else already. */
  busy: readonly { fromMs: number; toMs: number }[];
};

/** A slot as it was when the decision was made. */
export type SlotSeen = {
  slotId: string;
  providerId: string;
  locationId: string;
  regionId: string;
  /** The place can be reached without steps. */
  isStepFree: boolean;
  visitTypeId: string;
  mode: Mode;
  startMs: number;
  endMs: number;
  /** Its end when it takes in the slot that follows; null when that slot is not available. */
  longerEndMs: number | null;
  /** Wall-clock start, YYYY-MM-DDTHH:MM. */
  localStart: string;
  noticeMs: number;
  horizonMs: number;
  reservedFor: Urgency | null;
  releaseAtMs: number | null;
  /** Visits the provider has in the same week: the fewer, the better. */
  providerLoad: number;
  /** Keyed hash of slot and request, made with a secret of the server. */
  tieBreak: string;
  /** Somebody took it after it was read and before it was held. */
  taken?: boolean;
};

/** Why a slot cannot be given. */
export type Rejection =
  | 'taken'
  | 'notice'
  | 'horizon'
  | 'carved-out'
  | 'patient-busy'
  | 'too-short'
  | 'other-region'
  | 'not-step-free'
  | 'other-visit-type'
  | 'other-provider'
  | 'other-location'
  | 'mode'
  | 'date'
  | 'day-of-week'
  | 'time-of-day';

/** The rejections that are wishes of the patient: such slots are still offered as near misses. */
export const WISHES: ReadonlySet<Rejection> = new Set<Rejection>([
  'other-provider',
  'other-location',
  'mode',
  'date',
  'day-of-week',
  'time-of-day',
]);

/** A slot that only wishes exclude, and which. */
export type NearMiss = { slotId: string; wishes: Rejection[] };

export type Decision = {
  ruleVersion: number;
  /** The slot to offer, or null when nothing fits. */
  chosen: string | null;
  /** Every slot that fits, best first. */
  ranked: string[];
  /** Best first; `reason` is the first that applies, `isOnly` that no other does. */
  rejected: { slotId: string; reason: Rejection; isOnly: boolean }[];
  /** Slots that only the wishes exclude, best first. */
  nearMisses: NearMiss[];
};
