// Original file: healthbooker/appointment/v1/identity.proto


export interface GetAccountNoticeResponse {
  'at'?: (string);
  'aboutName'?: (boolean);
  'aboutBirthDate'?: (boolean);
  'formerEmail'?: (string);
}

export interface GetAccountNoticeResponse__Output {
  'at': (string);
  'aboutName': (boolean);
  'aboutBirthDate': (boolean);
  'formerEmail': (string);
}
