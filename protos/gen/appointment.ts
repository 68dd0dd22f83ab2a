import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { AccessNeeds as _healthbooker_appointment_v1_AccessNeeds, AccessNeeds__Output as _healthbooker_appointment_v1_AccessNeeds__Output } from './healthbooker/appointment/v1/AccessNeeds.ts';
import type { AppointmentServiceClient as _healthbooker_appointment_v1_AppointmentServiceClient, AppointmentServiceDefinition as _healthbooker_appointment_v1_AppointmentServiceDefinition } from './healthbooker/appointment/v1/AppointmentService.ts';
import type { BookRequest as _healthbooker_appointment_v1_BookRequest, BookRequest__Output as _healthbooker_appointment_v1_BookRequest__Output } from './healthbooker/appointment/v1/BookRequest.ts';
import type { BookResponse as _healthbooker_appointment_v1_BookResponse, BookResponse__Output as _healthbooker_appointment_v1_BookResponse__Output } from './healthbooker/appointment/v1/BookResponse.ts';
import type { CancelRequest as _healthbooker_appointment_v1_CancelRequest, CancelRequest__Output as _healthbooker_appointment_v1_CancelRequest__Output } from './healthbooker/appointment/v1/CancelRequest.ts';
import type { CancelResponse as _healthbooker_appointment_v1_CancelResponse, CancelResponse__Output as _healthbooker_appointment_v1_CancelResponse__Output } from './healthbooker/appointment/v1/CancelResponse.ts';
import type { CheckInRequest as _healthbooker_appointment_v1_CheckInRequest, CheckInRequest__Output as _healthbooker_appointment_v1_CheckInRequest__Output } from './healthbooker/appointment/v1/CheckInRequest.ts';
import type { CheckInResponse as _healthbooker_appointment_v1_CheckInResponse, CheckInResponse__Output as _healthbooker_appointment_v1_CheckInResponse__Output } from './healthbooker/appointment/v1/CheckInResponse.ts';
import type { EnsureProfileRequest as _healthbooker_appointment_v1_EnsureProfileRequest, EnsureProfileRequest__Output as _healthbooker_appointment_v1_EnsureProfileRequest__Output } from './healthbooker/appointment/v1/EnsureProfileRequest.ts';
import type { EnsureProfileResponse as _healthbooker_appointment_v1_EnsureProfileResponse, EnsureProfileResponse__Output as _healthbooker_appointment_v1_EnsureProfileResponse__Output } from './healthbooker/appointment/v1/EnsureProfileResponse.ts';
import type { FindPatientRequest as _healthbooker_appointment_v1_FindPatientRequest, FindPatientRequest__Output as _healthbooker_appointment_v1_FindPatientRequest__Output } from './healthbooker/appointment/v1/FindPatientRequest.ts';
import type { FindPatientResponse as _healthbooker_appointment_v1_FindPatientResponse, FindPatientResponse__Output as _healthbooker_appointment_v1_FindPatientResponse__Output } from './healthbooker/appointment/v1/FindPatientResponse.ts';
import type { FormerIdentity as _healthbooker_appointment_v1_FormerIdentity, FormerIdentity__Output as _healthbooker_appointment_v1_FormerIdentity__Output } from './healthbooker/appointment/v1/FormerIdentity.ts';
import type { GetAppointmentRequest as _healthbooker_appointment_v1_GetAppointmentRequest, GetAppointmentRequest__Output as _healthbooker_appointment_v1_GetAppointmentRequest__Output } from './healthbooker/appointment/v1/GetAppointmentRequest.ts';
import type { GetAppointmentResponse as _healthbooker_appointment_v1_GetAppointmentResponse, GetAppointmentResponse__Output as _healthbooker_appointment_v1_GetAppointmentResponse__Output } from './healthbooker/appointment/v1/GetAppointmentResponse.ts';
import type { GetContactRequest as _healthbooker_appointment_v1_GetContactRequest, GetContactRequest__Output as _healthbooker_appointment_v1_GetContactRequest__Output } from './healthbooker/appointment/v1/GetContactRequest.ts';
import type { GetContactResponse as _healthbooker_appointment_v1_GetContactResponse, GetContactResponse__Output as _healthbooker_appointment_v1_GetContactResponse__Output } from './healthbooker/appointment/v1/GetContactResponse.ts';
import type { GetProfileRequest as _healthbooker_appointment_v1_GetProfileRequest, GetProfileRequest__Output as _healthbooker_appointment_v1_GetProfileRequest__Output } from './healthbooker/appointment/v1/GetProfileRequest.ts';
import type { GetProfileResponse as _healthbooker_appointment_v1_GetProfileResponse, GetProfileResponse__Output as _healthbooker_appointment_v1_GetProfileResponse__Output } from './healthbooker/appointment/v1/GetProfileResponse.ts';
import type { ListNamesRequest as _healthbooker_appointment_v1_ListNamesRequest, ListNamesRequest__Output as _healthbooker_appointment_v1_ListNamesRequest__Output } from './healthbooker/appointment/v1/ListNamesRequest.ts';
import type { ListNamesResponse as _healthbooker_appointment_v1_ListNamesResponse, ListNamesResponse__Output as _healthbooker_appointment_v1_ListNamesResponse__Output } from './healthbooker/appointment/v1/ListNamesResponse.ts';
import type { ListProfilesRequest as _healthbooker_appointment_v1_ListProfilesRequest, ListProfilesRequest__Output as _healthbooker_appointment_v1_ListProfilesRequest__Output } from './healthbooker/appointment/v1/ListProfilesRequest.ts';
import type { ListProfilesResponse as _healthbooker_appointment_v1_ListProfilesResponse, ListProfilesResponse__Output as _healthbooker_appointment_v1_ListProfilesResponse__Output } from './healthbooker/appointment/v1/ListProfilesResponse.ts';
import type { ListProviderScheduleRequest as _healthbooker_appointment_v1_ListProviderScheduleRequest, ListProviderScheduleRequest__Output as _healthbooker_appointment_v1_ListProviderScheduleRequest__Output } from './healthbooker/appointment/v1/ListProviderScheduleRequest.ts';
import type { ListProviderScheduleResponse as _healthbooker_appointment_v1_ListProviderScheduleResponse, ListProviderScheduleResponse__Output as _healthbooker_appointment_v1_ListProviderScheduleResponse__Output } from './healthbooker/appointment/v1/ListProviderScheduleResponse.ts';
import type { ListTimelineRequest as _healthbooker_appointment_v1_ListTimelineRequest, ListTimelineRequest__Output as _healthbooker_appointment_v1_ListTimelineRequest__Output } from './healthbooker/appointment/v1/ListTimelineRequest.ts';
import type { ListTimelineResponse as _healthbooker_appointment_v1_ListTimelineResponse, ListTimelineResponse__Output as _healthbooker_appointment_v1_ListTimelineResponse__Output } from './healthbooker/appointment/v1/ListTimelineResponse.ts';
import type { MoveRequest as _healthbooker_appointment_v1_MoveRequest, MoveRequest__Output as _healthbooker_appointment_v1_MoveRequest__Output } from './healthbooker/appointment/v1/MoveRequest.ts';
import type { MoveResponse as _healthbooker_appointment_v1_MoveResponse, MoveResponse__Output as _healthbooker_appointment_v1_MoveResponse__Output } from './healthbooker/appointment/v1/MoveResponse.ts';
import type { PersonName as _healthbooker_appointment_v1_PersonName, PersonName__Output as _healthbooker_appointment_v1_PersonName__Output } from './healthbooker/appointment/v1/PersonName.ts';
import type { PersonSummary as _healthbooker_appointment_v1_PersonSummary, PersonSummary__Output as _healthbooker_appointment_v1_PersonSummary__Output } from './healthbooker/appointment/v1/PersonSummary.ts';
import type { Profile as _healthbooker_appointment_v1_Profile, Profile__Output as _healthbooker_appointment_v1_Profile__Output } from './healthbooker/appointment/v1/Profile.ts';
import type { RecordHeadline as _healthbooker_appointment_v1_RecordHeadline, RecordHeadline__Output as _healthbooker_appointment_v1_RecordHeadline__Output } from './healthbooker/appointment/v1/RecordHeadline.ts';
import type { TimelineAppointment as _healthbooker_appointment_v1_TimelineAppointment, TimelineAppointment__Output as _healthbooker_appointment_v1_TimelineAppointment__Output } from './healthbooker/appointment/v1/TimelineAppointment.ts';
import type { UpdateProfileRequest as _healthbooker_appointment_v1_UpdateProfileRequest, UpdateProfileRequest__Output as _healthbooker_appointment_v1_UpdateProfileRequest__Output } from './healthbooker/appointment/v1/UpdateProfileRequest.ts';
import type { UpdateProfileResponse as _healthbooker_appointment_v1_UpdateProfileResponse, UpdateProfileResponse__Output as _healthbooker_appointment_v1_UpdateProfileResponse__Output } from './healthbooker/appointment/v1/UpdateProfileResponse.ts';
import type { CancelReservationRequest as _healthbooker_scheduler_v1_CancelReservationRequest, CancelReservationRequest__Output as _healthbooker_scheduler_v1_CancelReservationRequest__Output } from './healthbooker/scheduler/v1/CancelReservationRequest.ts';
import type { CancelReservationResponse as _healthbooker_scheduler_v1_CancelReservationResponse, CancelReservationResponse__Output as _healthbooker_scheduler_v1_CancelReservationResponse__Output } from './healthbooker/scheduler/v1/CancelReservationResponse.ts';
import type { ChangeVisitStatusRequest as _healthbooker_scheduler_v1_ChangeVisitStatusRequest, ChangeVisitStatusRequest__Output as _healthbooker_scheduler_v1_ChangeVisitStatusRequest__Output } from './healthbooker/scheduler/v1/ChangeVisitStatusRequest.ts';
import type { ChangeVisitStatusResponse as _healthbooker_scheduler_v1_ChangeVisitStatusResponse, ChangeVisitStatusResponse__Output as _healthbooker_scheduler_v1_ChangeVisitStatusResponse__Output } from './healthbooker/scheduler/v1/ChangeVisitStatusResponse.ts';
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
import type { ListChangedRequest as _healthbooker_scheduler_v1_ListChangedRequest, ListChangedRequest__Output as _healthbooker_scheduler_v1_ListChangedRequest__Output } from './healthbooker/scheduler/v1/ListChangedRequest.ts';
import type { ListChangedResponse as _healthbooker_scheduler_v1_ListChangedResponse, ListChangedResponse__Output as _healthbooker_scheduler_v1_ListChangedResponse__Output } from './healthbooker/scheduler/v1/ListChangedResponse.ts';
import type { ListProviderDayRequest as _healthbooker_scheduler_v1_ListProviderDayRequest, ListProviderDayRequest__Output as _healthbooker_scheduler_v1_ListProviderDayRequest__Output } from './healthbooker/scheduler/v1/ListProviderDayRequest.ts';
import type { ListProviderDayResponse as _healthbooker_scheduler_v1_ListProviderDayResponse, ListProviderDayResponse__Output as _healthbooker_scheduler_v1_ListProviderDayResponse__Output } from './healthbooker/scheduler/v1/ListProviderDayResponse.ts';
import type { Location as _healthbooker_scheduler_v1_Location, Location__Output as _healthbooker_scheduler_v1_Location__Output } from './healthbooker/scheduler/v1/Location.ts';
import type { MoveReservationRequest as _healthbooker_scheduler_v1_MoveReservationRequest, MoveReservationRequest__Output as _healthbooker_scheduler_v1_MoveReservationRequest__Output } from './healthbooker/scheduler/v1/MoveReservationRequest.ts';
import type { MoveReservationResponse as _healthbooker_scheduler_v1_MoveReservationResponse, MoveReservationResponse__Output as _healthbooker_scheduler_v1_MoveReservationResponse__Output } from './healthbooker/scheduler/v1/MoveReservationResponse.ts';
import type { Need as _healthbooker_scheduler_v1_Need, Need__Output as _healthbooker_scheduler_v1_Need__Output } from './healthbooker/scheduler/v1/Need.ts';
import type { PastVersion as _healthbooker_scheduler_v1_PastVersion, PastVersion__Output as _healthbooker_scheduler_v1_PastVersion__Output } from './healthbooker/scheduler/v1/PastVersion.ts';
import type { ProposeRequest as _healthbooker_scheduler_v1_ProposeRequest, ProposeRequest__Output as _healthbooker_scheduler_v1_ProposeRequest__Output } from './healthbooker/scheduler/v1/ProposeRequest.ts';
import type { ProposeResponse as _healthbooker_scheduler_v1_ProposeResponse, ProposeResponse__Output as _healthbooker_scheduler_v1_ProposeResponse__Output } from './healthbooker/scheduler/v1/ProposeResponse.ts';
import type { Provider as _healthbooker_scheduler_v1_Provider, Provider__Output as _healthbooker_scheduler_v1_Provider__Output } from './healthbooker/scheduler/v1/Provider.ts';
import type { Region as _healthbooker_scheduler_v1_Region, Region__Output as _healthbooker_scheduler_v1_Region__Output } from './healthbooker/scheduler/v1/Region.ts';
import type { ReleaseHoldRequest as _healthbooker_scheduler_v1_ReleaseHoldRequest, ReleaseHoldRequest__Output as _healthbooker_scheduler_v1_ReleaseHoldRequest__Output } from './healthbooker/scheduler/v1/ReleaseHoldRequest.ts';
import type { ReleaseHoldResponse as _healthbooker_scheduler_v1_ReleaseHoldResponse, ReleaseHoldResponse__Output as _healthbooker_scheduler_v1_ReleaseHoldResponse__Output } from './healthbooker/scheduler/v1/ReleaseHoldResponse.ts';
import type { Reservation as _healthbooker_scheduler_v1_Reservation, Reservation__Output as _healthbooker_scheduler_v1_Reservation__Output } from './healthbooker/scheduler/v1/Reservation.ts';
import type { ReservationVersion as _healthbooker_scheduler_v1_ReservationVersion, ReservationVersion__Output as _healthbooker_scheduler_v1_ReservationVersion__Output } from './healthbooker/scheduler/v1/ReservationVersion.ts';
import type { ReserveRequest as _healthbooker_scheduler_v1_ReserveRequest, ReserveRequest__Output as _healthbooker_scheduler_v1_ReserveRequest__Output } from './healthbooker/scheduler/v1/ReserveRequest.ts';
import type { ReserveResponse as _healthbooker_scheduler_v1_ReserveResponse, ReserveResponse__Output as _healthbooker_scheduler_v1_ReserveResponse__Output } from './healthbooker/scheduler/v1/ReserveResponse.ts';
import type { SchedulerServiceClient as _healthbooker_scheduler_v1_SchedulerServiceClient, SchedulerServiceDefinition as _healthbooker_scheduler_v1_SchedulerServiceDefinition } from './healthbooker/scheduler/v1/SchedulerService.ts';
import type { SearchSlotsRequest as _healthbooker_scheduler_v1_SearchSlotsRequest, SearchSlotsRequest__Output as _healthbooker_scheduler_v1_SearchSlotsRequest__Output } from './healthbooker/scheduler/v1/SearchSlotsRequest.ts';
import type { SearchSlotsResponse as _healthbooker_scheduler_v1_SearchSlotsResponse, SearchSlotsResponse__Output as _healthbooker_scheduler_v1_SearchSlotsResponse__Output } from './healthbooker/scheduler/v1/SearchSlotsResponse.ts';
import type { SetPatientReachRequest as _healthbooker_scheduler_v1_SetPatientReachRequest, SetPatientReachRequest__Output as _healthbooker_scheduler_v1_SetPatientReachRequest__Output } from './healthbooker/scheduler/v1/SetPatientReachRequest.ts';
import type { SetPatientReachResponse as _healthbooker_scheduler_v1_SetPatientReachResponse, SetPatientReachResponse__Output as _healthbooker_scheduler_v1_SetPatientReachResponse__Output } from './healthbooker/scheduler/v1/SetPatientReachResponse.ts';
import type { Slot as _healthbooker_scheduler_v1_Slot, Slot__Output as _healthbooker_scheduler_v1_Slot__Output } from './healthbooker/scheduler/v1/Slot.ts';
import type { Specialty as _healthbooker_scheduler_v1_Specialty, Specialty__Output as _healthbooker_scheduler_v1_Specialty__Output } from './healthbooker/scheduler/v1/Specialty.ts';
import type { SymptomAnswers as _healthbooker_scheduler_v1_SymptomAnswers, SymptomAnswers__Output as _healthbooker_scheduler_v1_SymptomAnswers__Output } from './healthbooker/scheduler/v1/SymptomAnswers.ts';
import type { VisitType as _healthbooker_scheduler_v1_VisitType, VisitType__Output as _healthbooker_scheduler_v1_VisitType__Output } from './healthbooker/scheduler/v1/VisitType.ts';
import type { WishesLeftOut as _healthbooker_scheduler_v1_WishesLeftOut, WishesLeftOut__Output as _healthbooker_scheduler_v1_WishesLeftOut__Output } from './healthbooker/scheduler/v1/WishesLeftOut.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  healthbooker: {
    appointment: {
      v1: {
        AccessNeeds: MessageTypeDefinition<_healthbooker_appointment_v1_AccessNeeds, _healthbooker_appointment_v1_AccessNeeds__Output>
        AppointmentService: SubtypeConstructor<typeof grpc.Client, _healthbooker_appointment_v1_AppointmentServiceClient> & { service: _healthbooker_appointment_v1_AppointmentServiceDefinition }
        BookRequest: MessageTypeDefinition<_healthbooker_appointment_v1_BookRequest, _healthbooker_appointment_v1_BookRequest__Output>
        BookResponse: MessageTypeDefinition<_healthbooker_appointment_v1_BookResponse, _healthbooker_appointment_v1_BookResponse__Output>
        CancelRequest: MessageTypeDefinition<_healthbooker_appointment_v1_CancelRequest, _healthbooker_appointment_v1_CancelRequest__Output>
        CancelResponse: MessageTypeDefinition<_healthbooker_appointment_v1_CancelResponse, _healthbooker_appointment_v1_CancelResponse__Output>
        CheckInRequest: MessageTypeDefinition<_healthbooker_appointment_v1_CheckInRequest, _healthbooker_appointment_v1_CheckInRequest__Output>
        CheckInResponse: MessageTypeDefinition<_healthbooker_appointment_v1_CheckInResponse, _healthbooker_appointment_v1_CheckInResponse__Output>
        EnsureProfileRequest: MessageTypeDefinition<_healthbooker_appointment_v1_EnsureProfileRequest, _healthbooker_appointment_v1_EnsureProfileRequest__Output>
        EnsureProfileResponse: MessageTypeDefinition<_healthbooker_appointment_v1_EnsureProfileResponse, _healthbooker_appointment_v1_EnsureProfileResponse__Output>
        FindPatientRequest: MessageTypeDefinition<_healthbooker_appointment_v1_FindPatientRequest, _healthbooker_appointment_v1_FindPatientRequest__Output>
        FindPatientResponse: MessageTypeDefinition<_healthbooker_appointment_v1_FindPatientResponse, _healthbooker_appointment_v1_FindPatientResponse__Output>
        FormerIdentity: MessageTypeDefinition<_healthbooker_appointment_v1_FormerIdentity, _healthbooker_appointment_v1_FormerIdentity__Output>
        GetAppointmentRequest: MessageTypeDefinition<_healthbooker_appointment_v1_GetAppointmentRequest, _healthbooker_appointment_v1_GetAppointmentRequest__Output>
        GetAppointmentResponse: MessageTypeDefinition<_healthbooker_appointment_v1_GetAppointmentResponse, _healthbooker_appointment_v1_GetAppointmentResponse__Output>
        GetContactRequest: MessageTypeDefinition<_healthbooker_appointment_v1_GetContactRequest, _healthbooker_appointment_v1_GetContactRequest__Output>
        GetContactResponse: MessageTypeDefinition<_healthbooker_appointment_v1_GetContactResponse, _healthbooker_appointment_v1_GetContactResponse__Output>
        GetProfileRequest: MessageTypeDefinition<_healthbooker_appointment_v1_GetProfileRequest, _healthbooker_appointment_v1_GetProfileRequest__Output>
        GetProfileResponse: MessageTypeDefinition<_healthbooker_appointment_v1_GetProfileResponse, _healthbooker_appointment_v1_GetProfileResponse__Output>
        ListNamesRequest: MessageTypeDefinition<_healthbooker_appointment_v1_ListNamesRequest, _healthbooker_appointment_v1_ListNamesRequest__Output>
        ListNamesResponse: MessageTypeDefinition<_healthbooker_appointment_v1_ListNamesResponse, _healthbooker_appointment_v1_ListNamesResponse__Output>
        ListProfilesRequest: MessageTypeDefinition<_healthbooker_appointment_v1_ListProfilesRequest, _healthbooker_appointment_v1_ListProfilesRequest__Output>
        ListProfilesResponse: MessageTypeDefinition<_healthbooker_appointment_v1_ListProfilesResponse, _healthbooker_appointment_v1_ListProfilesResponse__Output>
        ListProviderScheduleRequest: MessageTypeDefinition<_healthbooker_appointment_v1_ListProviderScheduleRequest, _healthbooker_appointment_v1_ListProviderScheduleRequest__Output>
        ListProviderScheduleResponse: MessageTypeDefinition<_healthbooker_appointment_v1_ListProviderScheduleResponse, _healthbooker_appointment_v1_ListProviderScheduleResponse__Output>
        ListTimelineRequest: MessageTypeDefinition<_healthbooker_appointment_v1_ListTimelineRequest, _healthbooker_appointment_v1_ListTimelineRequest__Output>
        ListTimelineResponse: MessageTypeDefinition<_healthbooker_appointment_v1_ListTimelineResponse, _healthbooker_appointment_v1_ListTimelineResponse__Output>
        MoveRequest: MessageTypeDefinition<_healthbooker_appointment_v1_MoveRequest, _healthbooker_appointment_v1_MoveRequest__Output>
        MoveResponse: MessageTypeDefinition<_healthbooker_appointment_v1_MoveResponse, _healthbooker_appointment_v1_MoveResponse__Output>
        PersonName: MessageTypeDefinition<_healthbooker_appointment_v1_PersonName, _healthbooker_appointment_v1_PersonName__Output>
        PersonSummary: MessageTypeDefinition<_healthbooker_appointment_v1_PersonSummary, _healthbooker_appointment_v1_PersonSummary__Output>
        Profile: MessageTypeDefinition<_healthbooker_appointment_v1_Profile, _healthbooker_appointment_v1_Profile__Output>
        RecordHeadline: MessageTypeDefinition<_healthbooker_appointment_v1_RecordHeadline, _healthbooker_appointment_v1_RecordHeadline__Output>
        TimelineAppointment: MessageTypeDefinition<_healthbooker_appointment_v1_TimelineAppointment, _healthbooker_appointment_v1_TimelineAppointment__Output>
        UpdateProfileRequest: MessageTypeDefinition<_healthbooker_appointment_v1_UpdateProfileRequest, _healthbooker_appointment_v1_UpdateProfileRequest__Output>
        UpdateProfileResponse: MessageTypeDefinition<_healthbooker_appointment_v1_UpdateProfileResponse, _healthbooker_appointment_v1_UpdateProfileResponse__Output>
      }
    }
    scheduler: {
      v1: {
        AccessNeed: EnumTypeDefinition
        CancelReservationRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_CancelReservationRequest, _healthbooker_scheduler_v1_CancelReservationRequest__Output>
        CancelReservationResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_CancelReservationResponse, _healthbooker_scheduler_v1_CancelReservationResponse__Output>
        ChangeVisitStatusRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ChangeVisitStatusRequest, _healthbooker_scheduler_v1_ChangeVisitStatusRequest__Output>
        ChangeVisitStatusResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ChangeVisitStatusResponse, _healthbooker_scheduler_v1_ChangeVisitStatusResponse__Output>
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
        ListChangedRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListChangedRequest, _healthbooker_scheduler_v1_ListChangedRequest__Output>
        ListChangedResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListChangedResponse, _healthbooker_scheduler_v1_ListChangedResponse__Output>
        ListProviderDayRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListProviderDayRequest, _healthbooker_scheduler_v1_ListProviderDayRequest__Output>
        ListProviderDayResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListProviderDayResponse, _healthbooker_scheduler_v1_ListProviderDayResponse__Output>
        Location: MessageTypeDefinition<_healthbooker_scheduler_v1_Location, _healthbooker_scheduler_v1_Location__Output>
        MoveReservationRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_MoveReservationRequest, _healthbooker_scheduler_v1_MoveReservationRequest__Output>
        MoveReservationResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_MoveReservationResponse, _healthbooker_scheduler_v1_MoveReservationResponse__Output>
        Need: MessageTypeDefinition<_healthbooker_scheduler_v1_Need, _healthbooker_scheduler_v1_Need__Output>
        PastVersion: MessageTypeDefinition<_healthbooker_scheduler_v1_PastVersion, _healthbooker_scheduler_v1_PastVersion__Output>
        ProposeRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ProposeRequest, _healthbooker_scheduler_v1_ProposeRequest__Output>
        ProposeResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ProposeResponse, _healthbooker_scheduler_v1_ProposeResponse__Output>
        Provider: MessageTypeDefinition<_healthbooker_scheduler_v1_Provider, _healthbooker_scheduler_v1_Provider__Output>
        Region: MessageTypeDefinition<_healthbooker_scheduler_v1_Region, _healthbooker_scheduler_v1_Region__Output>
        ReleaseHoldRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ReleaseHoldRequest, _healthbooker_scheduler_v1_ReleaseHoldRequest__Output>
        ReleaseHoldResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ReleaseHoldResponse, _healthbooker_scheduler_v1_ReleaseHoldResponse__Output>
        Reservation: MessageTypeDefinition<_healthbooker_scheduler_v1_Reservation, _healthbooker_scheduler_v1_Reservation__Output>
        ReservationVersion: MessageTypeDefinition<_healthbooker_scheduler_v1_ReservationVersion, _healthbooker_scheduler_v1_ReservationVersion__Output>
        ReserveRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ReserveRequest, _healthbooker_scheduler_v1_ReserveRequest__Output>
        ReserveResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ReserveResponse, _healthbooker_scheduler_v1_ReserveResponse__Output>
        SchedulerService: SubtypeConstructor<typeof grpc.Client, _healthbooker_scheduler_v1_SchedulerServiceClient> & { service: _healthbooker_scheduler_v1_SchedulerServiceDefinition }
        SearchSlotsRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_SearchSlotsRequest, _healthbooker_scheduler_v1_SearchSlotsRequest__Output>
        SearchSlotsResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_SearchSlotsResponse, _healthbooker_scheduler_v1_SearchSlotsResponse__Output>
        SetPatientReachRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_SetPatientReachRequest, _healthbooker_scheduler_v1_SetPatientReachRequest__Output>
        SetPatientReachResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_SetPatientReachResponse, _healthbooker_scheduler_v1_SetPatientReachResponse__Output>
        Slot: MessageTypeDefinition<_healthbooker_scheduler_v1_Slot, _healthbooker_scheduler_v1_Slot__Output>
        Specialty: MessageTypeDefinition<_healthbooker_scheduler_v1_Specialty, _healthbooker_scheduler_v1_Specialty__Output>
        SymptomAnswers: MessageTypeDefinition<_healthbooker_scheduler_v1_SymptomAnswers, _healthbooker_scheduler_v1_SymptomAnswers__Output>
        TimeOfDay: EnumTypeDefinition
        Urgency: EnumTypeDefinition
        VisitMode: EnumTypeDefinition
        VisitStanding: EnumTypeDefinition
        VisitStatus: EnumTypeDefinition
        VisitType: MessageTypeDefinition<_healthbooker_scheduler_v1_VisitType, _healthbooker_scheduler_v1_VisitType__Output>
        WishesLeftOut: MessageTypeDefinition<_healthbooker_scheduler_v1_WishesLeftOut, _healthbooker_scheduler_v1_WishesLeftOut__Output>
      }
    }
  }
}

