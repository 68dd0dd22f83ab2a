// Original file: healthbooker/scheduler/v1/decision.proto

export const ReplayResult = {
  REPLAY_RESULT_UNSPECIFIED: 'REPLAY_RESULT_UNSPECIFIED',
  REPLAY_RESULT_SAME: 'REPLAY_RESULT_SAME',
  REPLAY_RESULT_DIFFERS: 'REPLAY_RESULT_DIFFERS',
  REPLAY_RESULT_NOT_REPLAYABLE: 'REPLAY_RESULT_NOT_REPLAYABLE',
} as const;

export type ReplayResult =
  | 'REPLAY_RESULT_UNSPECIFIED'
  | 0
  | 'REPLAY_RESULT_SAME'
  | 1
  | 'REPLAY_RESULT_DIFFERS'
  | 2
  | 'REPLAY_RESULT_NOT_REPLAYABLE'
  | 3

export type ReplayResult__Output = typeof ReplayResult[keyof typeof ReplayResult]
