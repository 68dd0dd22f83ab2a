import type { ReservationVersion } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReservationVersion';
import type { WaitlistEntryVersion } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistEntryVersion';
import type { Seen } from '../engine/proposal.ts';
import type { StoredProposal } from '../engine/stored.ts';

/** A row of table decision. */
export type DecisionRow = {
  appointment_id: string;
  version: number;
  rule_version: number;
  inputs: {
    /** Person or service that asked. */
    actor: string;
    askedBy?: 'patient' | 'staff' | 'service';
    /** Rows of before rule version 2 name no rule. */
    seen: Seen | { rule?: undefined; proposal?: StoredProposal | null };
  };
  outcome: {
    change: string;
    status?: string;
    reservation?: ReservationVersion;
    entry?: WaitlistEntryVersion;
  };
  decided_at: Date;
};

/** The columns that a new row of `decision` sets; key and hash for processes of the release before, which look for them there. */
export const newDecisionColumns =
  'appointment_id, version, op_key, request_sha256, rule_version, inputs, outcome, decided_at';

/** The columns of `operation`. */
export const operationColumns = 'patient_id, op_key, appointment_id, version, request_sha256, outcome';

/** Whose visit or waiting entry was decided about; undefined for rows that name nobody. */
export function patientOf({ outcome }: DecisionRow): string | undefined {
  return outcome.reservation?.patientId ?? outcome.entry?.patientId;
}

/** The engine's choice that a decision rests on, if it rests on one. */
export function proposalOf({ inputs: { seen } }: DecisionRow): StoredProposal | null {
  switch (seen.rule) {
    case 'choose':
    case 'take':
    case undefined:
      return seen.proposal ?? null;
    case 'rank':
      return seen.proposal ?? null;
    default:
      return null;
  }
}

/** The slot that the visit, or the offer, has after this decision. */
export function slotIdOf({ outcome }: DecisionRow): string | null {
  return outcome.reservation?.slot?.id ?? outcome.entry?.offer?.slot?.id ?? null;
}
