// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface SetPatientReachResponse {
}

export interface SetPatientReachResponse__Output {
}
