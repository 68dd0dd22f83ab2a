// Original file: healthbooker/scheduler/v1/availability.proto


export interface RemoveClosureResponse {
}

export interface RemoveClosureResponse__Output {
}
