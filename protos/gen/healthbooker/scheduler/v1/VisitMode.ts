// Original file: healthbooker/scheduler/v1/scheduler.proto

export const VisitMode = {
  VISIT_MODE_UNSPECIFIED: 'VISIT_MODE_UNSPECIFIED',
  VISIT_MODE_IN_PERSON: 'VISIT_MODE_IN_PERSON',
  VISIT_MODE_VIDEO: 'VISIT_MODE_VIDEO',
  VISIT_MODE_PHONE: 'VISIT_MODE_PHONE',
} as const;

export type VisitMode =
  | 'VISIT_MODE_UNSPECIFIED'
  | 0
  | 'VISIT_MODE_IN_PERSON'
  | 1
  | 'VISIT_MODE_VIDEO'
  | 2
  | 'VISIT_MODE_PHONE'
  | 3

export type VisitMode__Output = typeof VisitMode[keyof typeof VisitMode]
