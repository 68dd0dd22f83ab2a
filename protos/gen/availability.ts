import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { AddClosureRequest as _healthbooker_scheduler_v1_AddClosureRequest, AddClosureRequest__Output as _healthbooker_scheduler_v1_AddClosureRequest__Output } from './healthbooker/scheduler/v1/AddClosureRequest.ts';
import type { AddClosureResponse as _healthbooker_scheduler_v1_AddClosureResponse, AddClosureResponse__Output as _healthbooker_scheduler_v1_AddClosureResponse__Output } from './healthbooker/scheduler/v1/AddClosureResponse.ts';
import type { AffectedVisit as _healthbooker_scheduler_v1_AffectedVisit, AffectedVisit__Output as _healthbooker_scheduler_v1_AffectedVisit__Output } from './healthbooker/scheduler/v1/AffectedVisit.ts';
import type { AnswerNewTimeRequest as _healthbooker_scheduler_v1_AnswerNewTimeRequest, AnswerNewTimeRequest__Output as _healthbooker_scheduler_v1_AnswerNewTimeRequest__Output } from './healthbooker/scheduler/v1/AnswerNewTimeRequest.ts';
import type { AnswerNewTimeResponse as _healthbooker_scheduler_v1_AnswerNewTimeResponse, AnswerNewTimeResponse__Output as _healthbooker_scheduler_v1_AnswerNewTimeResponse__Output } from './healthbooker/scheduler/v1/AnswerNewTimeResponse.ts';
import type { AppliedMove as _healthbooker_scheduler_v1_AppliedMove, AppliedMove__Output as _healthbooker_scheduler_v1_AppliedMove__Output } from './healthbooker/scheduler/v1/AppliedMove.ts';
import type { ApplyLeaveRequest as _healthbooker_scheduler_v1_ApplyLeaveRequest, ApplyLeaveRequest__Output as _healthbooker_scheduler_v1_ApplyLeaveRequest__Output } from './healthbooker/scheduler/v1/ApplyLeaveRequest.ts';
import type { ApplyLeaveResponse as _healthbooker_scheduler_v1_ApplyLeaveResponse, ApplyLeaveResponse__Output as _healthbooker_scheduler_v1_ApplyLeaveResponse__Output } from './healthbooker/scheduler/v1/ApplyLeaveResponse.ts';
import type { AvailabilityServiceClient as _healthbooker_scheduler_v1_AvailabilityServiceClient, AvailabilityServiceDefinition as _healthbooker_scheduler_v1_AvailabilityServiceDefinition } from './healthbooker/scheduler/v1/AvailabilityService.ts';
import type { CancelLeaveRequest as _healthbooker_scheduler_v1_CancelLeaveRequest, CancelLeaveRequest__Output as _healthbooker_scheduler_v1_CancelLeaveRequest__Output } from './healthbooker/scheduler/v1/CancelLeaveRequest.ts';
import type { CancelLeaveResponse as _healthbooker_scheduler_v1_CancelLeaveResponse, CancelLeaveResponse__Output as _healthbooker_scheduler_v1_CancelLeaveResponse__Output } from './healthbooker/scheduler/v1/CancelLeaveResponse.ts';
import type { CancelReservationRequest as _healthbooker_scheduler_v1_CancelReservationRequest, CancelReservationRequest__Output as _healthbooker_scheduler_v1_CancelReservationRequest__Output } from './healthbooker/scheduler/v1/CancelReservationRequest.ts';
import type { CancelReservationResponse as _healthbooker_scheduler_v1_CancelReservationResponse, CancelReservationResponse__Output as _healthbooker_scheduler_v1_CancelReservationResponse__Output } from './healthbooker/scheduler/v1/CancelReservationResponse.ts';
import type { ChangeVisitStatusRequest as _healthbooker_scheduler_v1_ChangeVisitStatusRequest, ChangeVisitStatusRequest__Output as _healthbooker_scheduler_v1_ChangeVisitStatusRequest__Output } from './healthbooker/scheduler/v1/ChangeVisitStatusRequest.ts';
import type { ChangeVisitStatusResponse as _healthbooker_scheduler_v1_ChangeVisitStatusResponse, ChangeVisitStatusResponse__Output as _healthbooker_scheduler_v1_ChangeVisitStatusResponse__Output } from './healthbooker/scheduler/v1/ChangeVisitStatusResponse.ts';
import type { Closure as _healthbooker_scheduler_v1_Closure, Closure__Output as _healthbooker_scheduler_v1_Closure__Output } from './healthbooker/scheduler/v1/Closure.ts';
import type { Disruption as _healthbooker_scheduler_v1_Disruption, Disruption__Output as _healthbooker_scheduler_v1_Disruption__Output } from './healthbooker/scheduler/v1/Disruption.ts';
import type { EndSessionRequest as _healthbooker_scheduler_v1_EndSessionRequest, EndSessionRequest__Output as _healthbooker_scheduler_v1_EndSessionRequest__Output } from './healthbooker/scheduler/v1/EndSessionRequest.ts';
import type { EndSessionResponse as _healthbooker_scheduler_v1_EndSessionResponse, EndSessionResponse__Output as _healthbooker_scheduler_v1_EndSessionResponse__Output } from './healthbooker/scheduler/v1/EndSessionResponse.ts';
import type { ExtendHoldRequest as _healthbooker_scheduler_v1_ExtendHoldRequest, ExtendHoldRequest__Output as _healthbooker_scheduler_v1_ExtendHoldRequest__Output } from './healthbooker/scheduler/v1/ExtendHoldRequest.ts';
import type { ExtendHoldResponse as _healthbooker_scheduler_v1_ExtendHoldResponse, ExtendHoldResponse__Output as _healthbooker_scheduler_v1_ExtendHoldResponse__Output } from './healthbooker/scheduler/v1/ExtendHoldResponse.ts';
import type { GetDirectoryRequest as _healthbooker_scheduler_v1_GetDirectoryRequest, GetDirectoryRequest__Output as _healthbooker_scheduler_v1_GetDirectoryRequest__Output } from './healthbooker/scheduler/v1/GetDirectoryRequest.ts';
import type { GetDirectoryResponse as _healthbooker_scheduler_v1_GetDirectoryResponse, GetDirectoryResponse__Output as _healthbooker_scheduler_v1_GetDirectoryResponse__Output } from './healthbooker/scheduler/v1/GetDirectoryResponse.ts';
import type { GetReservationRequest as _healthbooker_scheduler_v1_GetReservationRequest, GetReservationRequest__Output as _healthbooker_scheduler_v1_GetReservationRequest__Output } from './healthbooker/scheduler/v1/GetReservationRequest.ts';
import type { GetReservationResponse as _healthbooker_scheduler_v1_GetReservationResponse, GetReservationResponse__Output as _healthbooker_scheduler_v1_GetReservationResponse__Output } from './healthbooker/scheduler/v1/GetReservationResponse.ts';
import type { HasCareRelationshipRequest as _healthbooker_scheduler_v1_HasCareRelationshipRequest, HasCareRelationshipRequest__Output as _healthbooker_scheduler_v1_HasCareRelationshipRequest__Output } from './healthbooker/scheduler/v1/HasCareRelationshipRequest.ts';
import type { HasCareRelationshipResponse as _healthbooker_scheduler_v1_HasCareRelationshipResponse, HasCareRelationshipResponse__Output as _healthbooker_scheduler_v1_HasCareRelationshipResponse__Output } from './healthbooker/scheduler/v1/HasCareRelationshipResponse.ts';
import type { Hold as _healthbooker_scheduler_v1_Hold, Hold__Output as _healthbooker_scheduler_v1_Hold__Output } from './healthbooker/scheduler/v1/Hold.ts';
import type { HoldSlotRequest as _healthbooker_scheduler_v1_HoldSlotRequest, HoldSlotRequest__Output as _healthbooker_scheduler_v1_HoldSlotRequest__Output } from './healthbooker/scheduler/v1/HoldSlotRequest.ts';
import type { HoldSlotResponse as _healthbooker_scheduler_v1_HoldSlotResponse, HoldSlotResponse__Output as _healthbooker_scheduler_v1_HoldSlotResponse__Output } from './healthbooker/scheduler/v1/HoldSlotResponse.ts';
import type { Impact as _healthbooker_scheduler_v1_Impact, Impact__Output as _healthbooker_scheduler_v1_Impact__Output } from './healthbooker/scheduler/v1/Impact.ts';
import type { Leave as _healthbooker_scheduler_v1_Leave, Leave__Output as _healthbooker_scheduler_v1_Leave__Output } from './healthbooker/scheduler/v1/Leave.ts';
import type { LeavePeriod as _healthbooker_scheduler_v1_LeavePeriod, LeavePeriod__Output as _healthbooker_scheduler_v1_LeavePeriod__Output } from './healthbooker/scheduler/v1/LeavePeriod.ts';
import type { LeaveServiceClient as _healthbooker_scheduler_v1_LeaveServiceClient, LeaveServiceDefinition as _healthbooker_scheduler_v1_LeaveServiceDefinition } from './healthbooker/scheduler/v1/LeaveService.ts';
import type { LeaveVisit as _healthbooker_scheduler_v1_LeaveVisit, LeaveVisit__Output as _healthbooker_scheduler_v1_LeaveVisit__Output } from './healthbooker/scheduler/v1/LeaveVisit.ts';
import type { ListChangedRequest as _healthbooker_scheduler_v1_ListChangedRequest, ListChangedRequest__Output as _healthbooker_scheduler_v1_ListChangedRequest__Output } from './healthbooker/scheduler/v1/ListChangedRequest.ts';
import type { ListChangedResponse as _healthbooker_scheduler_v1_ListChangedResponse, ListChangedResponse__Output as _healthbooker_scheduler_v1_ListChangedResponse__Output } from './healthbooker/scheduler/v1/ListChangedResponse.ts';
import type { ListClosuresRequest as _healthbooker_scheduler_v1_ListClosuresRequest, ListClosuresRequest__Output as _healthbooker_scheduler_v1_ListClosuresRequest__Output } from './healthbooker/scheduler/v1/ListClosuresRequest.ts';
import type { ListClosuresResponse as _healthbooker_scheduler_v1_ListClosuresResponse, ListClosuresResponse__Output as _healthbooker_scheduler_v1_ListClosuresResponse__Output } from './healthbooker/scheduler/v1/ListClosuresResponse.ts';
import type { ListDisruptionsRequest as _healthbooker_scheduler_v1_ListDisruptionsRequest, ListDisruptionsRequest__Output as _healthbooker_scheduler_v1_ListDisruptionsRequest__Output } from './healthbooker/scheduler/v1/ListDisruptionsRequest.ts';
import type { ListDisruptionsResponse as _healthbooker_scheduler_v1_ListDisruptionsResponse, ListDisruptionsResponse__Output as _healthbooker_scheduler_v1_ListDisruptionsResponse__Output } from './healthbooker/scheduler/v1/ListDisruptionsResponse.ts';
import type { ListLeaveRequest as _healthbooker_scheduler_v1_ListLeaveRequest, ListLeaveRequest__Output as _healthbooker_scheduler_v1_ListLeaveRequest__Output } from './healthbooker/scheduler/v1/ListLeaveRequest.ts';
import type { ListLeaveResponse as _healthbooker_scheduler_v1_ListLeaveResponse, ListLeaveResponse__Output as _healthbooker_scheduler_v1_ListLeaveResponse__Output } from './healthbooker/scheduler/v1/ListLeaveResponse.ts';
import type { ListProviderDayRequest as _healthbooker_scheduler_v1_ListProviderDayRequest, ListProviderDayRequest__Output as _healthbooker_scheduler_v1_ListProviderDayRequest__Output } from './healthbooker/scheduler/v1/ListProviderDayRequest.ts';
import type { ListProviderDayResponse as _healthbooker_scheduler_v1_ListProviderDayResponse, ListProviderDayResponse__Output as _healthbooker_scheduler_v1_ListProviderDayResponse__Output } from './healthbooker/scheduler/v1/ListProviderDayResponse.ts';
import type { ListProviderWeekRequest as _healthbooker_scheduler_v1_ListProviderWeekRequest, ListProviderWeekRequest__Output as _healthbooker_scheduler_v1_ListProviderWeekRequest__Output } from './healthbooker/scheduler/v1/ListProviderWeekRequest.ts';
import type { ListProviderWeekResponse as _healthbooker_scheduler_v1_ListProviderWeekResponse, ListProviderWeekResponse__Output as _healthbooker_scheduler_v1_ListProviderWeekResponse__Output } from './healthbooker/scheduler/v1/ListProviderWeekResponse.ts';
import type { ListSessionsRequest as _healthbooker_scheduler_v1_ListSessionsRequest, ListSessionsRequest__Output as _healthbooker_scheduler_v1_ListSessionsRequest__Output } from './healthbooker/scheduler/v1/ListSessionsRequest.ts';
import type { ListSessionsResponse as _healthbooker_scheduler_v1_ListSessionsResponse, ListSessionsResponse__Output as _healthbooker_scheduler_v1_ListSessionsResponse__Output } from './healthbooker/scheduler/v1/ListSessionsResponse.ts';
import type { ListWorklistRequest as _healthbooker_scheduler_v1_ListWorklistRequest, ListWorklistRequest__Output as _healthbooker_scheduler_v1_ListWorklistRequest__Output } from './healthbooker/scheduler/v1/ListWorklistRequest.ts';
import type { ListWorklistResponse as _healthbooker_scheduler_v1_ListWorklistResponse, ListWorklistResponse__Output as _healthbooker_scheduler_v1_ListWorklistResponse__Output } from './healthbooker/scheduler/v1/ListWorklistResponse.ts';
import type { Location as _healthbooker_scheduler_v1_Location, Location__Output as _healthbooker_scheduler_v1_Location__Output } from './healthbooker/scheduler/v1/Location.ts';
import type { MoveReservationRequest as _healthbooker_scheduler_v1_MoveReservationRequest, MoveReservationRequest__Output as _healthbooker_scheduler_v1_MoveReservationRequest__Output } from './healthbooker/scheduler/v1/MoveReservationRequest.ts';
import type { MoveReservationResponse as _healthbooker_scheduler_v1_MoveReservationResponse, MoveReservationResponse__Output as _healthbooker_scheduler_v1_MoveReservationResponse__Output } from './healthbooker/scheduler/v1/MoveReservationResponse.ts';
import type { Need as _healthbooker_scheduler_v1_Need, Need__Output as _healthbooker_scheduler_v1_Need__Output } from './healthbooker/scheduler/v1/Need.ts';
import type { OptimalityDay as _healthbooker_scheduler_v1_OptimalityDay, OptimalityDay__Output as _healthbooker_scheduler_v1_OptimalityDay__Output } from './healthbooker/scheduler/v1/OptimalityDay.ts';
import type { PastVersion as _healthbooker_scheduler_v1_PastVersion, PastVersion__Output as _healthbooker_scheduler_v1_PastVersion__Output } from './healthbooker/scheduler/v1/PastVersion.ts';
import type { PlanLeaveRequest as _healthbooker_scheduler_v1_PlanLeaveRequest, PlanLeaveRequest__Output as _healthbooker_scheduler_v1_PlanLeaveRequest__Output } from './healthbooker/scheduler/v1/PlanLeaveRequest.ts';
import type { PlanLeaveResponse as _healthbooker_scheduler_v1_PlanLeaveResponse, PlanLeaveResponse__Output as _healthbooker_scheduler_v1_PlanLeaveResponse__Output } from './healthbooker/scheduler/v1/PlanLeaveResponse.ts';
import type { PlannedMove as _healthbooker_scheduler_v1_PlannedMove, PlannedMove__Output as _healthbooker_scheduler_v1_PlannedMove__Output } from './healthbooker/scheduler/v1/PlannedMove.ts';
import type { ProposeRequest as _healthbooker_scheduler_v1_ProposeRequest, ProposeRequest__Output as _healthbooker_scheduler_v1_ProposeRequest__Output } from './healthbooker/scheduler/v1/ProposeRequest.ts';
import type { ProposeResponse as _healthbooker_scheduler_v1_ProposeResponse, ProposeResponse__Output as _healthbooker_scheduler_v1_ProposeResponse__Output } from './healthbooker/scheduler/v1/ProposeResponse.ts';
import type { Provider as _healthbooker_scheduler_v1_Provider, Provider__Output as _healthbooker_scheduler_v1_Provider__Output } from './healthbooker/scheduler/v1/Provider.ts';
import type { PutSessionRequest as _healthbooker_scheduler_v1_PutSessionRequest, PutSessionRequest__Output as _healthbooker_scheduler_v1_PutSessionRequest__Output } from './healthbooker/scheduler/v1/PutSessionRequest.ts';
import type { PutSessionResponse as _healthbooker_scheduler_v1_PutSessionResponse, PutSessionResponse__Output as _healthbooker_scheduler_v1_PutSessionResponse__Output } from './healthbooker/scheduler/v1/PutSessionResponse.ts';
import type { Region as _healthbooker_scheduler_v1_Region, Region__Output as _healthbooker_scheduler_v1_Region__Output } from './healthbooker/scheduler/v1/Region.ts';
import type { ReleaseHoldRequest as _healthbooker_scheduler_v1_ReleaseHoldRequest, ReleaseHoldRequest__Output as _healthbooker_scheduler_v1_ReleaseHoldRequest__Output } from './healthbooker/scheduler/v1/ReleaseHoldRequest.ts';
import type { ReleaseHoldResponse as _healthbooker_scheduler_v1_ReleaseHoldResponse, ReleaseHoldResponse__Output as _healthbooker_scheduler_v1_ReleaseHoldResponse__Output } from './healthbooker/scheduler/v1/ReleaseHoldResponse.ts';
import type { RemoveClosureRequest as _healthbooker_scheduler_v1_RemoveClosureRequest, RemoveClosureRequest__Output as _healthbooker_scheduler_v1_RemoveClosureRequest__Output } from './healthbooker/scheduler/v1/RemoveClosureRequest.ts';
import type { RemoveClosureResponse as _healthbooker_scheduler_v1_RemoveClosureResponse, RemoveClosureResponse__Output as _healthbooker_scheduler_v1_RemoveClosureResponse__Output } from './healthbooker/scheduler/v1/RemoveClosureResponse.ts';
import type { ReportOptimalityRequest as _healthbooker_scheduler_v1_ReportOptimalityRequest, ReportOptimalityRequest__Output as _healthbooker_scheduler_v1_ReportOptimalityRequest__Output } from './healthbooker/scheduler/v1/ReportOptimalityRequest.ts';
import type { ReportOptimalityResponse as _healthbooker_scheduler_v1_ReportOptimalityResponse, ReportOptimalityResponse__Output as _healthbooker_scheduler_v1_ReportOptimalityResponse__Output } from './healthbooker/scheduler/v1/ReportOptimalityResponse.ts';
import type { ReportUnreachedRequest as _healthbooker_scheduler_v1_ReportUnreachedRequest, ReportUnreachedRequest__Output as _healthbooker_scheduler_v1_ReportUnreachedRequest__Output } from './healthbooker/scheduler/v1/ReportUnreachedRequest.ts';
import type { ReportUnreachedResponse as _healthbooker_scheduler_v1_ReportUnreachedResponse, ReportUnreachedResponse__Output as _healthbooker_scheduler_v1_ReportUnreachedResponse__Output } from './healthbooker/scheduler/v1/ReportUnreachedResponse.ts';
import type { Reservation as _healthbooker_scheduler_v1_Reservation, Reservation__Output as _healthbooker_scheduler_v1_Reservation__Output } from './healthbooker/scheduler/v1/Reservation.ts';
import type { ReservationVersion as _healthbooker_scheduler_v1_ReservationVersion, ReservationVersion__Output as _healthbooker_scheduler_v1_ReservationVersion__Output } from './healthbooker/scheduler/v1/ReservationVersion.ts';
import type { ReserveRequest as _healthbooker_scheduler_v1_ReserveRequest, ReserveRequest__Output as _healthbooker_scheduler_v1_ReserveRequest__Output } from './healthbooker/scheduler/v1/ReserveRequest.ts';
import type { ReserveResponse as _healthbooker_scheduler_v1_ReserveResponse, ReserveResponse__Output as _healthbooker_scheduler_v1_ReserveResponse__Output } from './healthbooker/scheduler/v1/ReserveResponse.ts';
import type { SchedulerServiceClient as _healthbooker_scheduler_v1_SchedulerServiceClient, SchedulerServiceDefinition as _healthbooker_scheduler_v1_SchedulerServiceDefinition } from './healthbooker/scheduler/v1/SchedulerService.ts';
import type { SearchSlotsRequest as _healthbooker_scheduler_v1_SearchSlotsRequest, SearchSlotsRequest__Output as _healthbooker_scheduler_v1_SearchSlotsRequest__Output } from './healthbooker/scheduler/v1/SearchSlotsRequest.ts';
import type { SearchSlotsResponse as _healthbooker_scheduler_v1_SearchSlotsResponse, SearchSlotsResponse__Output as _healthbooker_scheduler_v1_SearchSlotsResponse__Output } from './healthbooker/scheduler/v1/SearchSlotsResponse.ts';
import type { Session as _healthbooker_scheduler_v1_Session, Session__Output as _healthbooker_scheduler_v1_Session__Output } from './healthbooker/scheduler/v1/Session.ts';
import type { SetPatientReachRequest as _healthbooker_scheduler_v1_SetPatientReachRequest, SetPatientReachRequest__Output as _healthbooker_scheduler_v1_SetPatientReachRequest__Output } from './healthbooker/scheduler/v1/SetPatientReachRequest.ts';
import type { SetPatientReachResponse as _healthbooker_scheduler_v1_SetPatientReachResponse, SetPatientReachResponse__Output as _healthbooker_scheduler_v1_SetPatientReachResponse__Output } from './healthbooker/scheduler/v1/SetPatientReachResponse.ts';
import type { SettleWorkItemRequest as _healthbooker_scheduler_v1_SettleWorkItemRequest, SettleWorkItemRequest__Output as _healthbooker_scheduler_v1_SettleWorkItemRequest__Output } from './healthbooker/scheduler/v1/SettleWorkItemRequest.ts';
import type { SettleWorkItemResponse as _healthbooker_scheduler_v1_SettleWorkItemResponse, SettleWorkItemResponse__Output as _healthbooker_scheduler_v1_SettleWorkItemResponse__Output } from './healthbooker/scheduler/v1/SettleWorkItemResponse.ts';
import type { Slot as _healthbooker_scheduler_v1_Slot, Slot__Output as _healthbooker_scheduler_v1_Slot__Output } from './healthbooker/scheduler/v1/Slot.ts';
import type { Specialty as _healthbooker_scheduler_v1_Specialty, Specialty__Output as _healthbooker_scheduler_v1_Specialty__Output } from './healthbooker/scheduler/v1/Specialty.ts';
import type { SymptomAnswers as _healthbooker_scheduler_v1_SymptomAnswers, SymptomAnswers__Output as _healthbooker_scheduler_v1_SymptomAnswers__Output } from './healthbooker/scheduler/v1/SymptomAnswers.ts';
import type { VisitType as _healthbooker_scheduler_v1_VisitType, VisitType__Output as _healthbooker_scheduler_v1_VisitType__Output } from './healthbooker/scheduler/v1/VisitType.ts';
import type { WeekLeave as _healthbooker_scheduler_v1_WeekLeave, WeekLeave__Output as _healthbooker_scheduler_v1_WeekLeave__Output } from './healthbooker/scheduler/v1/WeekLeave.ts';
import type { WeekSlot as _healthbooker_scheduler_v1_WeekSlot, WeekSlot__Output as _healthbooker_scheduler_v1_WeekSlot__Output } from './healthbooker/scheduler/v1/WeekSlot.ts';
import type { WishesLeftOut as _healthbooker_scheduler_v1_WishesLeftOut, WishesLeftOut__Output as _healthbooker_scheduler_v1_WishesLeftOut__Output } from './healthbooker/scheduler/v1/WishesLeftOut.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  healthbooker: {
    scheduler: {
      v1: {
        AccessNeed: EnumTypeDefinition
        AddClosureRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_AddClosureRequest, _healthbooker_scheduler_v1_AddClosureRequest__Output>
        AddClosureResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_AddClosureResponse, _healthbooker_scheduler_v1_AddClosureResponse__Output>
        AffectedVisit: MessageTypeDefinition<_healthbooker_scheduler_v1_AffectedVisit, _healthbooker_scheduler_v1_AffectedVisit__Output>
        AnswerNewTimeRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_AnswerNewTimeRequest, _healthbooker_scheduler_v1_AnswerNewTimeRequest__Output>
        AnswerNewTimeResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_AnswerNewTimeResponse, _healthbooker_scheduler_v1_AnswerNewTimeResponse__Output>
        AppliedMove: MessageTypeDefinition<_healthbooker_scheduler_v1_AppliedMove, _healthbooker_scheduler_v1_AppliedMove__Output>
        ApplyLeaveRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ApplyLeaveRequest, _healthbooker_scheduler_v1_ApplyLeaveRequest__Output>
        ApplyLeaveResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ApplyLeaveResponse, _healthbooker_scheduler_v1_ApplyLeaveResponse__Output>
        AvailabilityService: SubtypeConstructor<typeof grpc.Client, _healthbooker_scheduler_v1_AvailabilityServiceClient> & { service: _healthbooker_scheduler_v1_AvailabilityServiceDefinition }
        CancelLeaveRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_CancelLeaveRequest, _healthbooker_scheduler_v1_CancelLeaveRequest__Output>
        CancelLeaveResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_CancelLeaveResponse, _healthbooker_scheduler_v1_CancelLeaveResponse__Output>
        CancelReservationRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_CancelReservationRequest, _healthbooker_scheduler_v1_CancelReservationRequest__Output>
        CancelReservationResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_CancelReservationResponse, _healthbooker_scheduler_v1_CancelReservationResponse__Output>
        ChangeVisitStatusRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ChangeVisitStatusRequest, _healthbooker_scheduler_v1_ChangeVisitStatusRequest__Output>
        ChangeVisitStatusResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ChangeVisitStatusResponse, _healthbooker_scheduler_v1_ChangeVisitStatusResponse__Output>
        Closure: MessageTypeDefinition<_healthbooker_scheduler_v1_Closure, _healthbooker_scheduler_v1_Closure__Output>
        Disruption: MessageTypeDefinition<_healthbooker_scheduler_v1_Disruption, _healthbooker_scheduler_v1_Disruption__Output>
        DisruptionKind: EnumTypeDefinition
        EndSessionRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_EndSessionRequest, _healthbooker_scheduler_v1_EndSessionRequest__Output>
        EndSessionResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_EndSessionResponse, _healthbooker_scheduler_v1_EndSessionResponse__Output>
        ExtendHoldRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ExtendHoldRequest, _healthbooker_scheduler_v1_ExtendHoldRequest__Output>
        ExtendHoldResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ExtendHoldResponse, _healthbooker_scheduler_v1_ExtendHoldResponse__Output>
        GetDirectoryRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_GetDirectoryRequest, _healthbooker_scheduler_v1_GetDirectoryRequest__Output>
        GetDirectoryResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_GetDirectoryResponse, _healthbooker_scheduler_v1_GetDirectoryResponse__Output>
        GetReservationRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_GetReservationRequest, _healthbooker_scheduler_v1_GetReservationRequest__Output>
        GetReservationResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_GetReservationResponse, _healthbooker_scheduler_v1_GetReservationResponse__Output>
        HasCareRelationshipRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_HasCareRelationshipRequest, _healthbooker_scheduler_v1_HasCareRelationshipRequest__Output>
        HasCareRelationshipResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_HasCareRelationshipResponse, _healthbooker_scheduler_v1_HasCareRelationshipResponse__Output>
        Hold: MessageTypeDefinition<_healthbooker_scheduler_v1_Hold, _healthbooker_scheduler_v1_Hold__Output>
        HoldSlotRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_HoldSlotRequest, _healthbooker_scheduler_v1_HoldSlotRequest__Output>
        HoldSlotResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_HoldSlotResponse, _healthbooker_scheduler_v1_HoldSlotResponse__Output>
        Impact: MessageTypeDefinition<_healthbooker_scheduler_v1_Impact, _healthbooker_scheduler_v1_Impact__Output>
        Leave: MessageTypeDefinition<_healthbooker_scheduler_v1_Leave, _healthbooker_scheduler_v1_Leave__Output>
        LeavePeriod: MessageTypeDefinition<_healthbooker_scheduler_v1_LeavePeriod, _healthbooker_scheduler_v1_LeavePeriod__Output>
        LeaveService: SubtypeConstructor<typeof grpc.Client, _healthbooker_scheduler_v1_LeaveServiceClient> & { service: _healthbooker_scheduler_v1_LeaveServiceDefinition }
        LeaveVisit: MessageTypeDefinition<_healthbooker_scheduler_v1_LeaveVisit, _healthbooker_scheduler_v1_LeaveVisit__Output>
        LeaveVisitState: EnumTypeDefinition
        ListChangedRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListChangedRequest, _healthbooker_scheduler_v1_ListChangedRequest__Output>
        ListChangedResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListChangedResponse, _healthbooker_scheduler_v1_ListChangedResponse__Output>
        ListClosuresRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListClosuresRequest, _healthbooker_scheduler_v1_ListClosuresRequest__Output>
        ListClosuresResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListClosuresResponse, _healthbooker_scheduler_v1_ListClosuresResponse__Output>
        ListDisruptionsRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListDisruptionsRequest, _healthbooker_scheduler_v1_ListDisruptionsRequest__Output>
        ListDisruptionsResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListDisruptionsResponse, _healthbooker_scheduler_v1_ListDisruptionsResponse__Output>
        ListLeaveRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListLeaveRequest, _healthbooker_scheduler_v1_ListLeaveRequest__Output>
        ListLeaveResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListLeaveResponse, _healthbooker_scheduler_v1_ListLeaveResponse__Output>
        ListProviderDayRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListProviderDayRequest, _healthbooker_scheduler_v1_ListProviderDayRequest__Output>
        ListProviderDayResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListProviderDayResponse, _healthbooker_scheduler_v1_ListProviderDayResponse__Output>
        ListProviderWeekRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListProviderWeekRequest, _healthbooker_scheduler_v1_ListProviderWeekRequest__Output>
        ListProviderWeekResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListProviderWeekResponse, _healthbooker_scheduler_v1_ListProviderWeekResponse__Output>
        ListSessionsRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListSessionsRequest, _healthbooker_scheduler_v1_ListSessionsRequest__Output>
        ListSessionsResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListSessionsResponse, _healthbooker_scheduler_v1_ListSessionsResponse__Output>
        ListWorklistRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListWorklistRequest, _healthbooker_scheduler_v1_ListWorklistRequest__Output>
        ListWorklistResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListWorklistResponse, _healthbooker_scheduler_v1_ListWorklistResponse__Output>
        Location: MessageTypeDefinition<_healthbooker_scheduler_v1_Location, _healthbooker_scheduler_v1_Location__Output>
        MoveReservationRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_MoveReservationRequest, _healthbooker_scheduler_v1_MoveReservationRequest__Output>
        MoveReservationResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_MoveReservationResponse, _healthbooker_scheduler_v1_MoveReservationResponse__Output>
        Need: MessageTypeDefinition<_healthbooker_scheduler_v1_Need, _healthbooker_scheduler_v1_Need__Output>
        NewTimeAnswer: EnumTypeDefinition
        OptimalityDay: MessageTypeDefinition<_healthbooker_scheduler_v1_OptimalityDay, _healthbooker_scheduler_v1_OptimalityDay__Output>
        PastVersion: MessageTypeDefinition<_healthbooker_scheduler_v1_PastVersion, _healthbooker_scheduler_v1_PastVersion__Output>
        PlanLeaveRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_PlanLeaveRequest, _healthbooker_scheduler_v1_PlanLeaveRequest__Output>
        PlanLeaveResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_PlanLeaveResponse, _healthbooker_scheduler_v1_PlanLeaveResponse__Output>
        PlanMethod: EnumTypeDefinition
        PlannedMove: MessageTypeDefinition<_healthbooker_scheduler_v1_PlannedMove, _healthbooker_scheduler_v1_PlannedMove__Output>
        ProposeRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ProposeRequest, _healthbooker_scheduler_v1_ProposeRequest__Output>
        ProposeResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ProposeResponse, _healthbooker_scheduler_v1_ProposeResponse__Output>
        Provider: MessageTypeDefinition<_healthbooker_scheduler_v1_Provider, _healthbooker_scheduler_v1_Provider__Output>
        PutSessionRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_PutSessionRequest, _healthbooker_scheduler_v1_PutSessionRequest__Output>
        PutSessionResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_PutSessionResponse, _healthbooker_scheduler_v1_PutSessionResponse__Output>
        Region: MessageTypeDefinition<_healthbooker_scheduler_v1_Region, _healthbooker_scheduler_v1_Region__Output>
        ReleaseHoldRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ReleaseHoldRequest, _healthbooker_scheduler_v1_ReleaseHoldRequest__Output>
        ReleaseHoldResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ReleaseHoldResponse, _healthbooker_scheduler_v1_ReleaseHoldResponse__Output>
        RemoveClosureRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_RemoveClosureRequest, _healthbooker_scheduler_v1_RemoveClosureRequest__Output>
        RemoveClosureResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_RemoveClosureResponse, _healthbooker_scheduler_v1_RemoveClosureResponse__Output>
        ReportOptimalityRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ReportOptimalityRequest, _healthbooker_scheduler_v1_ReportOptimalityRequest__Output>
        ReportOptimalityResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ReportOptimalityResponse, _healthbooker_scheduler_v1_ReportOptimalityResponse__Output>
        ReportUnreachedRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ReportUnreachedRequest, _healthbooker_scheduler_v1_ReportUnreachedRequest__Output>
        ReportUnreachedResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ReportUnreachedResponse, _healthbooker_scheduler_v1_ReportUnreachedResponse__Output>
        Reservation: MessageTypeDefinition<_healthbooker_scheduler_v1_Reservation, _healthbooker_scheduler_v1_Reservation__Output>
        ReservationVersion: MessageTypeDefinition<_healthbooker_scheduler_v1_ReservationVersion, _healthbooker_scheduler_v1_ReservationVersion__Output>
        ReserveRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ReserveRequest, _healthbooker_scheduler_v1_ReserveRequest__Output>
        ReserveResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ReserveResponse, _healthbooker_scheduler_v1_ReserveResponse__Output>
        SchedulerService: SubtypeConstructor<typeof grpc.Client, _healthbooker_scheduler_v1_SchedulerServiceClient> & { service: _healthbooker_scheduler_v1_SchedulerServiceDefinition }
        SearchSlotsRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_SearchSlotsRequest, _healthbooker_scheduler_v1_SearchSlotsRequest__Output>
        SearchSlotsResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_SearchSlotsResponse, _healthbooker_scheduler_v1_SearchSlotsResponse__Output>
        Session: MessageTypeDefinition<_healthbooker_scheduler_v1_Session, _healthbooker_scheduler_v1_Session__Output>
        SetPatientReachRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_SetPatientReachRequest, _healthbooker_scheduler_v1_SetPatientReachRequest__Output>
        SetPatientReachResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_SetPatientReachResponse, _healthbooker_scheduler_v1_SetPatientReachResponse__Output>
        SettleWorkItemRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_SettleWorkItemRequest, _healthbooker_scheduler_v1_SettleWorkItemRequest__Output>
        SettleWorkItemResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_SettleWorkItemResponse, _healthbooker_scheduler_v1_SettleWorkItemResponse__Output>
        Slot: MessageTypeDefinition<_healthbooker_scheduler_v1_Slot, _healthbooker_scheduler_v1_Slot__Output>
        SlotState: EnumTypeDefinition
        Specialty: MessageTypeDefinition<_healthbooker_scheduler_v1_Specialty, _healthbooker_scheduler_v1_Specialty__Output>
        SymptomAnswers: MessageTypeDefinition<_healthbooker_scheduler_v1_SymptomAnswers, _healthbooker_scheduler_v1_SymptomAnswers__Output>
        TimeOfDay: EnumTypeDefinition
        Urgency: EnumTypeDefinition
        VisitMode: EnumTypeDefinition
        VisitStanding: EnumTypeDefinition
        VisitStatus: EnumTypeDefinition
        VisitType: MessageTypeDefinition<_healthbooker_scheduler_v1_VisitType, _healthbooker_scheduler_v1_VisitType__Output>
        WeekLeave: MessageTypeDefinition<_healthbooker_scheduler_v1_WeekLeave, _healthbooker_scheduler_v1_WeekLeave__Output>
        WeekSlot: MessageTypeDefinition<_healthbooker_scheduler_v1_WeekSlot, _healthbooker_scheduler_v1_WeekSlot__Output>
        WishesLeftOut: MessageTypeDefinition<_healthbooker_scheduler_v1_WishesLeftOut, _healthbooker_scheduler_v1_WishesLeftOut__Output>
      }
    }
  }
}

