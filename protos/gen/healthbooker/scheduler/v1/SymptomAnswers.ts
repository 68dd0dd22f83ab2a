// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface SymptomAnswers {
  'emergencySigns'?: (boolean);
  'gettingWorse'?: (boolean);
  'limitsDailyLife'?: (boolean);
  'longStanding'?: (boolean);
}

export interface SymptomAnswers__Output {
  'emergencySigns': (boolean);
  'gettingWorse': (boolean);
  'limitsDailyLife': (boolean);
  'longStanding': (boolean);
}
