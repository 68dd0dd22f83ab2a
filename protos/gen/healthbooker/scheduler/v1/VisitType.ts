// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface VisitType {
  'id'?: (string);
  'name'?: (string);
  'specialtyId'?: (string);
  'lengthMinutes'?: (number);
  'preparation'?: (string);
}

export interface VisitType__Output {
  'id': (string);
  'name': (string);
  'specialtyId': (string);
  'lengthMinutes': (number);
  'preparation': (string);
}
