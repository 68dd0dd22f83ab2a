// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface Slot {
  'id'?: (string);
  'providerId'?: (string);
  'providerName'?: (string);
  'specialtyId'?: (string);
  'visitTypeId'?: (string);
  'locationId'?: (string);
  'timeZone'?: (string);
  'startAt'?: (string);
  'endAt'?: (string);
}

export interface Slot__Output {
  'id': (string);
  'providerId': (string);
  'providerName': (string);
  'specialtyId': (string);
  'visitTypeId': (string);
  'locationId': (string);
  'timeZone': (string);
  'startAt': (string);
  'endAt': (string);
}
