// Original file: healthbooker/scheduler/v1/policy.proto


export interface GetPolicyRequest {
}

export interface GetPolicyRequest__Output {
}
