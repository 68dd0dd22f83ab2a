// Original file: healthbooker/scheduler/v1/leave.proto

export const PlanMethod = {
  PLAN_METHOD_UNSPECIFIED: 'PLAN_METHOD_UNSPECIFIED',
  PLAN_METHOD_OPTIMAL: 'PLAN_METHOD_OPTIMAL',
  PLAN_METHOD_BEST_FOUND: 'PLAN_METHOD_BEST_FOUND',
  PLAN_METHOD_GREEDY: 'PLAN_METHOD_GREEDY',
} as const;

export type PlanMethod =
  | 'PLAN_METHOD_UNSPECIFIED'
  | 0
  | 'PLAN_METHOD_OPTIMAL'
  | 1
  | 'PLAN_METHOD_BEST_FOUND'
  | 2
  | 'PLAN_METHOD_GREEDY'
  | 3

export type PlanMethod__Output = typeof PlanMethod[keyof typeof PlanMethod]
