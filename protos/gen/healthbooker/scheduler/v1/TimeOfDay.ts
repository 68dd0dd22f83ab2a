// Original file: healthbooker/scheduler/v1/scheduler.proto

export const TimeOfDay = {
  TIME_OF_DAY_UNSPECIFIED: 'TIME_OF_DAY_UNSPECIFIED',
  TIME_OF_DAY_MORNING: 'TIME_OF_DAY_MORNING',
  TIME_OF_DAY_AFTERNOON: 'TIME_OF_DAY_AFTERNOON',
  TIME_OF_DAY_EVENING: 'TIME_OF_DAY_EVENING',
} as const;

export type TimeOfDay =
  | 'TIME_OF_DAY_UNSPECIFIED'
  | 0
  | 'TIME_OF_DAY_MORNING'
  | 1
  | 'TIME_OF_DAY_AFTERNOON'
  | 2
  | 'TIME_OF_DAY_EVENING'
  | 3

export type TimeOfDay__Output = typeof TimeOfDay[keyof typeof TimeOfDay]
