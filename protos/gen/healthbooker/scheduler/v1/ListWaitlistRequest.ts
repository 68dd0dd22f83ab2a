// Original file: healthbooker/scheduler/v1/waitlist.proto


export interface ListWaitlistRequest {
  'patientId'?: (string);
  'specialtyId'?: (string);
  'pageSize'?: (number);
  'pageToken'?: (string);
}

export interface ListWaitlistRequest__Output {
  'patientId': (string);
  'specialtyId': (string);
  'pageSize': (number);
  'pageToken': (string);
}
