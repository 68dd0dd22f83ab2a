// Original file: healthbooker/scheduler/v1/availability.proto


export interface ListClosuresRequest {
  'locationId'?: (string);
  'fromDate'?: (string);
}

export interface ListClosuresRequest__Output {
  'locationId': (string);
  'fromDate': (string);
}
