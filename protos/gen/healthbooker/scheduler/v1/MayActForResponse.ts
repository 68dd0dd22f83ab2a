// Original file: healthbooker/scheduler/v1/proxy.proto


export interface MayActForResponse {
  'allowed'?: (boolean);
}

export interface MayActForResponse__Output {
  'allowed': (boolean);
}
