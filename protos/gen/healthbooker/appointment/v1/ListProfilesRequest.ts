// Original file: healthbooker/appointment/v1/appointment.proto


export interface ListProfilesRequest {
  'personIds'?: (string)[];
  'withFormer'?: (boolean);
}

export interface ListProfilesRequest__Output {
  'personIds': (string)[];
  'withFormer': (boolean);
}
