// Original file: healthbooker/scheduler/v1/proxy.proto


export interface ListUnconfirmedProxiesRequest {
}

export interface ListUnconfirmedProxiesRequest__Output {
}
