import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { AcceptOfferRequest as _healthbooker_scheduler_v1_AcceptOfferRequest, AcceptOfferRequest__Output as _healthbooker_scheduler_v1_AcceptOfferRequest__Output } from './healthbooker/scheduler/v1/AcceptOfferRequest.ts';
import type { AcceptOfferResponse as _healthbooker_scheduler_v1_AcceptOfferResponse, AcceptOfferResponse__Output as _healthbooker_scheduler_v1_AcceptOfferResponse__Output } from './healthbooker/scheduler/v1/AcceptOfferResponse.ts';
import type { CancelReservationRequest as _healthbooker_scheduler_v1_CancelReservationRequest, CancelReservationRequest__Output as _healthbooker_scheduler_v1_CancelReservationRequest__Output } from './healthbooker/scheduler/v1/CancelReservationRequest.ts';
import type { CancelReservationResponse as _healthbooker_scheduler_v1_CancelReservationResponse, CancelReservationResponse__Output as _healthbooker_scheduler_v1_CancelReservationResponse__Output } from './healthbooker/scheduler/v1/CancelReservationResponse.ts';
import type { ChangeVisitStatusRequest as _healthbooker_scheduler_v1_ChangeVisitStatusRequest, ChangeVisitStatusRequest__Output as _healthbooker_scheduler_v1_ChangeVisitStatusRequest__Output } from './healthbooker/scheduler/v1/ChangeVisitStatusRequest.ts';
import type { ChangeVisitStatusResponse as _healthbooker_scheduler_v1_ChangeVisitStatusResponse, ChangeVisitStatusResponse__Output as _healthbooker_scheduler_v1_ChangeVisitStatusResponse__Output } from './healthbooker/scheduler/v1/ChangeVisitStatusResponse.ts';
import type { ChangeWaitlistEntryRequest as _healthbooker_scheduler_v1_ChangeWaitlistEntryRequest, ChangeWaitlistEntryRequest__Output as _healthbooker_scheduler_v1_ChangeWaitlistEntryRequest__Output } from './healthbooker/scheduler/v1/ChangeWaitlistEntryRequest.ts';
import type { ChangeWaitlistEntryResponse as _healthbooker_scheduler_v1_ChangeWaitlistEntryResponse, ChangeWaitlistEntryResponse__Output as _healthbooker_scheduler_v1_ChangeWaitlistEntryResponse__Output } from './healthbooker/scheduler/v1/ChangeWaitlistEntryResponse.ts';
import type { DeclineOfferRequest as _healthbooker_scheduler_v1_DeclineOfferRequest, DeclineOfferRequest__Output as _healthbooker_scheduler_v1_DeclineOfferRequest__Output } from './healthbooker/scheduler/v1/DeclineOfferRequest.ts';
import type { DeclineOfferResponse as _healthbooker_scheduler_v1_DeclineOfferResponse, DeclineOfferResponse__Output as _healthbooker_scheduler_v1_DeclineOfferResponse__Output } from './healthbooker/scheduler/v1/DeclineOfferResponse.ts';
import type { ExtendHoldRequest as _healthbooker_scheduler_v1_ExtendHoldRequest, ExtendHoldRequest__Output as _healthbooker_scheduler_v1_ExtendHoldRequest__Output } from './healthbooker/scheduler/v1/ExtendHoldRequest.ts';
import type { ExtendHoldResponse as _healthbooker_scheduler_v1_ExtendHoldResponse, ExtendHoldResponse__Output as _healthbooker_scheduler_v1_ExtendHoldResponse__Output } from './healthbooker/scheduler/v1/ExtendHoldResponse.ts';
import type { GetDirectoryRequest as _healthbooker_scheduler_v1_GetDirectoryRequest, GetDirectoryRequest__Output as _healthbooker_scheduler_v1_GetDirectoryRequest__Output } from './healthbooker/scheduler/v1/GetDirectoryRequest.ts';
import type { GetDirectoryResponse as _healthbooker_scheduler_v1_GetDirectoryResponse, GetDirectoryResponse__Output as _healthbooker_scheduler_v1_GetDirectoryResponse__Output } from './healthbooker/scheduler/v1/GetDirectoryResponse.ts';
import type { GetReservationRequest as _healthbooker_scheduler_v1_GetReservationRequest, GetReservationRequest__Output as _healthbooker_scheduler_v1_GetReservationRequest__Output } from './healthbooker/scheduler/v1/GetReservationRequest.ts';
import type { GetReservationResponse as _healthbooker_scheduler_v1_GetReservationResponse, GetReservationResponse__Output as _healthbooker_scheduler_v1_GetReservationResponse__Output } from './healthbooker/scheduler/v1/GetReservationResponse.ts';
import type { GetWaitlistEntryRequest as _healthbooker_scheduler_v1_GetWaitlistEntryRequest, GetWaitlistEntryRequest__Output as _healthbooker_scheduler_v1_GetWaitlistEntryRequest__Output } from './healthbooker/scheduler/v1/GetWaitlistEntryRequest.ts';
import type { GetWaitlistEntryResponse as _healthbooker_scheduler_v1_GetWaitlistEntryResponse, GetWaitlistEntryResponse__Output as _healthbooker_scheduler_v1_GetWaitlistEntryResponse__Output } from './healthbooker/scheduler/v1/GetWaitlistEntryResponse.ts';
import type { HasCareRelationshipRequest as _healthbooker_scheduler_v1_HasCareRelationshipRequest, HasCareRelationshipRequest__Output as _healthbooker_scheduler_v1_HasCareRelationshipRequest__Output } from './healthbooker/scheduler/v1/HasCareRelationshipRequest.ts';
import type { HasCareRelationshipResponse as _healthbooker_scheduler_v1_HasCareRelationshipResponse, HasCareRelationshipResponse__Output as _healthbooker_scheduler_v1_HasCareRelationshipResponse__Output } from './healthbooker/scheduler/v1/HasCareRelationshipResponse.ts';
import type { Hold as _healthbooker_scheduler_v1_Hold, Hold__Output as _healthbooker_scheduler_v1_Hold__Output } from './healthbooker/scheduler/v1/Hold.ts';
import type { HoldSlotRequest as _healthbooker_scheduler_v1_HoldSlotRequest, HoldSlotRequest__Output as _healthbooker_scheduler_v1_HoldSlotRequest__Output } from './healthbooker/scheduler/v1/HoldSlotRequest.ts';
import type { HoldSlotResponse as _healthbooker_scheduler_v1_HoldSlotResponse, HoldSlotResponse__Output as _healthbooker_scheduler_v1_HoldSlotResponse__Output } from './healthbooker/scheduler/v1/HoldSlotResponse.ts';
import type { JoinWaitlistRequest as _healthbooker_scheduler_v1_JoinWaitlistRequest, JoinWaitlistRequest__Output as _healthbooker_scheduler_v1_JoinWaitlistRequest__Output } from './healthbooker/scheduler/v1/JoinWaitlistRequest.ts';
import type { JoinWaitlistResponse as _healthbooker_scheduler_v1_JoinWaitlistResponse, JoinWaitlistResponse__Output as _healthbooker_scheduler_v1_JoinWaitlistResponse__Output } from './healthbooker/scheduler/v1/JoinWaitlistResponse.ts';
import type { LeaveWaitlistRequest as _healthbooker_scheduler_v1_LeaveWaitlistRequest, LeaveWaitlistRequest__Output as _healthbooker_scheduler_v1_LeaveWaitlistRequest__Output } from './healthbooker/scheduler/v1/LeaveWaitlistRequest.ts';
import type { LeaveWaitlistResponse as _healthbooker_scheduler_v1_LeaveWaitlistResponse, LeaveWaitlistResponse__Output as _healthbooker_scheduler_v1_LeaveWaitlistResponse__Output } from './healthbooker/scheduler/v1/LeaveWaitlistResponse.ts';
import type { ListChangedRequest as _healthbooker_scheduler_v1_ListChangedRequest, ListChangedRequest__Output as _healthbooker_scheduler_v1_ListChangedRequest__Output } from './healthbooker/scheduler/v1/ListChangedRequest.ts';
import type { ListChangedResponse as _healthbooker_scheduler_v1_ListChangedResponse, ListChangedResponse__Output as _healthbooker_scheduler_v1_ListChangedResponse__Output } from './healthbooker/scheduler/v1/ListChangedResponse.ts';
import type { ListProviderDayRequest as _healthbooker_scheduler_v1_ListProviderDayRequest, ListProviderDayRequest__Output as _healthbooker_scheduler_v1_ListProviderDayRequest__Output } from './healthbooker/scheduler/v1/ListProviderDayRequest.ts';
import type { ListProviderDayResponse as _healthbooker_scheduler_v1_ListProviderDayResponse, ListProviderDayResponse__Output as _healthbooker_scheduler_v1_ListProviderDayResponse__Output } from './healthbooker/scheduler/v1/ListProviderDayResponse.ts';
import type { ListWaitlistChangedRequest as _healthbooker_scheduler_v1_ListWaitlistChangedRequest, ListWaitlistChangedRequest__Output as _healthbooker_scheduler_v1_ListWaitlistChangedRequest__Output } from './healthbooker/scheduler/v1/ListWaitlistChangedRequest.ts';
import type { ListWaitlistChangedResponse as _healthbooker_scheduler_v1_ListWaitlistChangedResponse, ListWaitlistChangedResponse__Output as _healthbooker_scheduler_v1_ListWaitlistChangedResponse__Output } from './healthbooker/scheduler/v1/ListWaitlistChangedResponse.ts';
import type { ListWaitlistRequest as _healthbooker_scheduler_v1_ListWaitlistRequest, ListWaitlistRequest__Output as _healthbooker_scheduler_v1_ListWaitlistRequest__Output } from './healthbooker/scheduler/v1/ListWaitlistRequest.ts';
import type { ListWaitlistResponse as _healthbooker_scheduler_v1_ListWaitlistResponse, ListWaitlistResponse__Output as _healthbooker_scheduler_v1_ListWaitlistResponse__Output } from './healthbooker/scheduler/v1/ListWaitlistResponse.ts';
import type { Location as _healthbooker_scheduler_v1_Location, Location__Output as _healthbooker_scheduler_v1_Location__Output } from './healthbooker/scheduler/v1/Location.ts';
import type { MoveReservationRequest as _healthbooker_scheduler_v1_MoveReservationRequest, MoveReservationRequest__Output as _healthbooker_scheduler_v1_MoveReservationRequest__Output } from './healthbooker/scheduler/v1/MoveReservationRequest.ts';
import type { MoveReservationResponse as _healthbooker_scheduler_v1_MoveReservationResponse, MoveReservationResponse__Output as _healthbooker_scheduler_v1_MoveReservationResponse__Output } from './healthbooker/scheduler/v1/MoveReservationResponse.ts';
import type { Need as _healthbooker_scheduler_v1_Need, Need__Output as _healthbooker_scheduler_v1_Need__Output } from './healthbooker/scheduler/v1/Need.ts';
import type { PastVersion as _healthbooker_scheduler_v1_PastVersion, PastVersion__Output as _healthbooker_scheduler_v1_PastVersion__Output } from './healthbooker/scheduler/v1/PastVersion.ts';
import type { ProposeRequest as _healthbooker_scheduler_v1_ProposeRequest, ProposeRequest__Output as _healthbooker_scheduler_v1_ProposeRequest__Output } from './healthbooker/scheduler/v1/ProposeRequest.ts';
import type { ProposeResponse as _healthbooker_scheduler_v1_ProposeResponse, ProposeResponse__Output as _healthbooker_scheduler_v1_ProposeResponse__Output } from './healthbooker/scheduler/v1/ProposeResponse.ts';
import type { Provider as _healthbooker_scheduler_v1_Provider, Provider__Output as _healthbooker_scheduler_v1_Provider__Output } from './healthbooker/scheduler/v1/Provider.ts';
import type { RecordContactRequest as _healthbooker_scheduler_v1_RecordContactRequest, RecordContactRequest__Output as _healthbooker_scheduler_v1_RecordContactRequest__Output } from './healthbooker/scheduler/v1/RecordContactRequest.ts';
import type { RecordContactResponse as _healthbooker_scheduler_v1_RecordContactResponse, RecordContactResponse__Output as _healthbooker_scheduler_v1_RecordContactResponse__Output } from './healthbooker/scheduler/v1/RecordContactResponse.ts';
import type { Region as _healthbooker_scheduler_v1_Region, Region__Output as _healthbooker_scheduler_v1_Region__Output } from './healthbooker/scheduler/v1/Region.ts';
import type { ReleaseHoldRequest as _healthbooker_scheduler_v1_ReleaseHoldRequest, ReleaseHoldRequest__Output as _healthbooker_scheduler_v1_ReleaseHoldRequest__Output } from './healthbooker/scheduler/v1/ReleaseHoldRequest.ts';
import type { ReleaseHoldResponse as _healthbooker_scheduler_v1_ReleaseHoldResponse, ReleaseHoldResponse__Output as _healthbooker_scheduler_v1_ReleaseHoldResponse__Output } from './healthbooker/scheduler/v1/ReleaseHoldResponse.ts';
import type { Reservation as _healthbooker_scheduler_v1_Reservation, Reservation__Output as _healthbooker_scheduler_v1_Reservation__Output } from './healthbooker/scheduler/v1/Reservation.ts';
import type { ReservationVersion as _healthbooker_scheduler_v1_ReservationVersion, ReservationVersion__Output as _healthbooker_scheduler_v1_ReservationVersion__Output } from './healthbooker/scheduler/v1/ReservationVersion.ts';
import type { ReserveRequest as _healthbooker_scheduler_v1_ReserveRequest, ReserveRequest__Output as _healthbooker_scheduler_v1_ReserveRequest__Output } from './healthbooker/scheduler/v1/ReserveRequest.ts';
import type { ReserveResponse as _healthbooker_scheduler_v1_ReserveResponse, ReserveResponse__Output as _healthbooker_scheduler_v1_ReserveResponse__Output } from './healthbooker/scheduler/v1/ReserveResponse.ts';
import type { RetriageRequest as _healthbooker_scheduler_v1_RetriageRequest, RetriageRequest__Output as _healthbooker_scheduler_v1_RetriageRequest__Output } from './healthbooker/scheduler/v1/RetriageRequest.ts';
import type { RetriageResponse as _healthbooker_scheduler_v1_RetriageResponse, RetriageResponse__Output as _healthbooker_scheduler_v1_RetriageResponse__Output } from './healthbooker/scheduler/v1/RetriageResponse.ts';
import type { SchedulerServiceClient as _healthbooker_scheduler_v1_SchedulerServiceClient, SchedulerServiceDefinition as _healthbooker_scheduler_v1_SchedulerServiceDefinition } from './healthbooker/scheduler/v1/SchedulerService.ts';
import type { SearchSlotsRequest as _healthbooker_scheduler_v1_SearchSlotsRequest, SearchSlotsRequest__Output as _healthbooker_scheduler_v1_SearchSlotsRequest__Output } from './healthbooker/scheduler/v1/SearchSlotsRequest.ts';
import type { SearchSlotsResponse as _healthbooker_scheduler_v1_SearchSlotsResponse, SearchSlotsResponse__Output as _healthbooker_scheduler_v1_SearchSlotsResponse__Output } from './healthbooker/scheduler/v1/SearchSlotsResponse.ts';
import type { SetPatientReachRequest as _healthbooker_scheduler_v1_SetPatientReachRequest, SetPatientReachRequest__Output as _healthbooker_scheduler_v1_SetPatientReachRequest__Output } from './healthbooker/scheduler/v1/SetPatientReachRequest.ts';
import type { SetPatientReachResponse as _healthbooker_scheduler_v1_SetPatientReachResponse, SetPatientReachResponse__Output as _healthbooker_scheduler_v1_SetPatientReachResponse__Output } from './healthbooker/scheduler/v1/SetPatientReachResponse.ts';
import type { Slot as _healthbooker_scheduler_v1_Slot, Slot__Output as _healthbooker_scheduler_v1_Slot__Output } from './healthbooker/scheduler/v1/Slot.ts';
import type { Specialty as _healthbooker_scheduler_v1_Specialty, Specialty__Output as _healthbooker_scheduler_v1_Specialty__Output } from './healthbooker/scheduler/v1/Specialty.ts';
import type { SymptomAnswers as _healthbooker_scheduler_v1_SymptomAnswers, SymptomAnswers__Output as _healthbooker_scheduler_v1_SymptomAnswers__Output } from './healthbooker/scheduler/v1/SymptomAnswers.ts';
import type { VisitType as _healthbooker_scheduler_v1_VisitType, VisitType__Output as _healthbooker_scheduler_v1_VisitType__Output } from './healthbooker/scheduler/v1/VisitType.ts';
import type { WaitlistContact as _healthbooker_scheduler_v1_WaitlistContact, WaitlistContact__Output as _healthbooker_scheduler_v1_WaitlistContact__Output } from './healthbooker/scheduler/v1/WaitlistContact.ts';
import type { WaitlistEntry as _healthbooker_scheduler_v1_WaitlistEntry, WaitlistEntry__Output as _healthbooker_scheduler_v1_WaitlistEntry__Output } from './healthbooker/scheduler/v1/WaitlistEntry.ts';
import type { WaitlistEntryVersion as _healthbooker_scheduler_v1_WaitlistEntryVersion, WaitlistEntryVersion__Output as _healthbooker_scheduler_v1_WaitlistEntryVersion__Output } from './healthbooker/scheduler/v1/WaitlistEntryVersion.ts';
import type { WaitlistOffer as _healthbooker_scheduler_v1_WaitlistOffer, WaitlistOffer__Output as _healthbooker_scheduler_v1_WaitlistOffer__Output } from './healthbooker/scheduler/v1/WaitlistOffer.ts';
import type { WaitlistServiceClient as _healthbooker_scheduler_v1_WaitlistServiceClient, WaitlistServiceDefinition as _healthbooker_scheduler_v1_WaitlistServiceDefinition } from './healthbooker/scheduler/v1/WaitlistService.ts';
import type { WishesLeftOut as _healthbooker_scheduler_v1_WishesLeftOut, WishesLeftOut__Output as _healthbooker_scheduler_v1_WishesLeftOut__Output } from './healthbooker/scheduler/v1/WishesLeftOut.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  healthbooker: {
    scheduler: {
      v1: {
        AcceptOfferRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_AcceptOfferRequest, _healthbooker_scheduler_v1_AcceptOfferRequest__Output>
        AcceptOfferResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_AcceptOfferResponse, _healthbooker_scheduler_v1_AcceptOfferResponse__Output>
        AccessNeed: EnumTypeDefinition
        CancelReservationRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_CancelReservationRequest, _healthbooker_scheduler_v1_CancelReservationRequest__Output>
        CancelReservationResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_CancelReservationResponse, _healthbooker_scheduler_v1_CancelReservationResponse__Output>
        ChangeVisitStatusRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ChangeVisitStatusRequest, _healthbooker_scheduler_v1_ChangeVisitStatusRequest__Output>
        ChangeVisitStatusResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ChangeVisitStatusResponse, _healthbooker_scheduler_v1_ChangeVisitStatusResponse__Output>
        ChangeWaitlistEntryRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ChangeWaitlistEntryRequest, _healthbooker_scheduler_v1_ChangeWaitlistEntryRequest__Output>
        ChangeWaitlistEntryResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ChangeWaitlistEntryResponse, _healthbooker_scheduler_v1_ChangeWaitlistEntryResponse__Output>
        ContactOutcome: EnumTypeDefinition
        DeclineOfferRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_DeclineOfferRequest, _healthbooker_scheduler_v1_DeclineOfferRequest__Output>
        DeclineOfferResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_DeclineOfferResponse, _healthbooker_scheduler_v1_DeclineOfferResponse__Output>
        ExtendHoldRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ExtendHoldRequest, _healthbooker_scheduler_v1_ExtendHoldRequest__Output>
        ExtendHoldResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ExtendHoldResponse, _healthbooker_scheduler_v1_ExtendHoldResponse__Output>
        GetDirectoryRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_GetDirectoryRequest, _healthbooker_scheduler_v1_GetDirectoryRequest__Output>
        GetDirectoryResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_GetDirectoryResponse, _healthbooker_scheduler_v1_GetDirectoryResponse__Output>
        GetReservationRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_GetReservationRequest, _healthbooker_scheduler_v1_GetReservationRequest__Output>
        GetReservationResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_GetReservationResponse, _healthbooker_scheduler_v1_GetReservationResponse__Output>
        GetWaitlistEntryRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_GetWaitlistEntryRequest, _healthbooker_scheduler_v1_GetWaitlistEntryRequest__Output>
        GetWaitlistEntryResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_GetWaitlistEntryResponse, _healthbooker_scheduler_v1_GetWaitlistEntryResponse__Output>
        HasCareRelationshipRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_HasCareRelationshipRequest, _healthbooker_scheduler_v1_HasCareRelationshipRequest__Output>
        HasCareRelationshipResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_HasCareRelationshipResponse, _healthbooker_scheduler_v1_HasCareRelationshipResponse__Output>
        Hold: MessageTypeDefinition<_healthbooker_scheduler_v1_Hold, _healthbooker_scheduler_v1_Hold__Output>
        HoldSlotRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_HoldSlotRequest, _healthbooker_scheduler_v1_HoldSlotRequest__Output>
        HoldSlotResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_HoldSlotResponse, _healthbooker_scheduler_v1_HoldSlotResponse__Output>
        JoinWaitlistRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_JoinWaitlistRequest, _healthbooker_scheduler_v1_JoinWaitlistRequest__Output>
        JoinWaitlistResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_JoinWaitlistResponse, _healthbooker_scheduler_v1_JoinWaitlistResponse__Output>
        LeaveWaitlistRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_LeaveWaitlistRequest, _healthbooker_scheduler_v1_LeaveWaitlistRequest__Output>
        LeaveWaitlistResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_LeaveWaitlistResponse, _healthbooker_scheduler_v1_LeaveWaitlistResponse__Output>
        ListChangedRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListChangedRequest, _healthbooker_scheduler_v1_ListChangedRequest__Output>
        ListChangedResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListChangedResponse, _healthbooker_scheduler_v1_ListChangedResponse__Output>
        ListProviderDayRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListProviderDayRequest, _healthbooker_scheduler_v1_ListProviderDayRequest__Output>
        ListProviderDayResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListProviderDayResponse, _healthbooker_scheduler_v1_ListProviderDayResponse__Output>
        ListWaitlistChangedRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListWaitlistChangedRequest, _healthbooker_scheduler_v1_ListWaitlistChangedRequest__Output>
        ListWaitlistChangedResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListWaitlistChangedResponse, _healthbooker_scheduler_v1_ListWaitlistChangedResponse__Output>
        ListWaitlistRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListWaitlistRequest, _healthbooker_scheduler_v1_ListWaitlistRequest__Output>
        ListWaitlistResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListWaitlistResponse, _healthbooker_scheduler_v1_ListWaitlistResponse__Output>
        Location: MessageTypeDefinition<_healthbooker_scheduler_v1_Location, _healthbooker_scheduler_v1_Location__Output>
        MoveReservationRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_MoveReservationRequest, _healthbooker_scheduler_v1_MoveReservationRequest__Output>
        MoveReservationResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_MoveReservationResponse, _healthbooker_scheduler_v1_MoveReservationResponse__Output>
        Need: MessageTypeDefinition<_healthbooker_scheduler_v1_Need, _healthbooker_scheduler_v1_Need__Output>
        PastVersion: MessageTypeDefinition<_healthbooker_scheduler_v1_PastVersion, _healthbooker_scheduler_v1_PastVersion__Output>
        ProposeRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ProposeRequest, _healthbooker_scheduler_v1_ProposeRequest__Output>
        ProposeResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ProposeResponse, _healthbooker_scheduler_v1_ProposeResponse__Output>
        Provider: MessageTypeDefinition<_healthbooker_scheduler_v1_Provider, _healthbooker_scheduler_v1_Provider__Output>
        RecordContactRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_RecordContactRequest, _healthbooker_scheduler_v1_RecordContactRequest__Output>
        RecordContactResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_RecordContactResponse, _healthbooker_scheduler_v1_RecordContactResponse__Output>
        Region: MessageTypeDefinition<_healthbooker_scheduler_v1_Region, _healthbooker_scheduler_v1_Region__Output>
        ReleaseHoldRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ReleaseHoldRequest, _healthbooker_scheduler_v1_ReleaseHoldRequest__Output>
        ReleaseHoldResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ReleaseHoldResponse, _healthbooker_scheduler_v1_ReleaseHoldResponse__Output>
        Reservation: MessageTypeDefinition<_healthbooker_scheduler_v1_Reservation, _healthbooker_scheduler_v1_Reservation__Output>
        ReservationVersion: MessageTypeDefinition<_healthbooker_scheduler_v1_ReservationVersion, _healthbooker_scheduler_v1_ReservationVersion__Output>
        ReserveRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ReserveRequest, _healthbooker_scheduler_v1_ReserveRequest__Output>
        ReserveResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ReserveResponse, _healthbooker_scheduler_v1_ReserveResponse__Output>
        RetriageRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_RetriageRequest, _healthbooker_scheduler_v1_RetriageRequest__Output>
        RetriageResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_RetriageResponse, _healthbooker_scheduler_v1_RetriageResponse__Output>
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
        WaitlistContact: MessageTypeDefinition<_healthbooker_scheduler_v1_WaitlistContact, _healthbooker_scheduler_v1_WaitlistContact__Output>
        WaitlistEntry: MessageTypeDefinition<_healthbooker_scheduler_v1_WaitlistEntry, _healthbooker_scheduler_v1_WaitlistEntry__Output>
        WaitlistEntryVersion: MessageTypeDefinition<_healthbooker_scheduler_v1_WaitlistEntryVersion, _healthbooker_scheduler_v1_WaitlistEntryVersion__Output>
        WaitlistOffer: MessageTypeDefinition<_healthbooker_scheduler_v1_WaitlistOffer, _healthbooker_scheduler_v1_WaitlistOffer__Output>
        WaitlistService: SubtypeConstructor<typeof grpc.Client, _healthbooker_scheduler_v1_WaitlistServiceClient> & { service: _healthbooker_scheduler_v1_WaitlistServiceDefinition }
        WaitlistState: EnumTypeDefinition
        WishesLeftOut: MessageTypeDefinition<_healthbooker_scheduler_v1_WishesLeftOut, _healthbooker_scheduler_v1_WishesLeftOut__Output>
      }
    }
  }
}

