// Original file: healthbooker/scheduler/v1/access.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ListAccessRequest as _healthbooker_scheduler_v1_ListAccessRequest, ListAccessRequest__Output as _healthbooker_scheduler_v1_ListAccessRequest__Output } from '../../../healthbooker/scheduler/v1/ListAccessRequest.ts';
import type { ListAccessResponse as _healthbooker_scheduler_v1_ListAccessResponse, ListAccessResponse__Output as _healthbooker_scheduler_v1_ListAccessResponse__Output } from '../../../healthbooker/scheduler/v1/ListAccessResponse.ts';

export interface AccessServiceClient extends grpc.Client {
  ListAccess(argument: _healthbooker_scheduler_v1_ListAccessRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListAccessResponse__Output>): grpc.ClientUnaryCall;
  ListAccess(argument: _healthbooker_scheduler_v1_ListAccessRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListAccessResponse__Output>): grpc.ClientUnaryCall;
  ListAccess(argument: _healthbooker_scheduler_v1_ListAccessRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListAccessResponse__Output>): grpc.ClientUnaryCall;
  ListAccess(argument: _healthbooker_scheduler_v1_ListAccessRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListAccessResponse__Output>): grpc.ClientUnaryCall;
  listAccess(argument: _healthbooker_scheduler_v1_ListAccessRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListAccessResponse__Output>): grpc.ClientUnaryCall;
  listAccess(argument: _healthbooker_scheduler_v1_ListAccessRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListAccessResponse__Output>): grpc.ClientUnaryCall;
  listAccess(argument: _healthbooker_scheduler_v1_ListAccessRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListAccessResponse__Output>): grpc.ClientUnaryCall;
  listAccess(argument: _healthbooker_scheduler_v1_ListAccessRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListAccessResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface AccessServiceHandlers extends grpc.UntypedServiceImplementation {
  ListAccess: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ListAccessRequest__Output, _healthbooker_scheduler_v1_ListAccessResponse>;
  
}

export interface AccessServiceDefinition extends grpc.ServiceDefinition {
  ListAccess: MethodDefinition<_healthbooker_scheduler_v1_ListAccessRequest, _healthbooker_scheduler_v1_ListAccessResponse, _healthbooker_scheduler_v1_ListAccessRequest__Output, _healthbooker_scheduler_v1_ListAccessResponse__Output>
}
