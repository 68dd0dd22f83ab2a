// Original file: healthbooker/scheduler/v1/leave.proto


export interface OptimalityDay {
  'date'?: (string);
  'visits'?: (number);
  'slots'?: (number);
  'greedyCost'?: (number | string);
  'optimalCost'?: (number | string);
  'greedyTargetsMissed'?: (number);
  'optimalTargetsMissed'?: (number);
  'isProven'?: (boolean);
}

export interface OptimalityDay__Output {
  'date': (string);
  'visits': (number);
  'slots': (number);
  'greedyCost': (number);
  'optimalCost': (number);
  'greedyTargetsMissed': (number);
  'optimalTargetsMissed': (number);
  'isProven': (boolean);
}
