// Original file: healthbooker/scheduler/v1/proxy.proto


export interface WithdrawInvitationsResponse {
}

export interface WithdrawInvitationsResponse__Output {
}
