// Original file: healthbooker/scheduler/v1/availability.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AddClosureRequest as _healthbooker_scheduler_v1_AddClosureRequest, AddClosureRequest__Output as _healthbooker_scheduler_v1_AddClosureRequest__Output } from '../../../healthbooker/scheduler/v1/AddClosureRequest.ts';
import type { AddClosureResponse as _healthbooker_scheduler_v1_AddClosureResponse, AddClosureResponse__Output as _healthbooker_scheduler_v1_AddClosureResponse__Output } from '../../../healthbooker/scheduler/v1/AddClosureResponse.ts';
import type { EndSessionRequest as _healthbooker_scheduler_v1_EndSessionRequest, EndSessionRequest__Output as _healthbooker_scheduler_v1_EndSessionRequest__Output } from '../../../healthbooker/scheduler/v1/EndSessionRequest.ts';
import type { EndSessionResponse as _healthbooker_scheduler_v1_EndSessionResponse, EndSessionResponse__Output as _healthbooker_scheduler_v1_EndSessionResponse__Output } from '../../../healthbooker/scheduler/v1/EndSessionResponse.ts';
import type { ListClosuresRequest as _healthbooker_scheduler_v1_ListClosuresRequest, ListClosuresRequest__Output as _healthbooker_scheduler_v1_ListClosuresRequest__Output } from '../../../healthbooker/scheduler/v1/ListClosuresRequest.ts';
import type { ListClosuresResponse as _healthbooker_scheduler_v1_ListClosuresResponse, ListClosuresResponse__Output as _healthbooker_scheduler_v1_ListClosuresResponse__Output } from '../../../healthbooker/scheduler/v1/ListClosuresResponse.ts';
import type { ListProviderWeekRequest as _healthbooker_scheduler_v1_ListProviderWeekRequest, ListProviderWeekRequest__Output as _healthbooker_scheduler_v1_ListProviderWeekRequest__Output } from '../../../healthbooker/scheduler/v1/ListProviderWeekRequest.ts';
import type { ListProviderWeekResponse as _healthbooker_scheduler_v1_ListProviderWeekResponse, ListProviderWeekResponse__Output as _healthbooker_scheduler_v1_ListProviderWeekResponse__Output } from '../../../healthbooker/scheduler/v1/ListProviderWeekResponse.ts';
import type { ListSessionsRequest as _healthbooker_scheduler_v1_ListSessionsRequest, ListSessionsRequest__Output as _healthbooker_scheduler_v1_ListSessionsRequest__Output } from '../../../healthbooker/scheduler/v1/ListSessionsRequest.ts';
import type { ListSessionsResponse as _healthbooker_scheduler_v1_ListSessionsResponse, ListSessionsResponse__Output as _healthbooker_scheduler_v1_ListSessionsResponse__Output } from '../../../healthbooker/scheduler/v1/ListSessionsResponse.ts';
import type { PutSessionRequest as _healthbooker_scheduler_v1_PutSessionRequest, PutSessionRequest__Output as _healthbooker_scheduler_v1_PutSessionRequest__Output } from '../../../healthbooker/scheduler/v1/PutSessionRequest.ts';
import type { PutSessionResponse as _healthbooker_scheduler_v1_PutSessionResponse, PutSessionResponse__Output as _healthbooker_scheduler_v1_PutSessionResponse__Output } from '../../../healthbooker/scheduler/v1/PutSessionResponse.ts';
import type { RemoveClosureRequest as _healthbooker_scheduler_v1_RemoveClosureRequest, RemoveClosureRequest__Output as _healthbooker_scheduler_v1_RemoveClosureRequest__Output } from '../../../healthbooker/scheduler/v1/RemoveClosureRequest.ts';
import type { RemoveClosureResponse as _healthbooker_scheduler_v1_RemoveClosureResponse, RemoveClosureResponse__Output as _healthbooker_scheduler_v1_RemoveClosureResponse__Output } from '../../../healthbooker/scheduler/v1/RemoveClosureResponse.ts';

export interface AvailabilityServiceClient extends grpc.Client {
  AddClosure(argument: _healthbooker_scheduler_v1_AddClosureRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AddClosureResponse__Output>): grpc.ClientUnaryCall;
  AddClosure(argument: _healthbooker_scheduler_v1_AddClosureRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AddClosureResponse__Output>): grpc.ClientUnaryCall;
  AddClosure(argument: _healthbooker_scheduler_v1_AddClosureRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AddClosureResponse__Output>): grpc.ClientUnaryCall;
  AddClosure(argument: _healthbooker_scheduler_v1_AddClosureRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AddClosureResponse__Output>): grpc.ClientUnaryCall;
  addClosure(argument: _healthbooker_scheduler_v1_AddClosureRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AddClosureResponse__Output>): grpc.ClientUnaryCall;
  addClosure(argument: _healthbooker_scheduler_v1_AddClosureRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AddClosureResponse__Output>): grpc.ClientUnaryCall;
  addClosure(argument: _healthbooker_scheduler_v1_AddClosureRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AddClosureResponse__Output>): grpc.ClientUnaryCall;
  addClosure(argument: _healthbooker_scheduler_v1_AddClosureRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AddClosureResponse__Output>): grpc.ClientUnaryCall;
  
  EndSession(argument: _healthbooker_scheduler_v1_EndSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndSessionResponse__Output>): grpc.ClientUnaryCall;
  EndSession(argument: _healthbooker_scheduler_v1_EndSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndSessionResponse__Output>): grpc.ClientUnaryCall;
  EndSession(argument: _healthbooker_scheduler_v1_EndSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndSessionResponse__Output>): grpc.ClientUnaryCall;
  EndSession(argument: _healthbooker_scheduler_v1_EndSessionRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndSessionResponse__Output>): grpc.ClientUnaryCall;
  endSession(argument: _healthbooker_scheduler_v1_EndSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndSessionResponse__Output>): grpc.ClientUnaryCall;
  endSession(argument: _healthbooker_scheduler_v1_EndSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndSessionResponse__Output>): grpc.ClientUnaryCall;
  endSession(argument: _healthbooker_scheduler_v1_EndSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndSessionResponse__Output>): grpc.ClientUnaryCall;
  endSession(argument: _healthbooker_scheduler_v1_EndSessionRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndSessionResponse__Output>): grpc.ClientUnaryCall;
  
  ListClosures(argument: _healthbooker_scheduler_v1_ListClosuresRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListClosuresResponse__Output>): grpc.ClientUnaryCall;
  ListClosures(argument: _healthbooker_scheduler_v1_ListClosuresRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListClosuresResponse__Output>): grpc.ClientUnaryCall;
  ListClosures(argument: _healthbooker_scheduler_v1_ListClosuresRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListClosuresResponse__Output>): grpc.ClientUnaryCall;
  ListClosures(argument: _healthbooker_scheduler_v1_ListClosuresRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListClosuresResponse__Output>): grpc.ClientUnaryCall;
  listClosures(argument: _healthbooker_scheduler_v1_ListClosuresRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListClosuresResponse__Output>): grpc.ClientUnaryCall;
  listClosures(argument: _healthbooker_scheduler_v1_ListClosuresRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListClosuresResponse__Output>): grpc.ClientUnaryCall;
  listClosures(argument: _healthbooker_scheduler_v1_ListClosuresRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListClosuresResponse__Output>): grpc.ClientUnaryCall;
  listClosures(argument: _healthbooker_scheduler_v1_ListClosuresRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListClosuresResponse__Output>): grpc.ClientUnaryCall;
  
  ListProviderWeek(argument: _healthbooker_scheduler_v1_ListProviderWeekRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProviderWeekResponse__Output>): grpc.ClientUnaryCall;
  ListProviderWeek(argument: _healthbooker_scheduler_v1_ListProviderWeekRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProviderWeekResponse__Output>): grpc.ClientUnaryCall;
  ListProviderWeek(argument: _healthbooker_scheduler_v1_ListProviderWeekRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProviderWeekResponse__Output>): grpc.ClientUnaryCall;
  ListProviderWeek(argument: _healthbooker_scheduler_v1_ListProviderWeekRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProviderWeekResponse__Output>): grpc.ClientUnaryCall;
  listProviderWeek(argument: _healthbooker_scheduler_v1_ListProviderWeekRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProviderWeekResponse__Output>): grpc.ClientUnaryCall;
  listProviderWeek(argument: _healthbooker_scheduler_v1_ListProviderWeekRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProviderWeekResponse__Output>): grpc.ClientUnaryCall;
  listProviderWeek(argument: _healthbooker_scheduler_v1_ListProviderWeekRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProviderWeekResponse__Output>): grpc.ClientUnaryCall;
  listProviderWeek(argument: _healthbooker_scheduler_v1_ListProviderWeekRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProviderWeekResponse__Output>): grpc.ClientUnaryCall;
  
  ListSessions(argument: _healthbooker_scheduler_v1_ListSessionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  ListSessions(argument: _healthbooker_scheduler_v1_ListSessionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  ListSessions(argument: _healthbooker_scheduler_v1_ListSessionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  ListSessions(argument: _healthbooker_scheduler_v1_ListSessionsRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  listSessions(argument: _healthbooker_scheduler_v1_ListSessionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  listSessions(argument: _healthbooker_scheduler_v1_ListSessionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  listSessions(argument: _healthbooker_scheduler_v1_ListSessionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  listSessions(argument: _healthbooker_scheduler_v1_ListSessionsRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  
  PutSession(argument: _healthbooker_scheduler_v1_PutSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PutSessionResponse__Output>): grpc.ClientUnaryCall;
  PutSession(argument: _healthbooker_scheduler_v1_PutSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PutSessionResponse__Output>): grpc.ClientUnaryCall;
  PutSession(argument: _healthbooker_scheduler_v1_PutSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PutSessionResponse__Output>): grpc.ClientUnaryCall;
  PutSession(argument: _healthbooker_scheduler_v1_PutSessionRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PutSessionResponse__Output>): grpc.ClientUnaryCall;
  putSession(argument: _healthbooker_scheduler_v1_PutSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PutSessionResponse__Output>): grpc.ClientUnaryCall;
  putSession(argument: _healthbooker_scheduler_v1_PutSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PutSessionResponse__Output>): grpc.ClientUnaryCall;
  putSession(argument: _healthbooker_scheduler_v1_PutSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PutSessionResponse__Output>): grpc.ClientUnaryCall;
  putSession(argument: _healthbooker_scheduler_v1_PutSessionRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PutSessionResponse__Output>): grpc.ClientUnaryCall;
  
  RemoveClosure(argument: _healthbooker_scheduler_v1_RemoveClosureRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RemoveClosureResponse__Output>): grpc.ClientUnaryCall;
  RemoveClosure(argument: _healthbooker_scheduler_v1_RemoveClosureRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RemoveClosureResponse__Output>): grpc.ClientUnaryCall;
  RemoveClosure(argument: _healthbooker_scheduler_v1_RemoveClosureRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RemoveClosureResponse__Output>): grpc.ClientUnaryCall;
  RemoveClosure(argument: _healthbooker_scheduler_v1_RemoveClosureRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RemoveClosureResponse__Output>): grpc.ClientUnaryCall;
  removeClosure(argument: _healthbooker_scheduler_v1_RemoveClosureRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RemoveClosureResponse__Output>): grpc.ClientUnaryCall;
  removeClosure(argument: _healthbooker_scheduler_v1_RemoveClosureRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RemoveClosureResponse__Output>): grpc.ClientUnaryCall;
  removeClosure(argument: _healthbooker_scheduler_v1_RemoveClosureRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RemoveClosureResponse__Output>): grpc.ClientUnaryCall;
  removeClosure(argument: _healthbooker_scheduler_v1_RemoveClosureRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RemoveClosureResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface AvailabilityServiceHandlers extends grpc.UntypedServiceImplementation {
  AddClosure: grpc.handleUnaryCall<_healthbooker_scheduler_v1_AddClosureRequest__Output, _healthbooker_scheduler_v1_AddClosureResponse>;
  
  EndSession: grpc.handleUnaryCall<_healthbooker_scheduler_v1_EndSessionRequest__Output, _healthbooker_scheduler_v1_EndSessionResponse>;
  
  ListClosures: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ListClosuresRequest__Output, _healthbooker_scheduler_v1_ListClosuresResponse>;
  
  ListProviderWeek: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ListProviderWeekRequest__Output, _healthbooker_scheduler_v1_ListProviderWeekResponse>;
  
  ListSessions: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ListSessionsRequest__Output, _healthbooker_scheduler_v1_ListSessionsResponse>;
  
  PutSession: grpc.handleUnaryCall<_healthbooker_scheduler_v1_PutSessionRequest__Output, _healthbooker_scheduler_v1_PutSessionResponse>;
  
  RemoveClosure: grpc.handleUnaryCall<_healthbooker_scheduler_v1_RemoveClosureRequest__Output, _healthbooker_scheduler_v1_RemoveClosureResponse>;
  
}

export interface AvailabilityServiceDefinition extends grpc.ServiceDefinition {
  AddClosure: MethodDefinition<_healthbooker_scheduler_v1_AddClosureRequest, _healthbooker_scheduler_v1_AddClosureResponse, _healthbooker_scheduler_v1_AddClosureRequest__Output, _healthbooker_scheduler_v1_AddClosureResponse__Output>
  EndSession: MethodDefinition<_healthbooker_scheduler_v1_EndSessionRequest, _healthbooker_scheduler_v1_EndSessionResponse, _healthbooker_scheduler_v1_EndSessionRequest__Output, _healthbooker_scheduler_v1_EndSessionResponse__Output>
  ListClosures: MethodDefinition<_healthbooker_scheduler_v1_ListClosuresRequest, _healthbooker_scheduler_v1_ListClosuresResponse, _healthbooker_scheduler_v1_ListClosuresRequest__Output, _healthbooker_scheduler_v1_ListClosuresResponse__Output>
  ListProviderWeek: MethodDefinition<_healthbooker_scheduler_v1_ListProviderWeekRequest, _healthbooker_scheduler_v1_ListProviderWeekResponse, _healthbooker_scheduler_v1_ListProviderWeekRequest__Output, _healthbooker_scheduler_v1_ListProviderWeekResponse__Output>
  ListSessions: MethodDefinition<_healthbooker_scheduler_v1_ListSessionsRequest, _healthbooker_scheduler_v1_ListSessionsResponse, _healthbooker_scheduler_v1_ListSessionsRequest__Output, _healthbooker_scheduler_v1_ListSessionsResponse__Output>
  PutSession: MethodDefinition<_healthbooker_scheduler_v1_PutSessionRequest, _healthbooker_scheduler_v1_PutSessionResponse, _healthbooker_scheduler_v1_PutSessionRequest__Output, _healthbooker_scheduler_v1_PutSessionResponse__Output>
  RemoveClosure: MethodDefinition<_healthbooker_scheduler_v1_RemoveClosureRequest, _healthbooker_scheduler_v1_RemoveClosureResponse, _healthbooker_scheduler_v1_RemoveClosureRequest__Output, _healthbooker_scheduler_v1_RemoveClosureResponse__Output>
}
