// Original file: healthbooker/scheduler/v1/proxy.proto


export interface InviteProxyResponse {
  'code'?: (string);
  'expiresAt'?: (string);
}

export interface InviteProxyResponse__Output {
  'code': (string);
  'expiresAt': (string);
}
