// Original file: healthbooker/scheduler/v1/series.proto


export interface SeriesVisit {
  'appointmentId'?: (string);
  'slotId'?: (string);
}

export interface SeriesVisit__Output {
  'appointmentId': (string);
  'slotId': (string);
}
