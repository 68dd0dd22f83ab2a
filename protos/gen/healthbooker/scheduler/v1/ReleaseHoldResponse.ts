// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface ReleaseHoldResponse {
}

export interface ReleaseHoldResponse__Output {
}
