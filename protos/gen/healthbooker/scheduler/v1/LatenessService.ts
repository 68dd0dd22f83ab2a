// Original file: healthbooker/scheduler/v1/lateness.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ReportLatenessRequest as _healthbooker_scheduler_v1_ReportLatenessRequest, ReportLatenessRequest__Output as _healthbooker_scheduler_v1_ReportLatenessRequest__Output } from '../../../healthbooker/scheduler/v1/ReportLatenessRequest.ts';
import type { ReportLatenessResponse as _healthbooker_scheduler_v1_ReportLatenessResponse, ReportLatenessResponse__Output as _healthbooker_scheduler_v1_ReportLatenessResponse__Output } from '../../../healthbooker/scheduler/v1/ReportLatenessResponse.ts';
import type { SetProviderDelayRequest as _healthbooker_scheduler_v1_SetProviderDelayRequest, SetProviderDelayRequest__Output as _healthbooker_scheduler_v1_SetProviderDelayRequest__Output } from '../../../healthbooker/scheduler/v1/SetProviderDelayRequest.ts';
import type { SetProviderDelayResponse as _healthbooker_scheduler_v1_SetProviderDelayResponse, SetProviderDelayResponse__Output as _healthbooker_scheduler_v1_SetProviderDelayResponse__Output } from '../../../healthbooker/scheduler/v1/SetProviderDelayResponse.ts';

export interface LatenessServiceClient extends grpc.Client {
  ReportLateness(argument: _healthbooker_scheduler_v1_ReportLatenessRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportLatenessResponse__Output>): grpc.ClientUnaryCall;
  ReportLateness(argument: _healthbooker_scheduler_v1_ReportLatenessRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportLatenessResponse__Output>): grpc.ClientUnaryCall;
  ReportLateness(argument: _healthbooker_scheduler_v1_ReportLatenessRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportLatenessResponse__Output>): grpc.ClientUnaryCall;
  ReportLateness(argument: _healthbooker_scheduler_v1_ReportLatenessRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportLatenessResponse__Output>): grpc.ClientUnaryCall;
  reportLateness(argument: _healthbooker_scheduler_v1_ReportLatenessRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportLatenessResponse__Output>): grpc.ClientUnaryCall;
  reportLateness(argument: _healthbooker_scheduler_v1_ReportLatenessRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportLatenessResponse__Output>): grpc.ClientUnaryCall;
  reportLateness(argument: _healthbooker_scheduler_v1_ReportLatenessRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportLatenessResponse__Output>): grpc.ClientUnaryCall;
  reportLateness(argument: _healthbooker_scheduler_v1_ReportLatenessRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportLatenessResponse__Output>): grpc.ClientUnaryCall;
  
  SetProviderDelay(argument: _healthbooker_scheduler_v1_SetProviderDelayRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SetProviderDelayResponse__Output>): grpc.ClientUnaryCall;
  SetProviderDelay(argument: _healthbooker_scheduler_v1_SetProviderDelayRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SetProviderDelayResponse__Output>): grpc.ClientUnaryCall;
  SetProviderDelay(argument: _healthbooker_scheduler_v1_SetProviderDelayRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SetProviderDelayResponse__Output>): grpc.ClientUnaryCall;
  SetProviderDelay(argument: _healthbooker_scheduler_v1_SetProviderDelayRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SetProviderDelayResponse__Output>): grpc.ClientUnaryCall;
  setProviderDelay(argument: _healthbooker_scheduler_v1_SetProviderDelayRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SetProviderDelayResponse__Output>): grpc.ClientUnaryCall;
  setProviderDelay(argument: _healthbooker_scheduler_v1_SetProviderDelayRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SetProviderDelayResponse__Output>): grpc.ClientUnaryCall;
  setProviderDelay(argument: _healthbooker_scheduler_v1_SetProviderDelayRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SetProviderDelayResponse__Output>): grpc.ClientUnaryCall;
  setProviderDelay(argument: _healthbooker_scheduler_v1_SetProviderDelayRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SetProviderDelayResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface LatenessServiceHandlers extends grpc.UntypedServiceImplementation {
  ReportLateness: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ReportLatenessRequest__Output, _healthbooker_scheduler_v1_ReportLatenessResponse>;
  
  SetProviderDelay: grpc.handleUnaryCall<_healthbooker_scheduler_v1_SetProviderDelayRequest__Output, _healthbooker_scheduler_v1_SetProviderDelayResponse>;
  
}

export interface LatenessServiceDefinition extends grpc.ServiceDefinition {
  ReportLateness: MethodDefinition<_healthbooker_scheduler_v1_ReportLatenessRequest, _healthbooker_scheduler_v1_ReportLatenessResponse, _healthbooker_scheduler_v1_ReportLatenessRequest__Output, _healthbooker_scheduler_v1_ReportLatenessResponse__Output>
  SetProviderDelay: MethodDefinition<_healthbooker_scheduler_v1_SetProviderDelayRequest, _healthbooker_scheduler_v1_SetProviderDelayResponse, _healthbooker_scheduler_v1_SetProviderDelayRequest__Output, _healthbooker_scheduler_v1_SetProviderDelayResponse__Output>
}
