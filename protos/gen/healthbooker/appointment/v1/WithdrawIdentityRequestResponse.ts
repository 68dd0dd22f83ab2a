// Original file: healthbooker/appointment/v1/identity.proto


export interface WithdrawIdentityRequestResponse {
}

export interface WithdrawIdentityRequestResponse__Output {
}
