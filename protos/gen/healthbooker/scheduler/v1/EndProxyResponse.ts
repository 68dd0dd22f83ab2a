// Original file: healthbooker/scheduler/v1/proxy.proto


export interface EndProxyResponse {
}

export interface EndProxyResponse__Output {
}
