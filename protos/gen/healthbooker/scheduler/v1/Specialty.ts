// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface Specialty {
  'id'?: (string);
  'name'?: (string);
  'plainName'?: (string);
}

export interface Specialty__Output {
  'id': (string);
  'name': (string);
  'plainName': (string);
}
