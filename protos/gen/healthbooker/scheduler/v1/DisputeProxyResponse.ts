// Original file: healthbooker/scheduler/v1/proxy.proto


export interface DisputeProxyResponse {
}

export interface DisputeProxyResponse__Output {
}
