// Original file: healthbooker/scheduler/v1/scheduler.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CancelReservationRequest as _healthbooker_scheduler_v1_CancelReservationRequest, CancelReservationRequest__Output as _healthbooker_scheduler_v1_CancelReservationRequest__Output } from '../../../healthbooker/scheduler/v1/CancelReservationRequest.ts';
import type { CancelReservationResponse as _healthbooker_scheduler_v1_CancelReservationResponse, CancelReservationResponse__Output as _healthbooker_scheduler_v1_CancelReservationResponse__Output } from '../../../healthbooker/scheduler/v1/CancelReservationResponse.ts';
import type { ChangeVisitStatusRequest as _healthbooker_scheduler_v1_ChangeVisitStatusRequest, ChangeVisitStatusRequest__Output as _healthbooker_scheduler_v1_ChangeVisitStatusRequest__Output } from '../../../healthbooker/scheduler/v1/ChangeVisitStatusRequest.ts';
import type { ChangeVisitStatusResponse as _healthbooker_scheduler_v1_ChangeVisitStatusResponse, ChangeVisitStatusResponse__Output as _healthbooker_scheduler_v1_ChangeVisitStatusResponse__Output } from '../../../healthbooker/scheduler/v1/ChangeVisitStatusResponse.ts';
import type { ExtendHoldRequest as _healthbooker_scheduler_v1_ExtendHoldRequest, ExtendHoldRequest__Output as _healthbooker_scheduler_v1_ExtendHoldRequest__Output } from '../../../healthbooker/scheduler/v1/ExtendHoldRequest.ts';
import type { ExtendHoldResponse as _healthbooker_scheduler_v1_ExtendHoldResponse, ExtendHoldResponse__Output as _healthbooker_scheduler_v1_ExtendHoldResponse__Output } from '../../../healthbooker/scheduler/v1/ExtendHoldResponse.ts';
import type { GetDirectoryRequest as _healthbooker_scheduler_v1_GetDirectoryRequest, GetDirectoryRequest__Output as _healthbooker_scheduler_v1_GetDirectoryRequest__Output } from '../../../healthbooker/scheduler/v1/GetDirectoryRequest.ts';
import type { GetDirectoryResponse as _healthbooker_scheduler_v1_GetDirectoryResponse, GetDirectoryResponse__Output as _healthbooker_scheduler_v1_GetDirectoryResponse__Output } from '../../../healthbooker/scheduler/v1/GetDirectoryResponse.ts';
import type { GetReservationRequest as _healthbooker_scheduler_v1_GetReservationRequest, GetReservationRequest__Output as _healthbooker_scheduler_v1_GetReservationRequest__Output } from '../../../healthbooker/scheduler/v1/GetReservationRequest.ts';
import type { GetReservationResponse as _healthbooker_scheduler_v1_GetReservationResponse, GetReservationResponse__Output as _healthbooker_scheduler_v1_GetReservationResponse__Output } from '../../../healthbooker/scheduler/v1/GetReservationResponse.ts';
import type { HasCareRelationshipRequest as _healthbooker_scheduler_v1_HasCareRelationshipRequest, HasCareRelationshipRequest__Output as _healthbooker_scheduler_v1_HasCareRelationshipRequest__Output } from '../../../healthbooker/scheduler/v1/HasCareRelationshipRequest.ts';
import type { HasCareRelationshipResponse as _healthbooker_scheduler_v1_HasCareRelationshipResponse, HasCareRelationshipResponse__Output as _healthbooker_scheduler_v1_HasCareRelationshipResponse__Output } from '../../../healthbooker/scheduler/v1/HasCareRelationshipResponse.ts';
import type { HoldSlotRequest as _healthbooker_scheduler_v1_HoldSlotRequest, HoldSlotRequest__Output as _healthbooker_scheduler_v1_HoldSlotRequest__Output } from '../../../healthbooker/scheduler/v1/HoldSlotRequest.ts';
import type { HoldSlotResponse as _healthbooker_scheduler_v1_HoldSlotResponse, HoldSlotResponse__Output as _healthbooker_scheduler_v1_HoldSlotResponse__Output } from '../../../healthbooker/scheduler/v1/HoldSlotResponse.ts';
import type { ListChangedRequest as _healthbooker_scheduler_v1_ListChangedRequest, ListChangedRequest__Output as _healthbooker_scheduler_v1_ListChangedRequest__Output } from '../../../healthbooker/scheduler/v1/ListChangedRequest.ts';
import type { ListChangedResponse as _healthbooker_scheduler_v1_ListChangedResponse, ListChangedResponse__Output as _healthbooker_scheduler_v1_ListChangedResponse__Output } from '../../../healthbooker/scheduler/v1/ListChangedResponse.ts';
import type { ListProviderDayRequest as _healthbooker_scheduler_v1_ListProviderDayRequest, ListProviderDayRequest__Output as _healthbooker_scheduler_v1_ListProviderDayRequest__Output } from '../../../healthbooker/scheduler/v1/ListProviderDayRequest.ts';
import type { ListProviderDayResponse as _healthbooker_scheduler_v1_ListProviderDayResponse, ListProviderDayResponse__Output as _healthbooker_scheduler_v1_ListProviderDayResponse__Output } from '../../../healthbooker/scheduler/v1/ListProviderDayResponse.ts';
import type { MoveReservationRequest as _healthbooker_scheduler_v1_MoveReservationRequest, MoveReservationRequest__Output as _healthbooker_scheduler_v1_MoveReservationRequest__Output } from '../../../healthbooker/scheduler/v1/MoveReservationRequest.ts';
import type { MoveReservationResponse as _healthbooker_scheduler_v1_MoveReservationResponse, MoveReservationResponse__Output as _healthbooker_scheduler_v1_MoveReservationResponse__Output } from '../../../healthbooker/scheduler/v1/MoveReservationResponse.ts';
import type { ProposeRequest as _healthbooker_scheduler_v1_ProposeRequest, ProposeRequest__Output as _healthbooker_scheduler_v1_ProposeRequest__Output } from '../../../healthbooker/scheduler/v1/ProposeRequest.ts';
import type { ProposeResponse as _healthbooker_scheduler_v1_ProposeResponse, ProposeResponse__Output as _healthbooker_scheduler_v1_ProposeResponse__Output } from '../../../healthbooker/scheduler/v1/ProposeResponse.ts';
import type { ReleaseHoldRequest as _healthbooker_scheduler_v1_ReleaseHoldRequest, ReleaseHoldRequest__Output as _healthbooker_scheduler_v1_ReleaseHoldRequest__Output } from '../../../healthbooker/scheduler/v1/ReleaseHoldRequest.ts';
import type { ReleaseHoldResponse as _healthbooker_scheduler_v1_ReleaseHoldResponse, ReleaseHoldResponse__Output as _healthbooker_scheduler_v1_ReleaseHoldResponse__Output } from '../../../healthbooker/scheduler/v1/ReleaseHoldResponse.ts';
import type { ReserveRequest as _healthbooker_scheduler_v1_ReserveRequest, ReserveRequest__Output as _healthbooker_scheduler_v1_ReserveRequest__Output } from '../../../healthbooker/scheduler/v1/ReserveRequest.ts';
import type { ReserveResponse as _healthbooker_scheduler_v1_ReserveResponse, ReserveResponse__Output as _healthbooker_scheduler_v1_ReserveResponse__Output } from '../../../healthbooker/scheduler/v1/ReserveResponse.ts';
import type { SearchSlotsRequest as _healthbooker_scheduler_v1_SearchSlotsRequest, SearchSlotsRequest__Output as _healthbooker_scheduler_v1_SearchSlotsRequest__Output } from '../../../healthbooker/scheduler/v1/SearchSlotsRequest.ts';
import type { SearchSlotsResponse as _healthbooker_scheduler_v1_SearchSlotsResponse, SearchSlotsResponse__Output as _healthbooker_scheduler_v1_SearchSlotsResponse__Output } from '../../../healthbooker/scheduler/v1/SearchSlotsResponse.ts';
import type { SetPatientReachRequest as _healthbooker_scheduler_v1_SetPatientReachRequest, SetPatientReachRequest__Output as _healthbooker_scheduler_v1_SetPatientReachRequest__Output } from '../../../healthbooker/scheduler/v1/SetPatientReachRequest.ts';
import type { SetPatientReachResponse as _healthbooker_scheduler_v1_SetPatientReachResponse, SetPatientReachResponse__Output as _healthbooker_scheduler_v1_SetPatientReachResponse__Output } from '../../../healthbooker/scheduler/v1/SetPatientReachResponse.ts';

export interface SchedulerServiceClient extends grpc.Client {
  CancelReservation(argument: _healthbooker_scheduler_v1_CancelReservationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelReservationResponse__Output>): grpc.ClientUnaryCall;
  CancelReservation(argument: _healthbooker_scheduler_v1_CancelReservationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelReservationResponse__Output>): grpc.ClientUnaryCall;
  CancelReservation(argument: _healthbooker_scheduler_v1_CancelReservationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelReservationResponse__Output>): grpc.ClientUnaryCall;
  CancelReservation(argument: _healthbooker_scheduler_v1_CancelReservationRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelReservationResponse__Output>): grpc.ClientUnaryCall;
  cancelReservation(argument: _healthbooker_scheduler_v1_CancelReservationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelReservationResponse__Output>): grpc.ClientUnaryCall;
  cancelReservation(argument: _healthbooker_scheduler_v1_CancelReservationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelReservationResponse__Output>): grpc.ClientUnaryCall;
  cancelReservation(argument: _healthbooker_scheduler_v1_CancelReservationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelReservationResponse__Output>): grpc.ClientUnaryCall;
  cancelReservation(argument: _healthbooker_scheduler_v1_CancelReservationRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_CancelReservationResponse__Output>): grpc.ClientUnaryCall;
  
  ChangeVisitStatus(argument: _healthbooker_scheduler_v1_ChangeVisitStatusRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangeVisitStatusResponse__Output>): grpc.ClientUnaryCall;
  ChangeVisitStatus(argument: _healthbooker_scheduler_v1_ChangeVisitStatusRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangeVisitStatusResponse__Output>): grpc.ClientUnaryCall;
  ChangeVisitStatus(argument: _healthbooker_scheduler_v1_ChangeVisitStatusRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangeVisitStatusResponse__Output>): grpc.ClientUnaryCall;
  ChangeVisitStatus(argument: _healthbooker_scheduler_v1_ChangeVisitStatusRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangeVisitStatusResponse__Output>): grpc.ClientUnaryCall;
  changeVisitStatus(argument: _healthbooker_scheduler_v1_ChangeVisitStatusRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangeVisitStatusResponse__Output>): grpc.ClientUnaryCall;
  changeVisitStatus(argument: _healthbooker_scheduler_v1_ChangeVisitStatusRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangeVisitStatusResponse__Output>): grpc.ClientUnaryCall;
  changeVisitStatus(argument: _healthbooker_scheduler_v1_ChangeVisitStatusRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangeVisitStatusResponse__Output>): grpc.ClientUnaryCall;
  changeVisitStatus(argument: _healthbooker_scheduler_v1_ChangeVisitStatusRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangeVisitStatusResponse__Output>): grpc.ClientUnaryCall;
  
  ExtendHold(argument: _healthbooker_scheduler_v1_ExtendHoldRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ExtendHoldResponse__Output>): grpc.ClientUnaryCall;
  ExtendHold(argument: _healthbooker_scheduler_v1_ExtendHoldRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ExtendHoldResponse__Output>): grpc.ClientUnaryCall;
  ExtendHold(argument: _healthbooker_scheduler_v1_ExtendHoldRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ExtendHoldResponse__Output>): grpc.ClientUnaryCall;
  ExtendHold(argument: _healthbooker_scheduler_v1_ExtendHoldRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ExtendHoldResponse__Output>): grpc.ClientUnaryCall;
  extendHold(argument: _healthbooker_scheduler_v1_ExtendHoldRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ExtendHoldResponse__Output>): grpc.ClientUnaryCall;
  extendHold(argument: _healthbooker_scheduler_v1_ExtendHoldRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ExtendHoldResponse__Output>): grpc.ClientUnaryCall;
  extendHold(argument: _healthbooker_scheduler_v1_ExtendHoldRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ExtendHoldResponse__Output>): grpc.ClientUnaryCall;
  extendHold(argument: _healthbooker_scheduler_v1_ExtendHoldRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ExtendHoldResponse__Output>): grpc.ClientUnaryCall;
  
  GetDirectory(argument: _healthbooker_scheduler_v1_GetDirectoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetDirectoryResponse__Output>): grpc.ClientUnaryCall;
  GetDirectory(argument: _healthbooker_scheduler_v1_GetDirectoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetDirectoryResponse__Output>): grpc.ClientUnaryCall;
  GetDirectory(argument: _healthbooker_scheduler_v1_GetDirectoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetDirectoryResponse__Output>): grpc.ClientUnaryCall;
  GetDirectory(argument: _healthbooker_scheduler_v1_GetDirectoryRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetDirectoryResponse__Output>): grpc.ClientUnaryCall;
  getDirectory(argument: _healthbooker_scheduler_v1_GetDirectoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetDirectoryResponse__Output>): grpc.ClientUnaryCall;
  getDirectory(argument: _healthbooker_scheduler_v1_GetDirectoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetDirectoryResponse__Output>): grpc.ClientUnaryCall;
  getDirectory(argument: _healthbooker_scheduler_v1_GetDirectoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetDirectoryResponse__Output>): grpc.ClientUnaryCall;
  getDirectory(argument: _healthbooker_scheduler_v1_GetDirectoryRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetDirectoryResponse__Output>): grpc.ClientUnaryCall;
  
  GetReservation(argument: _healthbooker_scheduler_v1_GetReservationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetReservationResponse__Output>): grpc.ClientUnaryCall;
  GetReservation(argument: _healthbooker_scheduler_v1_GetReservationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetReservationResponse__Output>): grpc.ClientUnaryCall;
  GetReservation(argument: _healthbooker_scheduler_v1_GetReservationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetReservationResponse__Output>): grpc.ClientUnaryCall;
  GetReservation(argument: _healthbooker_scheduler_v1_GetReservationRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetReservationResponse__Output>): grpc.ClientUnaryCall;
  getReservation(argument: _healthbooker_scheduler_v1_GetReservationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetReservationResponse__Output>): grpc.ClientUnaryCall;
  getReservation(argument: _healthbooker_scheduler_v1_GetReservationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetReservationResponse__Output>): grpc.ClientUnaryCall;
  getReservation(argument: _healthbooker_scheduler_v1_GetReservationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetReservationResponse__Output>): grpc.ClientUnaryCall;
  getReservation(argument: _healthbooker_scheduler_v1_GetReservationRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetReservationResponse__Output>): grpc.ClientUnaryCall;
  
  HasCareRelationship(argument: _healthbooker_scheduler_v1_HasCareRelationshipRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_HasCareRelationshipResponse__Output>): grpc.ClientUnaryCall;
  HasCareRelationship(argument: _healthbooker_scheduler_v1_HasCareRelationshipRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_HasCareRelationshipResponse__Output>): grpc.ClientUnaryCall;
  HasCareRelationship(argument: _healthbooker_scheduler_v1_HasCareRelationshipRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_HasCareRelationshipResponse__Output>): grpc.ClientUnaryCall;
  HasCareRelationship(argument: _healthbooker_scheduler_v1_HasCareRelationshipRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_HasCareRelationshipResponse__Output>): grpc.ClientUnaryCall;
  hasCareRelationship(argument: _healthbooker_scheduler_v1_HasCareRelationshipRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_HasCareRelationshipResponse__Output>): grpc.ClientUnaryCall;
  hasCareRelationship(argument: _healthbooker_scheduler_v1_HasCareRelationshipRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_HasCareRelationshipResponse__Output>): grpc.ClientUnaryCall;
  hasCareRelationship(argument: _healthbooker_scheduler_v1_HasCareRelationshipRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_HasCareRelationshipResponse__Output>): grpc.ClientUnaryCall;
  hasCareRelationship(argument: _healthbooker_scheduler_v1_HasCareRelationshipRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_HasCareRelationshipResponse__Output>): grpc.ClientUnaryCall;
  
  HoldSlot(argument: _healthbooker_scheduler_v1_HoldSlotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_HoldSlotResponse__Output>): grpc.ClientUnaryCall;
  HoldSlot(argument: _healthbooker_scheduler_v1_HoldSlotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_HoldSlotResponse__Output>): grpc.ClientUnaryCall;
  HoldSlot(argument: _healthbooker_scheduler_v1_HoldSlotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_HoldSlotResponse__Output>): grpc.ClientUnaryCall;
  HoldSlot(argument: _healthbooker_scheduler_v1_HoldSlotRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_HoldSlotResponse__Output>): grpc.ClientUnaryCall;
  holdSlot(argument: _healthbooker_scheduler_v1_HoldSlotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_HoldSlotResponse__Output>): grpc.ClientUnaryCall;
  holdSlot(argument: _healthbooker_scheduler_v1_HoldSlotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_HoldSlotResponse__Output>): grpc.ClientUnaryCall;
  holdSlot(argument: _healthbooker_scheduler_v1_HoldSlotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_HoldSlotResponse__Output>): grpc.ClientUnaryCall;
  holdSlot(argument: _healthbooker_scheduler_v1_HoldSlotRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_HoldSlotResponse__Output>): grpc.ClientUnaryCall;
  
  ListChanged(argument: _healthbooker_scheduler_v1_ListChangedRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListChangedResponse__Output>): grpc.ClientUnaryCall;
  ListChanged(argument: _healthbooker_scheduler_v1_ListChangedRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListChangedResponse__Output>): grpc.ClientUnaryCall;
  ListChanged(argument: _healthbooker_scheduler_v1_ListChangedRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListChangedResponse__Output>): grpc.ClientUnaryCall;
  ListChanged(argument: _healthbooker_scheduler_v1_ListChangedRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListChangedResponse__Output>): grpc.ClientUnaryCall;
  listChanged(argument: _healthbooker_scheduler_v1_ListChangedRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListChangedResponse__Output>): grpc.ClientUnaryCall;
  listChanged(argument: _healthbooker_scheduler_v1_ListChangedRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListChangedResponse__Output>): grpc.ClientUnaryCall;
  listChanged(argument: _healthbooker_scheduler_v1_ListChangedRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListChangedResponse__Output>): grpc.ClientUnaryCall;
  listChanged(argument: _healthbooker_scheduler_v1_ListChangedRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListChangedResponse__Output>): grpc.ClientUnaryCall;
  
  ListProviderDay(argument: _healthbooker_scheduler_v1_ListProviderDayRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProviderDayResponse__Output>): grpc.ClientUnaryCall;
  ListProviderDay(argument: _healthbooker_scheduler_v1_ListProviderDayRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProviderDayResponse__Output>): grpc.ClientUnaryCall;
  ListProviderDay(argument: _healthbooker_scheduler_v1_ListProviderDayRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProviderDayResponse__Output>): grpc.ClientUnaryCall;
  ListProviderDay(argument: _healthbooker_scheduler_v1_ListProviderDayRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProviderDayResponse__Output>): grpc.ClientUnaryCall;
  listProviderDay(argument: _healthbooker_scheduler_v1_ListProviderDayRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProviderDayResponse__Output>): grpc.ClientUnaryCall;
  listProviderDay(argument: _healthbooker_scheduler_v1_ListProviderDayRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProviderDayResponse__Output>): grpc.ClientUnaryCall;
  listProviderDay(argument: _healthbooker_scheduler_v1_ListProviderDayRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProviderDayResponse__Output>): grpc.ClientUnaryCall;
  listProviderDay(argument: _healthbooker_scheduler_v1_ListProviderDayRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProviderDayResponse__Output>): grpc.ClientUnaryCall;
  
  MoveReservation(argument: _healthbooker_scheduler_v1_MoveReservationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MoveReservationResponse__Output>): grpc.ClientUnaryCall;
  MoveReservation(argument: _healthbooker_scheduler_v1_MoveReservationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MoveReservationResponse__Output>): grpc.ClientUnaryCall;
  MoveReservation(argument: _healthbooker_scheduler_v1_MoveReservationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MoveReservationResponse__Output>): grpc.ClientUnaryCall;
  MoveReservation(argument: _healthbooker_scheduler_v1_MoveReservationRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MoveReservationResponse__Output>): grpc.ClientUnaryCall;
  moveReservation(argument: _healthbooker_scheduler_v1_MoveReservationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MoveReservationResponse__Output>): grpc.ClientUnaryCall;
  moveReservation(argument: _healthbooker_scheduler_v1_MoveReservationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MoveReservationResponse__Output>): grpc.ClientUnaryCall;
  moveReservation(argument: _healthbooker_scheduler_v1_MoveReservationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MoveReservationResponse__Output>): grpc.ClientUnaryCall;
  moveReservation(argument: _healthbooker_scheduler_v1_MoveReservationRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MoveReservationResponse__Output>): grpc.ClientUnaryCall;
  
  Propose(argument: _healthbooker_scheduler_v1_ProposeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ProposeResponse__Output>): grpc.ClientUnaryCall;
  Propose(argument: _healthbooker_scheduler_v1_ProposeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ProposeResponse__Output>): grpc.ClientUnaryCall;
  Propose(argument: _healthbooker_scheduler_v1_ProposeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ProposeResponse__Output>): grpc.ClientUnaryCall;
  Propose(argument: _healthbooker_scheduler_v1_ProposeRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ProposeResponse__Output>): grpc.ClientUnaryCall;
  propose(argument: _healthbooker_scheduler_v1_ProposeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ProposeResponse__Output>): grpc.ClientUnaryCall;
  propose(argument: _healthbooker_scheduler_v1_ProposeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ProposeResponse__Output>): grpc.ClientUnaryCall;
  propose(argument: _healthbooker_scheduler_v1_ProposeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ProposeResponse__Output>): grpc.ClientUnaryCall;
  propose(argument: _healthbooker_scheduler_v1_ProposeRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ProposeResponse__Output>): grpc.ClientUnaryCall;
  
  ReleaseHold(argument: _healthbooker_scheduler_v1_ReleaseHoldRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  ReleaseHold(argument: _healthbooker_scheduler_v1_ReleaseHoldRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  ReleaseHold(argument: _healthbooker_scheduler_v1_ReleaseHoldRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  ReleaseHold(argument: _healthbooker_scheduler_v1_ReleaseHoldRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  releaseHold(argument: _healthbooker_scheduler_v1_ReleaseHoldRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  releaseHold(argument: _healthbooker_scheduler_v1_ReleaseHoldRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  releaseHold(argument: _healthbooker_scheduler_v1_ReleaseHoldRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  releaseHold(argument: _healthbooker_scheduler_v1_ReleaseHoldRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  
  Reserve(argument: _healthbooker_scheduler_v1_ReserveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  Reserve(argument: _healthbooker_scheduler_v1_ReserveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  Reserve(argument: _healthbooker_scheduler_v1_ReserveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  Reserve(argument: _healthbooker_scheduler_v1_ReserveRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  reserve(argument: _healthbooker_scheduler_v1_ReserveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  reserve(argument: _healthbooker_scheduler_v1_ReserveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  reserve(argument: _healthbooker_scheduler_v1_ReserveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  reserve(argument: _healthbooker_scheduler_v1_ReserveRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  
  SearchSlots(argument: _healthbooker_scheduler_v1_SearchSlotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SearchSlotsResponse__Output>): grpc.ClientUnaryCall;
  SearchSlots(argument: _healthbooker_scheduler_v1_SearchSlotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SearchSlotsResponse__Output>): grpc.ClientUnaryCall;
  SearchSlots(argument: _healthbooker_scheduler_v1_SearchSlotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SearchSlotsResponse__Output>): grpc.ClientUnaryCall;
  SearchSlots(argument: _healthbooker_scheduler_v1_SearchSlotsRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SearchSlotsResponse__Output>): grpc.ClientUnaryCall;
  searchSlots(argument: _healthbooker_scheduler_v1_SearchSlotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SearchSlotsResponse__Output>): grpc.ClientUnaryCall;
  searchSlots(argument: _healthbooker_scheduler_v1_SearchSlotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SearchSlotsResponse__Output>): grpc.ClientUnaryCall;
  searchSlots(argument: _healthbooker_scheduler_v1_SearchSlotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SearchSlotsResponse__Output>): grpc.ClientUnaryCall;
  searchSlots(argument: _healthbooker_scheduler_v1_SearchSlotsRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SearchSlotsResponse__Output>): grpc.ClientUnaryCall;
  
  SetPatientReach(argument: _healthbooker_scheduler_v1_SetPatientReachRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SetPatientReachResponse__Output>): grpc.ClientUnaryCall;
  SetPatientReach(argument: _healthbooker_scheduler_v1_SetPatientReachRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SetPatientReachResponse__Output>): grpc.ClientUnaryCall;
  SetPatientReach(argument: _healthbooker_scheduler_v1_SetPatientReachRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SetPatientReachResponse__Output>): grpc.ClientUnaryCall;
  SetPatientReach(argument: _healthbooker_scheduler_v1_SetPatientReachRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SetPatientReachResponse__Output>): grpc.ClientUnaryCall;
  setPatientReach(argument: _healthbooker_scheduler_v1_SetPatientReachRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SetPatientReachResponse__Output>): grpc.ClientUnaryCall;
  setPatientReach(argument: _healthbooker_scheduler_v1_SetPatientReachRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SetPatientReachResponse__Output>): grpc.ClientUnaryCall;
  setPatientReach(argument: _healthbooker_scheduler_v1_SetPatientReachRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SetPatientReachResponse__Output>): grpc.ClientUnaryCall;
  setPatientReach(argument: _healthbooker_scheduler_v1_SetPatientReachRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_SetPatientReachResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface SchedulerServiceHandlers extends grpc.UntypedServiceImplementation {
  CancelReservation: grpc.handleUnaryCall<_healthbooker_scheduler_v1_CancelReservationRequest__Output, _healthbooker_scheduler_v1_CancelReservationResponse>;
  
  ChangeVisitStatus: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ChangeVisitStatusRequest__Output, _healthbooker_scheduler_v1_ChangeVisitStatusResponse>;
  
  ExtendHold: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ExtendHoldRequest__Output, _healthbooker_scheduler_v1_ExtendHoldResponse>;
  
  GetDirectory: grpc.handleUnaryCall<_healthbooker_scheduler_v1_GetDirectoryRequest__Output, _healthbooker_scheduler_v1_GetDirectoryResponse>;
  
  GetReservation: grpc.handleUnaryCall<_healthbooker_scheduler_v1_GetReservationRequest__Output, _healthbooker_scheduler_v1_GetReservationResponse>;
  
  HasCareRelationship: grpc.handleUnaryCall<_healthbooker_scheduler_v1_HasCareRelationshipRequest__Output, _healthbooker_scheduler_v1_HasCareRelationshipResponse>;
  
  HoldSlot: grpc.handleUnaryCall<_healthbooker_scheduler_v1_HoldSlotRequest__Output, _healthbooker_scheduler_v1_HoldSlotResponse>;
  
  ListChanged: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ListChangedRequest__Output, _healthbooker_scheduler_v1_ListChangedResponse>;
  
  ListProviderDay: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ListProviderDayRequest__Output, _healthbooker_scheduler_v1_ListProviderDayResponse>;
  
  MoveReservation: grpc.handleUnaryCall<_healthbooker_scheduler_v1_MoveReservationRequest__Output, _healthbooker_scheduler_v1_MoveReservationResponse>;
  
  Propose: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ProposeRequest__Output, _healthbooker_scheduler_v1_ProposeResponse>;
  
  ReleaseHold: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ReleaseHoldRequest__Output, _healthbooker_scheduler_v1_ReleaseHoldResponse>;
  
  Reserve: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ReserveRequest__Output, _healthbooker_scheduler_v1_ReserveResponse>;
  
  SearchSlots: grpc.handleUnaryCall<_healthbooker_scheduler_v1_SearchSlotsRequest__Output, _healthbooker_scheduler_v1_SearchSlotsResponse>;
  
  SetPatientReach: grpc.handleUnaryCall<_healthbooker_scheduler_v1_SetPatientReachRequest__Output, _healthbooker_scheduler_v1_SetPatientReachResponse>;
  
}

export interface SchedulerServiceDefinition extends grpc.ServiceDefinition {
  CancelReservation: MethodDefinition<_healthbooker_scheduler_v1_CancelReservationRequest, _healthbooker_scheduler_v1_CancelReservationResponse, _healthbooker_scheduler_v1_CancelReservationRequest__Output, _healthbooker_scheduler_v1_CancelReservationResponse__Output>
  ChangeVisitStatus: MethodDefinition<_healthbooker_scheduler_v1_ChangeVisitStatusRequest, _healthbooker_scheduler_v1_ChangeVisitStatusResponse, _healthbooker_scheduler_v1_ChangeVisitStatusRequest__Output, _healthbooker_scheduler_v1_ChangeVisitStatusResponse__Output>
  ExtendHold: MethodDefinition<_healthbooker_scheduler_v1_ExtendHoldRequest, _healthbooker_scheduler_v1_ExtendHoldResponse, _healthbooker_scheduler_v1_ExtendHoldRequest__Output, _healthbooker_scheduler_v1_ExtendHoldResponse__Output>
  GetDirectory: MethodDefinition<_healthbooker_scheduler_v1_GetDirectoryRequest, _healthbooker_scheduler_v1_GetDirectoryResponse, _healthbooker_scheduler_v1_GetDirectoryRequest__Output, _healthbooker_scheduler_v1_GetDirectoryResponse__Output>
  GetReservation: MethodDefinition<_healthbooker_scheduler_v1_GetReservationRequest, _healthbooker_scheduler_v1_GetReservationResponse, _healthbooker_scheduler_v1_GetReservationRequest__Output, _healthbooker_scheduler_v1_GetReservationResponse__Output>
  HasCareRelationship: MethodDefinition<_healthbooker_scheduler_v1_HasCareRelationshipRequest, _healthbooker_scheduler_v1_HasCareRelationshipResponse, _healthbooker_scheduler_v1_HasCareRelationshipRequest__Output, _healthbooker_scheduler_v1_HasCareRelationshipResponse__Output>
  HoldSlot: MethodDefinition<_healthbooker_scheduler_v1_HoldSlotRequest, _healthbooker_scheduler_v1_HoldSlotResponse, _healthbooker_scheduler_v1_HoldSlotRequest__Output, _healthbooker_scheduler_v1_HoldSlotResponse__Output>
  ListChanged: MethodDefinition<_healthbooker_scheduler_v1_ListChangedRequest, _healthbooker_scheduler_v1_ListChangedResponse, _healthbooker_scheduler_v1_ListChangedRequest__Output, _healthbooker_scheduler_v1_ListChangedResponse__Output>
  ListProviderDay: MethodDefinition<_healthbooker_scheduler_v1_ListProviderDayRequest, _healthbooker_scheduler_v1_ListProviderDayResponse, _healthbooker_scheduler_v1_ListProviderDayRequest__Output, _healthbooker_scheduler_v1_ListProviderDayResponse__Output>
  MoveReservation: MethodDefinition<_healthbooker_scheduler_v1_MoveReservationRequest, _healthbooker_scheduler_v1_MoveReservationResponse, _healthbooker_scheduler_v1_MoveReservationRequest__Output, _healthbooker_scheduler_v1_MoveReservationResponse__Output>
  Propose: MethodDefinition<_healthbooker_scheduler_v1_ProposeRequest, _healthbooker_scheduler_v1_ProposeResponse, _healthbooker_scheduler_v1_ProposeRequest__Output, _healthbooker_scheduler_v1_ProposeResponse__Output>
  ReleaseHold: MethodDefinition<_healthbooker_scheduler_v1_ReleaseHoldRequest, _healthbooker_scheduler_v1_ReleaseHoldResponse, _healthbooker_scheduler_v1_ReleaseHoldRequest__Output, _healthbooker_scheduler_v1_ReleaseHoldResponse__Output>
  Reserve: MethodDefinition<_healthbooker_scheduler_v1_ReserveRequest, _healthbooker_scheduler_v1_ReserveResponse, _healthbooker_scheduler_v1_ReserveRequest__Output, _healthbooker_scheduler_v1_ReserveResponse__Output>
  SearchSlots: MethodDefinition<_healthbooker_scheduler_v1_SearchSlotsRequest, _healthbooker_scheduler_v1_SearchSlotsResponse, _healthbooker_scheduler_v1_SearchSlotsRequest__Output, _healthbooker_scheduler_v1_SearchSlotsResponse__Output>
  SetPatientReach: MethodDefinition<_healthbooker_scheduler_v1_SetPatientReachRequest, _healthbooker_scheduler_v1_SetPatientReachResponse, _healthbooker_scheduler_v1_SetPatientReachRequest__Output, _healthbooker_scheduler_v1_SetPatientReachResponse__Output>
}
