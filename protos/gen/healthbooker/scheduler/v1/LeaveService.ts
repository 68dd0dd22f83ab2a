// Original file: healthbooker/scheduler/v1/leave.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AnswerNewTimeRequest as _healthbooker_scheduler_v1_AnswerNewTimeRequest, AnswerNewTimeRequest__Output as _healthbooker_scheduler_v1_AnswerNewTimeRequest__Output } from '../../../healthbooker/scheduler/v1/AnswerNewTimeRequest.ts';
import type { AnswerNewTimeResponse as _healthbooker_scheduler_v1_AnswerNewTimeResponse, AnswerNewTimeResponse__Output as _healthbooker_scheduler_v1_AnswerNewTimeResponse__Output } from '../../../healthbooker/scheduler/v1/AnswerNewTimeResponse.ts';
import type { ApplyLeaveRequest as _healthbooker_scheduler_v1_ApplyLeaveRequest, ApplyLeaveRequest__Output as _healthbooker_scheduler_v1_ApplyLeaveRequest__Output } from '../../../healthbooker/scheduler/v1/ApplyLeaveRequest.ts';
import type { ApplyLeaveResponse as _healthbooker_scheduler_v1_ApplyLeaveResponse, ApplyLeaveResponse__Output as _healthbooker_scheduler_v1_ApplyLeaveResponse__Output } from '../../../healthbooker/scheduler/v1/ApplyLeaveResponse.ts';
import type { CancelLeaveRequest as _healthbooker_scheduler_v1_CancelLeaveRequest, CancelLeaveRequest__Output as _healthbooker_scheduler_v1_CancelLeaveRequest__Output } from '../../../healthbooker/scheduler/v1/CancelLeaveRequest.ts';
import type { CancelLeaveResponse as _healthbooker_scheduler_v1_CancelLeaveResponse, CancelLeaveResponse__Output as _healthbooker_scheduler_v1_CancelLeaveResponse__Output } from '../../../healthbooker/scheduler/v1/CancelLeaveResponse.ts';
import type { ListDisruptionsRequest as _healthbooker_scheduler_v1_ListDisruptionsRequest, ListDisruptionsRequest__Output as _healthbooker_scheduler_v1_ListDisruptionsRequest__Output } from '../../../healthbooker/scheduler/v1/ListDisruptionsRequest.ts';
import type { ListDisruptionsResponse as _healthbooker_scheduler_v1_ListDisruptionsResponse, ListDisruptionsResponse__Output as _healthbooker_scheduler_v1_ListDisruptionsResponse__Output } from '../../../healthbooker/scheduler/v1/ListDisruptionsResponse.ts';
import type { ListLeaveRequest as _healthbooker_scheduler_v1_ListLeaveRequest, ListLeaveRequest__Output as _healthbooker_scheduler_v1_ListLeaveRequest__Output } from '../../../healthbooker/scheduler/v1/ListLeaveRequest.ts';
import type { ListLeaveResponse as _healthbooker_scheduler_v1_ListLeaveResponse, ListLeaveResponse__Output as _healthbooker_scheduler_v1_ListLeaveResponse__Output } from '../../../healthbooker/scheduler/v1/ListLeaveResponse.ts';
import type { ListWorklistRequest as _healthbooker_scheduler_v1_ListWorklistRequest, ListWorklistRequest__Output as _healthbooker_scheduler_v1_ListWorklistRequest__Output } from '../../../healthbooker/scheduler/v1/ListWorklistRequest.ts';
import type { ListWorklistResponse as _healthbooker_scheduler_v1_ListWorklistResponse, ListWorklistResponse__Output as _healthbooker_scheduler_v1_ListWorklistResponse__Output } from '../../../healthbooker/scheduler/v1/ListWorklistResponse.ts';
import type { PlanLeaveRequest as _healthbooker_scheduler_v1_PlanLeaveRequest, PlanLeaveRequest__Output as _healthbooker_scheduler_v1_PlanLeaveRequest__Output } from '../../../healthbooker/scheduler/v1/PlanLeaveRequest.ts';
import type { PlanLeaveResponse as _healthbooker_scheduler_v1_PlanLeaveResponse, PlanLeaveResponse__Output as _healthbooker_scheduler_v1_PlanLeaveResponse__Output } from '../../../healthbooker/scheduler/v1/PlanLeaveResponse.ts';
import type { ReportOptimalityRequest as _healthbooker_scheduler_v1_ReportOptimalityRequest, ReportOptimalityRequest__Output as _healthbooker_scheduler_v1_ReportOptimalityRequest__Output } from '../../../healthbooker/scheduler/v1/ReportOptimalityRequest.ts';
import type { ReportOptimalityResponse as _healthbooker_scheduler_v1_ReportOptimalityResponse, ReportOptimalityResponse__Output as _healthbooker_scheduler_v1_ReportOptimalityResponse__Output } from '../../../healthbooker/scheduler/v1/ReportOptimalityResponse.ts';
import type { ReportUnreachedRequest as _healthbooker_scheduler_v1_ReportUnreachedRequest, ReportUnreachedRequest__Output as _healthbooker_scheduler_v1_ReportUnreachedRequest__Output } from '../../../healthbooker/scheduler/v1/ReportUnreachedRequest.ts';
import type { ReportUnreachedResponse as _healthbooker_scheduler_v1_ReportUnreachedResponse, ReportUnreachedResponse__Output as _healthbooker_scheduler_v1_ReportUnreachedResponse__Output } from '../../../healthbooker/scheduler/v1/ReportUnreachedResponse.ts';
import type { SettleWorkItemRequest as _healthbooker_scheduler_v1_SettleWorkItemRequest, SettleWorkItemRequest__Output as _healthbooker_scheduler_v1_SettleWorkItemRequest__Output } from '../../../healthbooker/scheduler/v1/SettleWorkItemRequest.ts';
import type { SettleWorkItemResponse as _healthbooker_scheduler_v1_SettleWorkItemResponse, SettleWorkItemResponse__Output as _healthbooker_scheduler_v1_SettleWorkItemResponse__Output } from '../../../healthbooker/scheduler/v1/SettleWorkItemResponse.ts';

export interface LeaveServiceClient extends grpc.Client {
  AnswerNewTime(argument: _healthbooker_scheduler_v1_AnswerNewTimeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AnswerNewTimeResponse__Output>): grpc.ClientUnaryCall;
  AnswerNewTime(argument: _healthbooker_scheduler_v1_AnswerNewTimeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AnswerNewTimeResponse__Output>): grpc.ClientUnaryCall;
  AnswerNewTime(argument: _healthbooker_scheduler_v1_AnswerNewTimeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AnswerNewTimeResponse__Output>): grpc.ClientUnaryCall;
  AnswerNewTime(argument: _healthbooker_scheduler_v1_AnswerNewTimeRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AnswerNewTimeResponse__Output>): grpc.ClientUnaryCall;
  answerNewTime(argument: _healthbooker_scheduler_v1_AnswerNewTimeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AnswerNewTimeResponse__Output>): grpc.ClientUnaryCall;
  answerNewTime(argument: _healthbooker_scheduler_v1_AnswerNewTimeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AnswerNewTimeResponse__Output>): grpc.ClientUnaryCall;
  answerNewTime(argument: _healthbooker_scheduler_v1_AnswerNewTimeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AnswerNewTimeResponse__Output>): grpc.ClientUnaryCall;
  answerNewTime(argument: _healthbooker_scheduler_v1_AnswerNewTimeRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AnswerNewTimeResponse__Output>): grpc.ClientUnaryCall;
  
  ApplyLeave(argument: _healthbooker_scheduler_v1_ApplyLeaveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ApplyLeaveResponse__Output>): grpc.ClientUnaryCall;
  ApplyLeave(argument: _healthbooker_scheduler_v1_ApplyLeaveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ApplyLeaveResponse__Output>): grpc.ClientUnaryCall;
  ApplyLeave(argument: _healthbooker_scheduler_v1_ApplyLeaveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ApplyLeaveResponse__Output>): grpc.ClientUnaryCall;
  ApplyLeave(argument: _healthbooker_scheduler_v1_ApplyLeaveRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ApplyLeaveResponse__Output>): grpc.ClientUnaryCall;
  applyLeave(argument: _healthbooker_scheduler_v1_ApplyLeaveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ApplyLeaveResponse__Output>): grpc.ClientUnaryCall;
  applyLeave(argument: _healthbooker_scheduler_v1_ApplyLeaveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ApplyLeaveResponse__Output>): grpc.ClientUnaryCall;
  applyLeave(argument: _healthbooker_scheduler_v1_ApplyLeaveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ApplyLeaveResponse__Output>): grpc.ClientUnaryCall;
  applyLeave(argument: _healthbooker_scheduler_v1_ApplyLeaveRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ApplyLeaveResponse__Output>): grpc.ClientUnaryCall;
  
  CancelLeave(argument: _healthbooker_scheduler_v1_CancelLeaveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelLeaveResponse__Output>): grpc.ClientUnaryCall;
  CancelLeave(argument: _healthbooker_scheduler_v1_CancelLeaveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelLeaveResponse__Output>): grpc.ClientUnaryCall;
  CancelLeave(argument: _healthbooker_scheduler_v1_CancelLeaveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelLeaveResponse__Output>): grpc.ClientUnaryCall;
  CancelLeave(argument: _healthbooker_scheduler_v1_CancelLeaveRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelLeaveResponse__Output>): grpc.ClientUnaryCall;
  cancelLeave(argument: _healthbooker_scheduler_v1_CancelLeaveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelLeaveResponse__Output>): grpc.ClientUnaryCall;
  cancelLeave(argument: _healthbooker_scheduler_v1_CancelLeaveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelLeaveResponse__Output>): grpc.ClientUnaryCall;
  cancelLeave(argument: _healthbooker_scheduler_v1_CancelLeaveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelLeaveResponse__Output>): grpc.ClientUnaryCall;
  cancelLeave(argument: _healthbooker_scheduler_v1_CancelLeaveRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelLeaveResponse__Output>): grpc.ClientUnaryCall;
  
  ListDisruptions(argument: _healthbooker_scheduler_v1_ListDisruptionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListDisruptionsResponse__Output>): grpc.ClientUnaryCall;
  ListDisruptions(argument: _healthbooker_scheduler_v1_ListDisruptionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListDisruptionsResponse__Output>): grpc.ClientUnaryCall;
  ListDisruptions(argument: _healthbooker_scheduler_v1_ListDisruptionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListDisruptionsResponse__Output>): grpc.ClientUnaryCall;
  ListDisruptions(argument: _healthbooker_scheduler_v1_ListDisruptionsRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListDisruptionsResponse__Output>): grpc.ClientUnaryCall;
  listDisruptions(argument: _healthbooker_scheduler_v1_ListDisruptionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListDisruptionsResponse__Output>): grpc.ClientUnaryCall;
  listDisruptions(argument: _healthbooker_scheduler_v1_ListDisruptionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListDisruptionsResponse__Output>): grpc.ClientUnaryCall;
  listDisruptions(argument: _healthbooker_scheduler_v1_ListDisruptionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListDisruptionsResponse__Output>): grpc.ClientUnaryCall;
  listDisruptions(argument: _healthbooker_scheduler_v1_ListDisruptionsRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListDisruptionsResponse__Output>): grpc.ClientUnaryCall;
  
  ListLeave(argument: _healthbooker_scheduler_v1_ListLeaveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListLeaveResponse__Output>): grpc.ClientUnaryCall;
  ListLeave(argument: _healthbooker_scheduler_v1_ListLeaveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListLeaveResponse__Output>): grpc.ClientUnaryCall;
  ListLeave(argument: _healthbooker_scheduler_v1_ListLeaveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListLeaveResponse__Output>): grpc.ClientUnaryCall;
  ListLeave(argument: _healthbooker_scheduler_v1_ListLeaveRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListLeaveResponse__Output>): grpc.ClientUnaryCall;
  listLeave(argument: _healthbooker_scheduler_v1_ListLeaveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListLeaveResponse__Output>): grpc.ClientUnaryCall;
  listLeave(argument: _healthbooker_scheduler_v1_ListLeaveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListLeaveResponse__Output>): grpc.ClientUnaryCall;
  listLeave(argument: _healthbooker_scheduler_v1_ListLeaveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListLeaveResponse__Output>): grpc.ClientUnaryCall;
  listLeave(argument: _healthbooker_scheduler_v1_ListLeaveRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListLeaveResponse__Output>): grpc.ClientUnaryCall;
  
  ListWorklist(argument: _healthbooker_scheduler_v1_ListWorklistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWorklistResponse__Output>): grpc.ClientUnaryCall;
  ListWorklist(argument: _healthbooker_scheduler_v1_ListWorklistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWorklistResponse__Output>): grpc.ClientUnaryCall;
  ListWorklist(argument: _healthbooker_scheduler_v1_ListWorklistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWorklistResponse__Output>): grpc.ClientUnaryCall;
  ListWorklist(argument: _healthbooker_scheduler_v1_ListWorklistRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWorklistResponse__Output>): grpc.ClientUnaryCall;
  listWorklist(argument: _healthbooker_scheduler_v1_ListWorklistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWorklistResponse__Output>): grpc.ClientUnaryCall;
  listWorklist(argument: _healthbooker_scheduler_v1_ListWorklistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWorklistResponse__Output>): grpc.ClientUnaryCall;
  listWorklist(argument: _healthbooker_scheduler_v1_ListWorklistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWorklistResponse__Output>): grpc.ClientUnaryCall;
  listWorklist(argument: _healthbooker_scheduler_v1_ListWorklistRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWorklistResponse__Output>): grpc.ClientUnaryCall;
  
  PlanLeave(argument: _healthbooker_scheduler_v1_PlanLeaveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PlanLeaveResponse__Output>): grpc.ClientUnaryCall;
  PlanLeave(argument: _healthbooker_scheduler_v1_PlanLeaveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PlanLeaveResponse__Output>): grpc.ClientUnaryCall;
  PlanLeave(argument: _healthbooker_scheduler_v1_PlanLeaveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PlanLeaveResponse__Output>): grpc.ClientUnaryCall;
  PlanLeave(argument: _healthbooker_scheduler_v1_PlanLeaveRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PlanLeaveResponse__Output>): grpc.ClientUnaryCall;
  planLeave(argument: _healthbooker_scheduler_v1_PlanLeaveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PlanLeaveResponse__Output>): grpc.ClientUnaryCall;
  planLeave(argument: _healthbooker_scheduler_v1_PlanLeaveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PlanLeaveResponse__Output>): grpc.ClientUnaryCall;
  planLeave(argument: _healthbooker_scheduler_v1_PlanLeaveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PlanLeaveResponse__Output>): grpc.ClientUnaryCall;
  planLeave(argument: _healthbooker_scheduler_v1_PlanLeaveRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PlanLeaveResponse__Output>): grpc.ClientUnaryCall;
  
  ReportOptimality(argument: _healthbooker_scheduler_v1_ReportOptimalityRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportOptimalityResponse__Output>): grpc.ClientUnaryCall;
  ReportOptimality(argument: _healthbooker_scheduler_v1_ReportOptimalityRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportOptimalityResponse__Output>): grpc.ClientUnaryCall;
  ReportOptimality(argument: _healthbooker_scheduler_v1_ReportOptimalityRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportOptimalityResponse__Output>): grpc.ClientUnaryCall;
  ReportOptimality(argument: _healthbooker_scheduler_v1_ReportOptimalityRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportOptimalityResponse__Output>): grpc.ClientUnaryCall;
  reportOptimality(argument: _healthbooker_scheduler_v1_ReportOptimalityRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportOptimalityResponse__Output>): grpc.ClientUnaryCall;
  reportOptimality(argument: _healthbooker_scheduler_v1_ReportOptimalityRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportOptimalityResponse__Output>): grpc.ClientUnaryCall;
  reportOptimality(argument: _healthbooker_scheduler_v1_ReportOptimalityRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportOptimalityResponse__Output>): grpc.ClientUnaryCall;
  reportOptimality(argument: _healthbooker_scheduler_v1_ReportOptimalityRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportOptimalityResponse__Output>): grpc.ClientUnaryCall;
  
  ReportUnreached(argument: _healthbooker_scheduler_v1_ReportUnreachedRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportUnreachedResponse__Output>): grpc.ClientUnaryCall;
  ReportUnreached(argument: _healthbooker_scheduler_v1_ReportUnreachedRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportUnreachedResponse__Output>): grpc.ClientUnaryCall;
  ReportUnreached(argument: _healthbooker_scheduler_v1_ReportUnreachedRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportUnreachedResponse__Output>): grpc.ClientUnaryCall;
  ReportUnreached(argument: _healthbooker_scheduler_v1_ReportUnreachedRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportUnreachedResponse__Output>): grpc.ClientUnaryCall;
  reportUnreached(argument: _healthbooker_scheduler_v1_ReportUnreachedRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportUnreachedResponse__Output>): grpc.ClientUnaryCall;
  reportUnreached(argument: _healthbooker_scheduler_v1_ReportUnreachedRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportUnreachedResponse__Output>): grpc.ClientUnaryCall;
  reportUnreached(argument: _healthbooker_scheduler_v1_ReportUnreachedRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportUnreachedResponse__Output>): grpc.ClientUnaryCall;
  reportUnreached(argument: _healthbooker_scheduler_v1_ReportUnreachedRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReportUnreachedResponse__Output>): grpc.ClientUnaryCall;
  
  SettleWorkItem(argument: _healthbooker_scheduler_v1_SettleWorkItemRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SettleWorkItemResponse__Output>): grpc.ClientUnaryCall;
  SettleWorkItem(argument: _healthbooker_scheduler_v1_SettleWorkItemRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SettleWorkItemResponse__Output>): grpc.ClientUnaryCall;
  SettleWorkItem(argument: _healthbooker_scheduler_v1_SettleWorkItemRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SettleWorkItemResponse__Output>): grpc.ClientUnaryCall;
  SettleWorkItem(argument: _healthbooker_scheduler_v1_SettleWorkItemRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SettleWorkItemResponse__Output>): grpc.ClientUnaryCall;
  settleWorkItem(argument: _healthbooker_scheduler_v1_SettleWorkItemRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SettleWorkItemResponse__Output>): grpc.ClientUnaryCall;
  settleWorkItem(argument: _healthbooker_scheduler_v1_SettleWorkItemRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SettleWorkItemResponse__Output>): grpc.ClientUnaryCall;
  settleWorkItem(argument: _healthbooker_scheduler_v1_SettleWorkItemRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SettleWorkItemResponse__Output>): grpc.ClientUnaryCall;
  settleWorkItem(argument: _healthbooker_scheduler_v1_SettleWorkItemRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SettleWorkItemResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface LeaveServiceHandlers extends grpc.UntypedServiceImplementation {
  AnswerNewTime: grpc.handleUnaryCall<_healthbooker_scheduler_v1_AnswerNewTimeRequest__Output, _healthbooker_scheduler_v1_AnswerNewTimeResponse>;
  
  ApplyLeave: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ApplyLeaveRequest__Output, _healthbooker_scheduler_v1_ApplyLeaveResponse>;
  
  CancelLeave: grpc.handleUnaryCall<_healthbooker_scheduler_v1_CancelLeaveRequest__Output, _healthbooker_scheduler_v1_CancelLeaveResponse>;
  
  ListDisruptions: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ListDisruptionsRequest__Output, _healthbooker_scheduler_v1_ListDisruptionsResponse>;
  
  ListLeave: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ListLeaveRequest__Output, _healthbooker_scheduler_v1_ListLeaveResponse>;
  
  ListWorklist: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ListWorklistRequest__Output, _healthbooker_scheduler_v1_ListWorklistResponse>;
  
  PlanLeave: grpc.handleUnaryCall<_healthbooker_scheduler_v1_PlanLeaveRequest__Output, _healthbooker_scheduler_v1_PlanLeaveResponse>;
  
  ReportOptimality: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ReportOptimalityRequest__Output, _healthbooker_scheduler_v1_ReportOptimalityResponse>;
  
  ReportUnreached: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ReportUnreachedRequest__Output, _healthbooker_scheduler_v1_ReportUnreachedResponse>;
  
  SettleWorkItem: grpc.handleUnaryCall<_healthbooker_scheduler_v1_SettleWorkItemRequest__Output, _healthbooker_scheduler_v1_SettleWorkItemResponse>;
  
}

export interface LeaveServiceDefinition extends grpc.ServiceDefinition {
  AnswerNewTime: MethodDefinition<_healthbooker_scheduler_v1_AnswerNewTimeRequest, _healthbooker_scheduler_v1_AnswerNewTimeResponse, _healthbooker_scheduler_v1_AnswerNewTimeRequest__Output, _healthbooker_scheduler_v1_AnswerNewTimeResponse__Output>
  ApplyLeave: MethodDefinition<_healthbooker_scheduler_v1_ApplyLeaveRequest, _healthbooker_scheduler_v1_ApplyLeaveResponse, _healthbooker_scheduler_v1_ApplyLeaveRequest__Output, _healthbooker_scheduler_v1_ApplyLeaveResponse__Output>
  CancelLeave: MethodDefinition<_healthbooker_scheduler_v1_CancelLeaveRequest, _healthbooker_scheduler_v1_CancelLeaveResponse, _healthbooker_scheduler_v1_CancelLeaveRequest__Output, _healthbooker_scheduler_v1_CancelLeaveResponse__Output>
  ListDisruptions: MethodDefinition<_healthbooker_scheduler_v1_ListDisruptionsRequest, _healthbooker_scheduler_v1_ListDisruptionsResponse, _healthbooker_scheduler_v1_ListDisruptionsRequest__Output, _healthbooker_scheduler_v1_ListDisruptionsResponse__Output>
  ListLeave: MethodDefinition<_healthbooker_scheduler_v1_ListLeaveRequest, _healthbooker_scheduler_v1_ListLeaveResponse, _healthbooker_scheduler_v1_ListLeaveRequest__Output, _healthbooker_scheduler_v1_ListLeaveResponse__Output>
  ListWorklist: MethodDefinition<_healthbooker_scheduler_v1_ListWorklistRequest, _healthbooker_scheduler_v1_ListWorklistResponse, _healthbooker_scheduler_v1_ListWorklistRequest__Output, _healthbooker_scheduler_v1_ListWorklistResponse__Output>
  PlanLeave: MethodDefinition<_healthbooker_scheduler_v1_PlanLeaveRequest, _healthbooker_scheduler_v1_PlanLeaveResponse, _healthbooker_scheduler_v1_PlanLeaveRequest__Output, _healthbooker_scheduler_v1_PlanLeaveResponse__Output>
  ReportOptimality: MethodDefinition<_healthbooker_scheduler_v1_ReportOptimalityRequest, _healthbooker_scheduler_v1_ReportOptimalityResponse, _healthbooker_scheduler_v1_ReportOptimalityRequest__Output, _healthbooker_scheduler_v1_ReportOptimalityResponse__Output>
  ReportUnreached: MethodDefinition<_healthbooker_scheduler_v1_ReportUnreachedRequest, _healthbooker_scheduler_v1_ReportUnreachedResponse, _healthbooker_scheduler_v1_ReportUnreachedRequest__Output, _healthbooker_scheduler_v1_ReportUnreachedResponse__Output>
  SettleWorkItem: MethodDefinition<_healthbooker_scheduler_v1_SettleWorkItemRequest, _healthbooker_scheduler_v1_SettleWorkItemResponse, _healthbooker_scheduler_v1_SettleWorkItemRequest__Output, _healthbooker_scheduler_v1_SettleWorkItemResponse__Output>
}
