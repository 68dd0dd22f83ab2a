// Original file: healthbooker/scheduler/v1/scheduler.proto

export const AccessNeed = {
  ACCESS_NEED_UNSPECIFIED: 'ACCESS_NEED_UNSPECIFIED',
  ACCESS_NEED_LONGER_VISIT: 'ACCESS_NEED_LONGER_VISIT',
  ACCESS_NEED_INTERPRETER: 'ACCESS_NEED_INTERPRETER',
} as const;

export type AccessNeed =
  | 'ACCESS_NEED_UNSPECIFIED'
  | 0
  | 'ACCESS_NEED_LONGER_VISIT'
  | 1
  | 'ACCESS_NEED_INTERPRETER'
  | 2

export type AccessNeed__Output = typeof AccessNeed[keyof typeof AccessNeed]
