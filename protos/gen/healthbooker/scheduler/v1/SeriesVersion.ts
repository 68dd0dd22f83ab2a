// Original file: healthbooker/scheduler/v1/series.proto


export interface SeriesVersion {
  'appointmentId'?: (string);
  'expectedVersion'?: (number);
}

export interface SeriesVersion__Output {
  'appointmentId': (string);
  'expectedVersion': (number);
}
