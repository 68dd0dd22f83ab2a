// Original file: healthbooker/scheduler/v1/waitlist.proto

export const ContactOutcome = {
  CONTACT_OUTCOME_UNSPECIFIED: 'CONTACT_OUTCOME_UNSPECIFIED',
  CONTACT_OUTCOME_REACHED: 'CONTACT_OUTCOME_REACHED',
  CONTACT_OUTCOME_MESSAGE_LEFT: 'CONTACT_OUTCOME_MESSAGE_LEFT',
  CONTACT_OUTCOME_NO_ANSWER: 'CONTACT_OUTCOME_NO_ANSWER',
} as const;

export type ContactOutcome =
  | 'CONTACT_OUTCOME_UNSPECIFIED'
  | 0
  | 'CONTACT_OUTCOME_REACHED'
  | 1
  | 'CONTACT_OUTCOME_MESSAGE_LEFT'
  | 2
  | 'CONTACT_OUTCOME_NO_ANSWER'
  | 3

export type ContactOutcome__Output = typeof ContactOutcome[keyof typeof ContactOutcome]
