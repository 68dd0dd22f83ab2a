// Original file: healthbooker/scheduler/v1/leave.proto

export const NewTimeAnswer = {
  NEW_TIME_ANSWER_UNSPECIFIED: 'NEW_TIME_ANSWER_UNSPECIFIED',
  NEW_TIME_ANSWER_KEEP: 'NEW_TIME_ANSWER_KEEP',
  NEW_TIME_ANSWER_REFUSE: 'NEW_TIME_ANSWER_REFUSE',
} as const;

export type NewTimeAnswer =
  | 'NEW_TIME_ANSWER_UNSPECIFIED'
  | 0
  | 'NEW_TIME_ANSWER_KEEP'
  | 1
  | 'NEW_TIME_ANSWER_REFUSE'
  | 2

export type NewTimeAnswer__Output = typeof NewTimeAnswer[keyof typeof NewTimeAnswer]
