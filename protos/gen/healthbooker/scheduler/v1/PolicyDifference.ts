// Original file: healthbooker/scheduler/v1/policy.proto


export interface PolicyDifference {
  'field'?: (string);
  'before'?: (number);
  'after'?: (number);
}

export interface PolicyDifference__Output {
  'field': (string);
  'before': (number);
  'after': (number);
}
