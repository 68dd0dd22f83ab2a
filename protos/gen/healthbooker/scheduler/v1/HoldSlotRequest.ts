// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface HoldSlotRequest {
  'patientId'?: (string);
  'slotId'?: (string);
}

export interface HoldSlotRequest__Output {
  'patientId': (string);
  'slotId': (string);
}
