// Original file: healthbooker/scheduler/v1/policy.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ChangePolicyRequest as _healthbooker_scheduler_v1_ChangePolicyRequest, ChangePolicyRequest__Output as _healthbooker_scheduler_v1_ChangePolicyRequest__Output } from '../../../healthbooker/scheduler/v1/ChangePolicyRequest.ts';
import type { ChangePolicyResponse as _healthbooker_scheduler_v1_ChangePolicyResponse, ChangePolicyResponse__Output as _healthbooker_scheduler_v1_ChangePolicyResponse__Output } from '../../../healthbooker/scheduler/v1/ChangePolicyResponse.ts';
import type { GetPolicyRequest as _healthbooker_scheduler_v1_GetPolicyRequest, GetPolicyRequest__Output as _healthbooker_scheduler_v1_GetPolicyRequest__Output } from '../../../healthbooker/scheduler/v1/GetPolicyRequest.ts';
import type { GetPolicyResponse as _healthbooker_scheduler_v1_GetPolicyResponse, GetPolicyResponse__Output as _healthbooker_scheduler_v1_GetPolicyResponse__Output } from '../../../healthbooker/scheduler/v1/GetPolicyResponse.ts';

export interface PolicyServiceClient extends grpc.Client {
  ChangePolicy(argument: _healthbooker_scheduler_v1_ChangePolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangePolicyResponse__Output>): grpc.ClientUnaryCall;
  ChangePolicy(argument: _healthbooker_scheduler_v1_ChangePolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangePolicyResponse__Output>): grpc.ClientUnaryCall;
  ChangePolicy(argument: _healthbooker_scheduler_v1_ChangePolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangePolicyResponse__Output>): grpc.ClientUnaryCall;
  ChangePolicy(argument: _healthbooker_scheduler_v1_ChangePolicyRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangePolicyResponse__Output>): grpc.ClientUnaryCall;
  changePolicy(argument: _healthbooker_scheduler_v1_ChangePolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangePolicyResponse__Output>): grpc.ClientUnaryCall;
  changePolicy(argument: _healthbooker_scheduler_v1_ChangePolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangePolicyResponse__Output>): grpc.ClientUnaryCall;
  changePolicy(argument: _healthbooker_scheduler_v1_ChangePolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangePolicyResponse__Output>): grpc.ClientUnaryCall;
  changePolicy(argument: _healthbooker_scheduler_v1_ChangePolicyRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangePolicyResponse__Output>): grpc.ClientUnaryCall;
  
  GetPolicy(argument: _healthbooker_scheduler_v1_GetPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetPolicyResponse__Output>): grpc.ClientUnaryCall;
  GetPolicy(argument: _healthbooker_scheduler_v1_GetPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetPolicyResponse__Output>): grpc.ClientUnaryCall;
  GetPolicy(argument: _healthbooker_scheduler_v1_GetPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetPolicyResponse__Output>): grpc.ClientUnaryCall;
  GetPolicy(argument: _healthbooker_scheduler_v1_GetPolicyRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetPolicyResponse__Output>): grpc.ClientUnaryCall;
  getPolicy(argument: _healthbooker_scheduler_v1_GetPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetPolicyResponse__Output>): grpc.ClientUnaryCall;
  getPolicy(argument: _healthbooker_scheduler_v1_GetPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetPolicyResponse__Output>): grpc.ClientUnaryCall;
  getPolicy(argument: _healthbooker_scheduler_v1_GetPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetPolicyResponse__Output>): grpc.ClientUnaryCall;
  getPolicy(argument: _healthbooker_scheduler_v1_GetPolicyRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetPolicyResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface PolicyServiceHandlers extends grpc.UntypedServiceImplementation {
  ChangePolicy: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ChangePolicyRequest__Output, _healthbooker_scheduler_v1_ChangePolicyResponse>;
  
  GetPolicy: grpc.handleUnaryCall<_healthbooker_scheduler_v1_GetPolicyRequest__Output, _healthbooker_scheduler_v1_GetPolicyResponse>;
  
}

export interface PolicyServiceDefinition extends grpc.ServiceDefinition {
  ChangePolicy: MethodDefinition<_healthbooker_scheduler_v1_ChangePolicyRequest, _healthbooker_scheduler_v1_ChangePolicyResponse, _healthbooker_scheduler_v1_ChangePolicyRequest__Output, _healthbooker_scheduler_v1_ChangePolicyResponse__Output>
  GetPolicy: MethodDefinition<_healthbooker_scheduler_v1_GetPolicyRequest, _healthbooker_scheduler_v1_GetPolicyResponse, _healthbooker_scheduler_v1_GetPolicyRequest__Output, _healthbooker_scheduler_v1_GetPolicyResponse__Output>
}
