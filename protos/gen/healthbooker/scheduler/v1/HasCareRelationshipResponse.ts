// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface HasCareRelationshipResponse {
  'related'?: (boolean);
  'callerName'?: (string);
}

export interface HasCareRelationshipResponse__Output {
  'related': (boolean);
  'callerName': (string);
}
