// Original file: healthbooker/scheduler/v1/proxy.proto


export interface AcceptInvitationRequest {
  'code'?: (string);
}

export interface AcceptInvitationRequest__Output {
  'code': (string);
}
