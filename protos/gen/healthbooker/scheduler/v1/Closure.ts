// Original file: healthbooker/scheduler/v1/availability.proto


export interface Closure {
  'id'?: (string);
  'locationId'?: (string);
  'firstDate'?: (string);
  'lastDate'?: (string);
  'note'?: (string);
}

export interface Closure__Output {
  'id': (string);
  'locationId': (string);
  'firstDate': (string);
  'lastDate': (string);
  'note': (string);
}
