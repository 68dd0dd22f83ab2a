// Original file: healthbooker/appointment/v1/appointment.proto


export interface AccessNeeds {
  'needs'?: (string)[];
}

export interface AccessNeeds__Output {
  'needs': (string)[];
}
