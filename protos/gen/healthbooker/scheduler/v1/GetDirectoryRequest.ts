// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface GetDirectoryRequest {
}

export interface GetDirectoryRequest__Output {
}
