// Original file: healthbooker/scheduler/v1/scheduler.proto

export const VisitStanding = {
  VISIT_STANDING_UNSPECIFIED: 'VISIT_STANDING_UNSPECIFIED',
  VISIT_STANDING_UNPLACED: 'VISIT_STANDING_UNPLACED',
  VISIT_STANDING_RESTORED: 'VISIT_STANDING_RESTORED',
} as const;

export type VisitStanding =
  | 'VISIT_STANDING_UNSPECIFIED'
  | 0
  | 'VISIT_STANDING_UNPLACED'
  | 1
  | 'VISIT_STANDING_RESTORED'
  | 2

export type VisitStanding__Output = typeof VisitStanding[keyof typeof VisitStanding]
