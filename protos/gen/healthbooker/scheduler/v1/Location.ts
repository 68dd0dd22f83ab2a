// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface Location {
  'id'?: (string);
  'name'?: (string);
  'address'?: (string);
  'timeZone'?: (string);
  'phone'?: (string);
  'stepFreeRoute'?: (string);
  'regionId'?: (string);
}

export interface Location__Output {
  'id': (string);
  'name': (string);
  'address': (string);
  'timeZone': (string);
  'phone': (string);
  'stepFreeRoute': (string);
  'regionId': (string);
}
