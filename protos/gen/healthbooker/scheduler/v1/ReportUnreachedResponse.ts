// Original file: healthbooker/scheduler/v1/leave.proto


export interface ReportUnreachedResponse {
}

export interface ReportUnreachedResponse__Output {
}
