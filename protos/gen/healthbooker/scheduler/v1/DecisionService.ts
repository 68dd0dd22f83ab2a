// Original file: healthbooker/scheduler/v1/decision.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { GetDecisionRequest as _healthbooker_scheduler_v1_GetDecisionRequest, GetDecisionRequest__Output as _healthbooker_scheduler_v1_GetDecisionRequest__Output } from '../../../healthbooker/scheduler/v1/GetDecisionRequest.ts';
import type { GetDecisionResponse as _healthbooker_scheduler_v1_GetDecisionResponse, GetDecisionResponse__Output as _healthbooker_scheduler_v1_GetDecisionResponse__Output } from '../../../healthbooker/scheduler/v1/GetDecisionResponse.ts';
import type { ListDecisionsRequest as _healthbooker_scheduler_v1_ListDecisionsRequest, ListDecisionsRequest__Output as _healthbooker_scheduler_v1_ListDecisionsRequest__Output } from '../../../healthbooker/scheduler/v1/ListDecisionsRequest.ts';
import type { ListDecisionsResponse as _healthbooker_scheduler_v1_ListDecisionsResponse, ListDecisionsResponse__Output as _healthbooker_scheduler_v1_ListDecisionsResponse__Output } from '../../../healthbooker/scheduler/v1/ListDecisionsResponse.ts';
import type { ReplayDecisionRequest as _healthbooker_scheduler_v1_ReplayDecisionRequest, ReplayDecisionRequest__Output as _healthbooker_scheduler_v1_ReplayDecisionRequest__Output } from '../../../healthbooker/scheduler/v1/ReplayDecisionRequest.ts';
import type { ReplayDecisionResponse as _healthbooker_scheduler_v1_ReplayDecisionResponse, ReplayDecisionResponse__Output as _healthbooker_scheduler_v1_ReplayDecisionResponse__Output } from '../../../healthbooker/scheduler/v1/ReplayDecisionResponse.ts';

export interface DecisionServiceClient extends grpc.Client {
  GetDecision(argument: _healthbooker_scheduler_v1_GetDecisionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetDecisionResponse__Output>): grpc.ClientUnaryCall;
  GetDecision(argument: _healthbooker_scheduler_v1_GetDecisionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetDecisionResponse__Output>): grpc.ClientUnaryCall;
  GetDecision(argument: _healthbooker_scheduler_v1_GetDecisionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetDecisionResponse__Output>): grpc.ClientUnaryCall;
  GetDecision(argument: _healthbooker_scheduler_v1_GetDecisionRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetDecisionResponse__Output>): grpc.ClientUnaryCall;
  getDecision(argument: _healthbooker_scheduler_v1_GetDecisionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetDecisionResponse__Output>): grpc.ClientUnaryCall;
  getDecision(argument: _healthbooker_scheduler_v1_GetDecisionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetDecisionResponse__Output>): grpc.ClientUnaryCall;
  getDecision(argument: _healthbooker_scheduler_v1_GetDecisionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetDecisionResponse__Output>): grpc.ClientUnaryCall;
  getDecision(argument: _healthbooker_scheduler_v1_GetDecisionRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetDecisionResponse__Output>): grpc.ClientUnaryCall;
  
  ListDecisions(argument: _healthbooker_scheduler_v1_ListDecisionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListDecisionsResponse__Output>): grpc.ClientUnaryCall;
  ListDecisions(argument: _healthbooker_scheduler_v1_ListDecisionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListDecisionsResponse__Output>): grpc.ClientUnaryCall;
  ListDecisions(argument: _healthbooker_scheduler_v1_ListDecisionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListDecisionsResponse__Output>): grpc.ClientUnaryCall;
  ListDecisions(argument: _healthbooker_scheduler_v1_ListDecisionsRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListDecisionsResponse__Output>): grpc.ClientUnaryCall;
  listDecisions(argument: _healthbooker_scheduler_v1_ListDecisionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListDecisionsResponse__Output>): grpc.ClientUnaryCall;
  listDecisions(argument: _healthbooker_scheduler_v1_ListDecisionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListDecisionsResponse__Output>): grpc.ClientUnaryCall;
  listDecisions(argument: _healthbooker_scheduler_v1_ListDecisionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListDecisionsResponse__Output>): grpc.ClientUnaryCall;
  listDecisions(argument: _healthbooker_scheduler_v1_ListDecisionsRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListDecisionsResponse__Output>): grpc.ClientUnaryCall;
  
  ReplayDecision(argument: _healthbooker_scheduler_v1_ReplayDecisionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReplayDecisionResponse__Output>): grpc.ClientUnaryCall;
  ReplayDecision(argument: _healthbooker_scheduler_v1_ReplayDecisionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReplayDecisionResponse__Output>): grpc.ClientUnaryCall;
  ReplayDecision(argument: _healthbooker_scheduler_v1_ReplayDecisionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReplayDecisionResponse__Output>): grpc.ClientUnaryCall;
  ReplayDecision(argument: _healthbooker_scheduler_v1_ReplayDecisionRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReplayDecisionResponse__Output>): grpc.ClientUnaryCall;
  replayDecision(argument: _healthbooker_scheduler_v1_ReplayDecisionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReplayDecisionResponse__Output>): grpc.ClientUnaryCall;
  replayDecision(argument: _healthbooker_scheduler_v1_ReplayDecisionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReplayDecisionResponse__Output>): grpc.ClientUnaryCall;
  replayDecision(argument: _healthbooker_scheduler_v1_ReplayDecisionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReplayDecisionResponse__Output>): grpc.ClientUnaryCall;
  replayDecision(argument: _healthbooker_scheduler_v1_ReplayDecisionRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReplayDecisionResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface DecisionServiceHandlers extends grpc.UntypedServiceImplementation {
  GetDecision: grpc.handleUnaryCall<_healthbooker_scheduler_v1_GetDecisionRequest__Output, _healthbooker_scheduler_v1_GetDecisionResponse>;
  
  ListDecisions: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ListDecisionsRequest__Output, _healthbooker_scheduler_v1_ListDecisionsResponse>;
  
  ReplayDecision: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ReplayDecisionRequest__Output, _healthbooker_scheduler_v1_ReplayDecisionResponse>;
  
}

export interface DecisionServiceDefinition extends grpc.ServiceDefinition {
  GetDecision: MethodDefinition<_healthbooker_scheduler_v1_GetDecisionRequest, _healthbooker_scheduler_v1_GetDecisionResponse, _healthbooker_scheduler_v1_GetDecisionRequest__Output, _healthbooker_scheduler_v1_GetDecisionResponse__Output>
  ListDecisions: MethodDefinition<_healthbooker_scheduler_v1_ListDecisionsRequest, _healthbooker_scheduler_v1_ListDecisionsResponse, _healthbooker_scheduler_v1_ListDecisionsRequest__Output, _healthbooker_scheduler_v1_ListDecisionsResponse__Output>
  ReplayDecision: MethodDefinition<_healthbooker_scheduler_v1_ReplayDecisionRequest, _healthbooker_scheduler_v1_ReplayDecisionResponse, _healthbooker_scheduler_v1_ReplayDecisionRequest__Output, _healthbooker_scheduler_v1_ReplayDecisionResponse__Output>
}
