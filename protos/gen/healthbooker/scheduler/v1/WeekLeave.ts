// Original file: healthbooker/scheduler/v1/availability.proto


export interface WeekLeave {
  'id'?: (string);
  'fromAt'?: (string);
  'toAt'?: (string);
  'note'?: (string);
}

export interface WeekLeave__Output {
  'id': (string);
  'fromAt': (string);
  'toAt': (string);
  'note': (string);
}
