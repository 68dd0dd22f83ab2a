// Original file: healthbooker/appointment/v1/identity.proto


export interface TakeAccountNoticesRequest {
  'keptIds'?: (string)[];
}

export interface TakeAccountNoticesRequest__Output {
  'keptIds': (string)[];
}
