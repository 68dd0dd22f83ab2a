// Original file: healthbooker/scheduler/v1/proxy.proto


export interface WithdrawInvitationsRequest {
}

export interface WithdrawInvitationsRequest__Output {
}
