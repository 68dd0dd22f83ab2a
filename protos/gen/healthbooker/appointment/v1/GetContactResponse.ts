// Original file: healthbooker/appointment/v1/appointment.proto


export interface GetContactResponse {
  'email'?: (string);
  'phone'?: (string);
  'name'?: (string);
  'language'?: (string);
  'timeZone'?: (string);
  'preferredName'?: (string);
}

export interface GetContactResponse__Output {
  'email': (string);
  'phone': (string);
  'name': (string);
  'language': (string);
  'timeZone': (string);
  'preferredName': (string);
}
