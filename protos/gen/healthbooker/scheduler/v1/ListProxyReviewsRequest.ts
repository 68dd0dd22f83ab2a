// Original file: healthbooker/scheduler/v1/proxy.proto


export interface ListProxyReviewsRequest {
  'pageSize'?: (number);
  'pageToken'?: (string);
}

export interface ListProxyReviewsRequest__Output {
  'pageSize': (number);
  'pageToken': (string);
}
