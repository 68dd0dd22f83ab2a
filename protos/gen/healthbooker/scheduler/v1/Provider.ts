// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface Provider {
  'id'?: (string);
  'name'?: (string);
  'title'?: (string);
  'teamId'?: (string);
  'specialtyIds'?: (string)[];
  'locationIds'?: (string)[];
}

export interface Provider__Output {
  'id': (string);
  'name': (string);
  'title': (string);
  'teamId': (string);
  'specialtyIds': (string)[];
  'locationIds': (string)[];
}
