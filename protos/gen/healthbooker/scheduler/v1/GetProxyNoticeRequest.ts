// Original file: healthbooker/scheduler/v1/proxy.proto


export interface GetProxyNoticeRequest {
  'linkId'?: (string);
}

export interface GetProxyNoticeRequest__Output {
  'linkId': (string);
}
