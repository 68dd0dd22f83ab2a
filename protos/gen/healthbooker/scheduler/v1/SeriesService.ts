// Original file: healthbooker/scheduler/v1/series.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CancelSeriesRequest as _healthbooker_scheduler_v1_CancelSeriesRequest, CancelSeriesRequest__Output as _healthbooker_scheduler_v1_CancelSeriesRequest__Output } from '../../../healthbooker/scheduler/v1/CancelSeriesRequest.ts';
import type { CancelSeriesResponse as _healthbooker_scheduler_v1_CancelSeriesResponse, CancelSeriesResponse__Output as _healthbooker_scheduler_v1_CancelSeriesResponse__Output } from '../../../healthbooker/scheduler/v1/CancelSeriesResponse.ts';
import type { MoveSeriesRequest as _healthbooker_scheduler_v1_MoveSeriesRequest, MoveSeriesRequest__Output as _healthbooker_scheduler_v1_MoveSeriesRequest__Output } from '../../../healthbooker/scheduler/v1/MoveSeriesRequest.ts';
import type { MoveSeriesResponse as _healthbooker_scheduler_v1_MoveSeriesResponse, MoveSeriesResponse__Output as _healthbooker_scheduler_v1_MoveSeriesResponse__Output } from '../../../healthbooker/scheduler/v1/MoveSeriesResponse.ts';
import type { ProposeSeriesRequest as _healthbooker_scheduler_v1_ProposeSeriesRequest, ProposeSeriesRequest__Output as _healthbooker_scheduler_v1_ProposeSeriesRequest__Output } from '../../../healthbooker/scheduler/v1/ProposeSeriesRequest.ts';
import type { ProposeSeriesResponse as _healthbooker_scheduler_v1_ProposeSeriesResponse, ProposeSeriesResponse__Output as _healthbooker_scheduler_v1_ProposeSeriesResponse__Output } from '../../../healthbooker/scheduler/v1/ProposeSeriesResponse.ts';
import type { ReserveSeriesRequest as _healthbooker_scheduler_v1_ReserveSeriesRequest, ReserveSeriesRequest__Output as _healthbooker_scheduler_v1_ReserveSeriesRequest__Output } from '../../../healthbooker/scheduler/v1/ReserveSeriesRequest.ts';
import type { ReserveSeriesResponse as _healthbooker_scheduler_v1_ReserveSeriesResponse, ReserveSeriesResponse__Output as _healthbooker_scheduler_v1_ReserveSeriesResponse__Output } from '../../../healthbooker/scheduler/v1/ReserveSeriesResponse.ts';

export interface SeriesServiceClient extends grpc.Client {
  CancelSeries(argument: _healthbooker_scheduler_v1_CancelSeriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelSeriesResponse__Output>): grpc.ClientUnaryCall;
  CancelSeries(argument: _healthbooker_scheduler_v1_CancelSeriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelSeriesResponse__Output>): grpc.ClientUnaryCall;
  CancelSeries(argument: _healthbooker_scheduler_v1_CancelSeriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelSeriesResponse__Output>): grpc.ClientUnaryCall;
  CancelSeries(argument: _healthbooker_scheduler_v1_CancelSeriesRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelSeriesResponse__Output>): grpc.ClientUnaryCall;
  cancelSeries(argument: _healthbooker_scheduler_v1_CancelSeriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelSeriesResponse__Output>): grpc.ClientUnaryCall;
  cancelSeries(argument: _healthbooker_scheduler_v1_CancelSeriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelSeriesResponse__Output>): grpc.ClientUnaryCall;
  cancelSeries(argument: _healthbooker_scheduler_v1_CancelSeriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelSeriesResponse__Output>): grpc.ClientUnaryCall;
  cancelSeries(argument: _healthbooker_scheduler_v1_CancelSeriesRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelSeriesResponse__Output>): grpc.ClientUnaryCall;
  
  MoveSeries(argument: _healthbooker_scheduler_v1_MoveSeriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MoveSeriesResponse__Output>): grpc.ClientUnaryCall;
  MoveSeries(argument: _healthbooker_scheduler_v1_MoveSeriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MoveSeriesResponse__Output>): grpc.ClientUnaryCall;
  MoveSeries(argument: _healthbooker_scheduler_v1_MoveSeriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MoveSeriesResponse__Output>): grpc.ClientUnaryCall;
  MoveSeries(argument: _healthbooker_scheduler_v1_MoveSeriesRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MoveSeriesResponse__Output>): grpc.ClientUnaryCall;
  moveSeries(argument: _healthbooker_scheduler_v1_MoveSeriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MoveSeriesResponse__Output>): grpc.ClientUnaryCall;
  moveSeries(argument: _healthbooker_scheduler_v1_MoveSeriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MoveSeriesResponse__Output>): grpc.ClientUnaryCall;
  moveSeries(argument: _healthbooker_scheduler_v1_MoveSeriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MoveSeriesResponse__Output>): grpc.ClientUnaryCall;
  moveSeries(argument: _healthbooker_scheduler_v1_MoveSeriesRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MoveSeriesResponse__Output>): grpc.ClientUnaryCall;
  
  ProposeSeries(argument: _healthbooker_scheduler_v1_ProposeSeriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ProposeSeriesResponse__Output>): grpc.ClientUnaryCall;
  ProposeSeries(argument: _healthbooker_scheduler_v1_ProposeSeriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ProposeSeriesResponse__Output>): grpc.ClientUnaryCall;
  ProposeSeries(argument: _healthbooker_scheduler_v1_ProposeSeriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ProposeSeriesResponse__Output>): grpc.ClientUnaryCall;
  ProposeSeries(argument: _healthbooker_scheduler_v1_ProposeSeriesRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ProposeSeriesResponse__Output>): grpc.ClientUnaryCall;
  proposeSeries(argument: _healthbooker_scheduler_v1_ProposeSeriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ProposeSeriesResponse__Output>): grpc.ClientUnaryCall;
  proposeSeries(argument: _healthbooker_scheduler_v1_ProposeSeriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ProposeSeriesResponse__Output>): grpc.ClientUnaryCall;
  proposeSeries(argument: _healthbooker_scheduler_v1_ProposeSeriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ProposeSeriesResponse__Output>): grpc.ClientUnaryCall;
  proposeSeries(argument: _healthbooker_scheduler_v1_ProposeSeriesRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ProposeSeriesResponse__Output>): grpc.ClientUnaryCall;
  
  ReserveSeries(argument: _healthbooker_scheduler_v1_ReserveSeriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReserveSeriesResponse__Output>): grpc.ClientUnaryCall;
  ReserveSeries(argument: _healthbooker_scheduler_v1_ReserveSeriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReserveSeriesResponse__Output>): grpc.ClientUnaryCall;
  ReserveSeries(argument: _healthbooker_scheduler_v1_ReserveSeriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReserveSeriesResponse__Output>): grpc.ClientUnaryCall;
  ReserveSeries(argument: _healthbooker_scheduler_v1_ReserveSeriesRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReserveSeriesResponse__Output>): grpc.ClientUnaryCall;
  reserveSeries(argument: _healthbooker_scheduler_v1_ReserveSeriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReserveSeriesResponse__Output>): grpc.ClientUnaryCall;
  reserveSeries(argument: _healthbooker_scheduler_v1_ReserveSeriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReserveSeriesResponse__Output>): grpc.ClientUnaryCall;
  reserveSeries(argument: _healthbooker_scheduler_v1_ReserveSeriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReserveSeriesResponse__Output>): grpc.ClientUnaryCall;
  reserveSeries(argument: _healthbooker_scheduler_v1_ReserveSeriesRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReserveSeriesResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface SeriesServiceHandlers extends grpc.UntypedServiceImplementation {
  CancelSeries: grpc.handleUnaryCall<_healthbooker_scheduler_v1_CancelSeriesRequest__Output, _healthbooker_scheduler_v1_CancelSeriesResponse>;
  
  MoveSeries: grpc.handleUnaryCall<_healthbooker_scheduler_v1_MoveSeriesRequest__Output, _healthbooker_scheduler_v1_MoveSeriesResponse>;
  
  ProposeSeries: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ProposeSeriesRequest__Output, _healthbooker_scheduler_v1_ProposeSeriesResponse>;
  
  ReserveSeries: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ReserveSeriesRequest__Output, _healthbooker_scheduler_v1_ReserveSeriesResponse>;
  
}

export interface SeriesServiceDefinition extends grpc.ServiceDefinition {
  CancelSeries: MethodDefinition<_healthbooker_scheduler_v1_CancelSeriesRequest, _healthbooker_scheduler_v1_CancelSeriesResponse, _healthbooker_scheduler_v1_CancelSeriesRequest__Output, _healthbooker_scheduler_v1_CancelSeriesResponse__Output>
  MoveSeries: MethodDefinition<_healthbooker_scheduler_v1_MoveSeriesRequest, _healthbooker_scheduler_v1_MoveSeriesResponse, _healthbooker_scheduler_v1_MoveSeriesRequest__Output, _healthbooker_scheduler_v1_MoveSeriesResponse__Output>
  ProposeSeries: MethodDefinition<_healthbooker_scheduler_v1_ProposeSeriesRequest, _healthbooker_scheduler_v1_ProposeSeriesResponse, _healthbooker_scheduler_v1_ProposeSeriesRequest__Output, _healthbooker_scheduler_v1_ProposeSeriesResponse__Output>
  ReserveSeries: MethodDefinition<_healthbooker_scheduler_v1_ReserveSeriesRequest, _healthbooker_scheduler_v1_ReserveSeriesResponse, _healthbooker_scheduler_v1_ReserveSeriesRequest__Output, _healthbooker_scheduler_v1_ReserveSeriesResponse__Output>
}
