// Original file: healthbooker/scheduler/v1/scheduler.proto

export const Urgency = {
  URGENCY_UNSPECIFIED: 'URGENCY_UNSPECIFIED',
  URGENCY_ROUTINE: 'URGENCY_ROUTINE',
  URGENCY_SOON: 'URGENCY_SOON',
  URGENCY_URGENT: 'URGENCY_URGENT',
  URGENCY_EMERGENCY: 'URGENCY_EMERGENCY',
} as const;

export type Urgency =
  | 'URGENCY_UNSPECIFIED'
  | 0
  | 'URGENCY_ROUTINE'
  | 1
  | 'URGENCY_SOON'
  | 2
  | 'URGENCY_URGENT'
  | 3
  | 'URGENCY_EMERGENCY'
  | 4

export type Urgency__Output = typeof Urgency[keyof typeof Urgency]
