// Original file: healthbooker/ehr/v1/ehr.proto


export interface GetChartRequest {
  'patientId'?: (string);
}

export interface GetChartRequest__Output {
  'patientId': (string);
}
