// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface Region {
  'id'?: (string);
  'name'?: (string);
}

export interface Region__Output {
  'id': (string);
  'name': (string);
}
