// Original file: healthbooker/scheduler/v1/proxy.proto


export interface InviteProxyRequest {
}

export interface InviteProxyRequest__Output {
}
