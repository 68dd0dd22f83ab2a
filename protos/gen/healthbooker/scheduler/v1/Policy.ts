// Original file: healthbooker/scheduler/v1/policy.proto


export interface Policy {
  'proxyChildUntilAgeYears'?: (number);
  'proxyConfirmWithinHours'?: (number);
  'proxyByStaffForDays'?: (number);
  'openVisitsPerSpecialty'?: (number);
  'openSeriesPerSpecialty'?: (number);
  'newVisitsPerDay'?: (number);
  'movesPerDay'?: (number);
  'waitingPlaces'?: (number);
  'lateCancellationHours'?: (number);
}

export interface Policy__Output {
  'proxyChildUntilAgeYears': (number);
  'proxyConfirmWithinHours': (number);
  'proxyByStaffForDays': (number);
  'openVisitsPerSpecialty': (number);
  'openSeriesPerSpecialty': (number);
  'newVisitsPerDay': (number);
  'movesPerDay': (number);
  'waitingPlaces': (number);
  'lateCancellationHours': (number);
}
