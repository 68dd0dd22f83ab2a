// Original file: healthbooker/scheduler/v1/leave.proto


export interface Leave {
  'id'?: (string);
  'version'?: (number);
  'providerId'?: (string);
  'providerName'?: (string);
  'fromAt'?: (string);
  'toAt'?: (string);
  'timeZone'?: (string);
  'note'?: (string);
  'createdAt'?: (string);
  'endedAt'?: (string);
  'awaitingAnswer'?: (number);
  'kept'?: (number);
  'refused'?: (number);
  'unplaced'?: (number);
  'settled'?: (number);
}

export interface Leave__Output {
  'id': (string);
  'version': (number);
  'providerId': (string);
  'providerName': (string);
  'fromAt': (string);
  'toAt': (string);
  'timeZone': (string);
  'note': (string);
  'createdAt': (string);
  'endedAt': (string);
  'awaitingAnswer': (number);
  'kept': (number);
  'refused': (number);
  'unplaced': (number);
  'settled': (number);
}
