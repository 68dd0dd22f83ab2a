// Original file: healthbooker/appointment/v1/appointment.proto


export interface ListNamesRequest {
  'personIds'?: (string)[];
}

export interface ListNamesRequest__Output {
  'personIds': (string)[];
}
