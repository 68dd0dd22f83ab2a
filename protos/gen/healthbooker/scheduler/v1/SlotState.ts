// Original file: healthbooker/scheduler/v1/availability.proto

export const SlotState = {
  SLOT_STATE_UNSPECIFIED: 'SLOT_STATE_UNSPECIFIED',
  SLOT_STATE_FREE: 'SLOT_STATE_FREE',
  SLOT_STATE_HELD: 'SLOT_STATE_HELD',
  SLOT_STATE_BOOKED: 'SLOT_STATE_BOOKED',
  SLOT_STATE_SETTLING: 'SLOT_STATE_SETTLING',
  SLOT_STATE_CLOSED: 'SLOT_STATE_CLOSED',
} as const;

export type SlotState =
  | 'SLOT_STATE_UNSPECIFIED'
  | 0
  | 'SLOT_STATE_FREE'
  | 1
  | 'SLOT_STATE_HELD'
  | 2
  | 'SLOT_STATE_BOOKED'
  | 3
  | 'SLOT_STATE_SETTLING'
  | 4
  | 'SLOT_STATE_CLOSED'
  | 5

export type SlotState__Output = typeof SlotState[keyof typeof SlotState]
