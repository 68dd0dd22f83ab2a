// Original file: healthbooker/ehr/v1/ehr.proto


export interface DiscardDraftResponse {
}

export interface DiscardDraftResponse__Output {
}
