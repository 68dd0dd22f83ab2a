// Original file: healthbooker/scheduler/v1/waitlist.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AcceptOfferRequest as _healthbooker_scheduler_v1_AcceptOfferRequest, AcceptOfferRequest__Output as _healthbooker_scheduler_v1_AcceptOfferRequest__Output } from '../../../healthbooker/scheduler/v1/AcceptOfferRequest.ts';
import type { AcceptOfferResponse as _healthbooker_scheduler_v1_AcceptOfferResponse, AcceptOfferResponse__Output as _healthbooker_scheduler_v1_AcceptOfferResponse__Output } from '../../../healthbooker/scheduler/v1/AcceptOfferResponse.ts';
import type { ChangeWaitlistEntryRequest as _healthbooker_scheduler_v1_ChangeWaitlistEntryRequest, ChangeWaitlistEntryRequest__Output as _healthbooker_scheduler_v1_ChangeWaitlistEntryRequest__Output } from '../../../healthbooker/scheduler/v1/ChangeWaitlistEntryRequest.ts';
import type { ChangeWaitlistEntryResponse as _healthbooker_scheduler_v1_ChangeWaitlistEntryResponse, ChangeWaitlistEntryResponse__Output as _healthbooker_scheduler_v1_ChangeWaitlistEntryResponse__Output } from '../../../healthbooker/scheduler/v1/ChangeWaitlistEntryResponse.ts';
import type { DeclineOfferRequest as _healthbooker_scheduler_v1_DeclineOfferRequest, DeclineOfferRequest__Output as _healthbooker_scheduler_v1_DeclineOfferRequest__Output } from '../../../healthbooker/scheduler/v1/DeclineOfferRequest.ts';
import type { DeclineOfferResponse as _healthbooker_scheduler_v1_DeclineOfferResponse, DeclineOfferResponse__Output as _healthbooker_scheduler_v1_DeclineOfferResponse__Output } from '../../../healthbooker/scheduler/v1/DeclineOfferResponse.ts';
import type { GetWaitlistEntryRequest as _healthbooker_scheduler_v1_GetWaitlistEntryRequest, GetWaitlistEntryRequest__Output as _healthbooker_scheduler_v1_GetWaitlistEntryRequest__Output } from '../../../healthbooker/scheduler/v1/GetWaitlistEntryRequest.ts';
import type { GetWaitlistEntryResponse as _healthbooker_scheduler_v1_GetWaitlistEntryResponse, GetWaitlistEntryResponse__Output as _healthbooker_scheduler_v1_GetWaitlistEntryResponse__Output } from '../../../healthbooker/scheduler/v1/GetWaitlistEntryResponse.ts';
import type { JoinWaitlistRequest as _healthbooker_scheduler_v1_JoinWaitlistRequest, JoinWaitlistRequest__Output as _healthbooker_scheduler_v1_JoinWaitlistRequest__Output } from '../../../healthbooker/scheduler/v1/JoinWaitlistRequest.ts';
import type { JoinWaitlistResponse as _healthbooker_scheduler_v1_JoinWaitlistResponse, JoinWaitlistResponse__Output as _healthbooker_scheduler_v1_JoinWaitlistResponse__Output } from '../../../healthbooker/scheduler/v1/JoinWaitlistResponse.ts';
import type { LeaveWaitlistRequest as _healthbooker_scheduler_v1_LeaveWaitlistRequest, LeaveWaitlistRequest__Output as _healthbooker_scheduler_v1_LeaveWaitlistRequest__Output } from '../../../healthbooker/scheduler/v1/LeaveWaitlistRequest.ts';
import type { LeaveWaitlistResponse as _healthbooker_scheduler_v1_LeaveWaitlistResponse, LeaveWaitlistResponse__Output as _healthbooker_scheduler_v1_LeaveWaitlistResponse__Output } from '../../../healthbooker/scheduler/v1/LeaveWaitlistResponse.ts';
import type { ListWaitlistChangedRequest as _healthbooker_scheduler_v1_ListWaitlistChangedRequest, ListWaitlistChangedRequest__Output as _healthbooker_scheduler_v1_ListWaitlistChangedRequest__Output } from '../../../healthbooker/scheduler/v1/ListWaitlistChangedRequest.ts';
import type { ListWaitlistChangedResponse as _healthbooker_scheduler_v1_ListWaitlistChangedResponse, ListWaitlistChangedResponse__Output as _healthbooker_scheduler_v1_ListWaitlistChangedResponse__Output } from '../../../healthbooker/scheduler/v1/ListWaitlistChangedResponse.ts';
import type { ListWaitlistRequest as _healthbooker_scheduler_v1_ListWaitlistRequest, ListWaitlistRequest__Output as _healthbooker_scheduler_v1_ListWaitlistRequest__Output } from '../../../healthbooker/scheduler/v1/ListWaitlistRequest.ts';
import type { ListWaitlistResponse as _healthbooker_scheduler_v1_ListWaitlistResponse, ListWaitlistResponse__Output as _healthbooker_scheduler_v1_ListWaitlistResponse__Output } from '../../../healthbooker/scheduler/v1/ListWaitlistResponse.ts';
import type { RecordContactRequest as _healthbooker_scheduler_v1_RecordContactRequest, RecordContactRequest__Output as _healthbooker_scheduler_v1_RecordContactRequest__Output } from '../../../healthbooker/scheduler/v1/RecordContactRequest.ts';
import type { RecordContactResponse as _healthbooker_scheduler_v1_RecordContactResponse, RecordContactResponse__Output as _healthbooker_scheduler_v1_RecordContactResponse__Output } from '../../../healthbooker/scheduler/v1/RecordContactResponse.ts';
import type { RetriageRequest as _healthbooker_scheduler_v1_RetriageRequest, RetriageRequest__Output as _healthbooker_scheduler_v1_RetriageRequest__Output } from '../../../healthbooker/scheduler/v1/RetriageRequest.ts';
import type { RetriageResponse as _healthbooker_scheduler_v1_RetriageResponse, RetriageResponse__Output as _healthbooker_scheduler_v1_RetriageResponse__Output } from '../../../healthbooker/scheduler/v1/RetriageResponse.ts';

export interface WaitlistServiceClient extends grpc.Client {
  AcceptOffer(argument: _healthbooker_scheduler_v1_AcceptOfferRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AcceptOfferResponse__Output>): grpc.ClientUnaryCall;
  AcceptOffer(argument: _healthbooker_scheduler_v1_AcceptOfferRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AcceptOfferResponse__Output>): grpc.ClientUnaryCall;
  AcceptOffer(argument: _healthbooker_scheduler_v1_AcceptOfferRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AcceptOfferResponse__Output>): grpc.ClientUnaryCall;
  AcceptOffer(argument: _healthbooker_scheduler_v1_AcceptOfferRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AcceptOfferResponse__Output>): grpc.ClientUnaryCall;
  acceptOffer(argument: _healthbooker_scheduler_v1_AcceptOfferRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AcceptOfferResponse__Output>): grpc.ClientUnaryCall;
  acceptOffer(argument: _healthbooker_scheduler_v1_AcceptOfferRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AcceptOfferResponse__Output>): grpc.ClientUnaryCall;
  acceptOffer(argument: _healthbooker_scheduler_v1_AcceptOfferRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AcceptOfferResponse__Output>): grpc.ClientUnaryCall;
  acceptOffer(argument: _healthbooker_scheduler_v1_AcceptOfferRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AcceptOfferResponse__Output>): grpc.ClientUnaryCall;
  
  ChangeWaitlistEntry(argument: _healthbooker_scheduler_v1_ChangeWaitlistEntryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangeWaitlistEntryResponse__Output>): grpc.ClientUnaryCall;
  ChangeWaitlistEntry(argument: _healthbooker_scheduler_v1_ChangeWaitlistEntryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangeWaitlistEntryResponse__Output>): grpc.ClientUnaryCall;
  ChangeWaitlistEntry(argument: _healthbooker_scheduler_v1_ChangeWaitlistEntryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangeWaitlistEntryResponse__Output>): grpc.ClientUnaryCall;
  ChangeWaitlistEntry(argument: _healthbooker_scheduler_v1_ChangeWaitlistEntryRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangeWaitlistEntryResponse__Output>): grpc.ClientUnaryCall;
  changeWaitlistEntry(argument: _healthbooker_scheduler_v1_ChangeWaitlistEntryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangeWaitlistEntryResponse__Output>): grpc.ClientUnaryCall;
  changeWaitlistEntry(argument: _healthbooker_scheduler_v1_ChangeWaitlistEntryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangeWaitlistEntryResponse__Output>): grpc.ClientUnaryCall;
  changeWaitlistEntry(argument: _healthbooker_scheduler_v1_ChangeWaitlistEntryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangeWaitlistEntryResponse__Output>): grpc.ClientUnaryCall;
  changeWaitlistEntry(argument: _healthbooker_scheduler_v1_ChangeWaitlistEntryRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ChangeWaitlistEntryResponse__Output>): grpc.ClientUnaryCall;
  
  DeclineOffer(argument: _healthbooker_scheduler_v1_DeclineOfferRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_DeclineOfferResponse__Output>): grpc.ClientUnaryCall;
  DeclineOffer(argument: _healthbooker_scheduler_v1_DeclineOfferRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_DeclineOfferResponse__Output>): grpc.ClientUnaryCall;
  DeclineOffer(argument: _healthbooker_scheduler_v1_DeclineOfferRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_DeclineOfferResponse__Output>): grpc.ClientUnaryCall;
  DeclineOffer(argument: _healthbooker_scheduler_v1_DeclineOfferRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_DeclineOfferResponse__Output>): grpc.ClientUnaryCall;
  declineOffer(argument: _healthbooker_scheduler_v1_DeclineOfferRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_DeclineOfferResponse__Output>): grpc.ClientUnaryCall;
  declineOffer(argument: _healthbooker_scheduler_v1_DeclineOfferRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_DeclineOfferResponse__Output>): grpc.ClientUnaryCall;
  declineOffer(argument: _healthbooker_scheduler_v1_DeclineOfferRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_DeclineOfferResponse__Output>): grpc.ClientUnaryCall;
  declineOffer(argument: _healthbooker_scheduler_v1_DeclineOfferRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_DeclineOfferResponse__Output>): grpc.ClientUnaryCall;
  
  GetWaitlistEntry(argument: _healthbooker_scheduler_v1_GetWaitlistEntryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetWaitlistEntryResponse__Output>): grpc.ClientUnaryCall;
  GetWaitlistEntry(argument: _healthbooker_scheduler_v1_GetWaitlistEntryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetWaitlistEntryResponse__Output>): grpc.ClientUnaryCall;
  GetWaitlistEntry(argument: _healthbooker_scheduler_v1_GetWaitlistEntryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetWaitlistEntryResponse__Output>): grpc.ClientUnaryCall;
  GetWaitlistEntry(argument: _healthbooker_scheduler_v1_GetWaitlistEntryRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetWaitlistEntryResponse__Output>): grpc.ClientUnaryCall;
  getWaitlistEntry(argument: _healthbooker_scheduler_v1_GetWaitlistEntryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetWaitlistEntryResponse__Output>): grpc.ClientUnaryCall;
  getWaitlistEntry(argument: _healthbooker_scheduler_v1_GetWaitlistEntryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetWaitlistEntryResponse__Output>): grpc.ClientUnaryCall;
  getWaitlistEntry(argument: _healthbooker_scheduler_v1_GetWaitlistEntryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetWaitlistEntryResponse__Output>): grpc.ClientUnaryCall;
  getWaitlistEntry(argument: _healthbooker_scheduler_v1_GetWaitlistEntryRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetWaitlistEntryResponse__Output>): grpc.ClientUnaryCall;
  
  JoinWaitlist(argument: _healthbooker_scheduler_v1_JoinWaitlistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_JoinWaitlistResponse__Output>): grpc.ClientUnaryCall;
  JoinWaitlist(argument: _healthbooker_scheduler_v1_JoinWaitlistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_JoinWaitlistResponse__Output>): grpc.ClientUnaryCall;
  JoinWaitlist(argument: _healthbooker_scheduler_v1_JoinWaitlistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_JoinWaitlistResponse__Output>): grpc.ClientUnaryCall;
  JoinWaitlist(argument: _healthbooker_scheduler_v1_JoinWaitlistRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_JoinWaitlistResponse__Output>): grpc.ClientUnaryCall;
  joinWaitlist(argument: _healthbooker_scheduler_v1_JoinWaitlistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_JoinWaitlistResponse__Output>): grpc.ClientUnaryCall;
  joinWaitlist(argument: _healthbooker_scheduler_v1_JoinWaitlistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_JoinWaitlistResponse__Output>): grpc.ClientUnaryCall;
  joinWaitlist(argument: _healthbooker_scheduler_v1_JoinWaitlistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_JoinWaitlistResponse__Output>): grpc.ClientUnaryCall;
  joinWaitlist(argument: _healthbooker_scheduler_v1_JoinWaitlistRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_JoinWaitlistResponse__Output>): grpc.ClientUnaryCall;
  
  LeaveWaitlist(argument: _healthbooker_scheduler_v1_LeaveWaitlistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_LeaveWaitlistResponse__Output>): grpc.ClientUnaryCall;
  LeaveWaitlist(argument: _healthbooker_scheduler_v1_LeaveWaitlistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_LeaveWaitlistResponse__Output>): grpc.ClientUnaryCall;
  LeaveWaitlist(argument: _healthbooker_scheduler_v1_LeaveWaitlistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_LeaveWaitlistResponse__Output>): grpc.ClientUnaryCall;
  LeaveWaitlist(argument: _healthbooker_scheduler_v1_LeaveWaitlistRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_LeaveWaitlistResponse__Output>): grpc.ClientUnaryCall;
  leaveWaitlist(argument: _healthbooker_scheduler_v1_LeaveWaitlistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_LeaveWaitlistResponse__Output>): grpc.ClientUnaryCall;
  leaveWaitlist(argument: _healthbooker_scheduler_v1_LeaveWaitlistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_LeaveWaitlistResponse__Output>): grpc.ClientUnaryCall;
  leaveWaitlist(argument: _healthbooker_scheduler_v1_LeaveWaitlistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_LeaveWaitlistResponse__Output>): grpc.ClientUnaryCall;
  leaveWaitlist(argument: _healthbooker_scheduler_v1_LeaveWaitlistRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_LeaveWaitlistResponse__Output>): grpc.ClientUnaryCall;
  
  ListWaitlist(argument: _healthbooker_scheduler_v1_ListWaitlistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWaitlistResponse__Output>): grpc.ClientUnaryCall;
  ListWaitlist(argument: _healthbooker_scheduler_v1_ListWaitlistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWaitlistResponse__Output>): grpc.ClientUnaryCall;
  ListWaitlist(argument: _healthbooker_scheduler_v1_ListWaitlistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWaitlistResponse__Output>): grpc.ClientUnaryCall;
  ListWaitlist(argument: _healthbooker_scheduler_v1_ListWaitlistRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWaitlistResponse__Output>): grpc.ClientUnaryCall;
  listWaitlist(argument: _healthbooker_scheduler_v1_ListWaitlistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWaitlistResponse__Output>): grpc.ClientUnaryCall;
  listWaitlist(argument: _healthbooker_scheduler_v1_ListWaitlistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWaitlistResponse__Output>): grpc.ClientUnaryCall;
  listWaitlist(argument: _healthbooker_scheduler_v1_ListWaitlistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWaitlistResponse__Output>): grpc.ClientUnaryCall;
  listWaitlist(argument: _healthbooker_scheduler_v1_ListWaitlistRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWaitlistResponse__Output>): grpc.ClientUnaryCall;
  
  ListWaitlistChanged(argument: _healthbooker_scheduler_v1_ListWaitlistChangedRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWaitlistChangedResponse__Output>): grpc.ClientUnaryCall;
  ListWaitlistChanged(argument: _healthbooker_scheduler_v1_ListWaitlistChangedRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWaitlistChangedResponse__Output>): grpc.ClientUnaryCall;
  ListWaitlistChanged(argument: _healthbooker_scheduler_v1_ListWaitlistChangedRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWaitlistChangedResponse__Output>): grpc.ClientUnaryCall;
  ListWaitlistChanged(argument: _healthbooker_scheduler_v1_ListWaitlistChangedRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWaitlistChangedResponse__Output>): grpc.ClientUnaryCall;
  listWaitlistChanged(argument: _healthbooker_scheduler_v1_ListWaitlistChangedRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWaitlistChangedResponse__Output>): grpc.ClientUnaryCall;
  listWaitlistChanged(argument: _healthbooker_scheduler_v1_ListWaitlistChangedRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWaitlistChangedResponse__Output>): grpc.ClientUnaryCall;
  listWaitlistChanged(argument: _healthbooker_scheduler_v1_ListWaitlistChangedRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWaitlistChangedResponse__Output>): grpc.ClientUnaryCall;
  listWaitlistChanged(argument: _healthbooker_scheduler_v1_ListWaitlistChangedRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListWaitlistChangedResponse__Output>): grpc.ClientUnaryCall;
  
  RecordContact(argument: _healthbooker_scheduler_v1_RecordContactRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RecordContactResponse__Output>): grpc.ClientUnaryCall;
  RecordContact(argument: _healthbooker_scheduler_v1_RecordContactRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RecordContactResponse__Output>): grpc.ClientUnaryCall;
  RecordContact(argument: _healthbooker_scheduler_v1_RecordContactRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RecordContactResponse__Output>): grpc.ClientUnaryCall;
  RecordContact(argument: _healthbooker_scheduler_v1_RecordContactRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RecordContactResponse__Output>): grpc.ClientUnaryCall;
  recordContact(argument: _healthbooker_scheduler_v1_RecordContactRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RecordContactResponse__Output>): grpc.ClientUnaryCall;
  recordContact(argument: _healthbooker_scheduler_v1_RecordContactRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RecordContactResponse__Output>): grpc.ClientUnaryCall;
  recordContact(argument: _healthbooker_scheduler_v1_RecordContactRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RecordContactResponse__Output>): grpc.ClientUnaryCall;
  recordContact(argument: _healthbooker_scheduler_v1_RecordContactRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RecordContactResponse__Output>): grpc.ClientUnaryCall;
  
  Retriage(argument: _healthbooker_scheduler_v1_RetriageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RetriageResponse__Output>): grpc.ClientUnaryCall;
  Retriage(argument: _healthbooker_scheduler_v1_RetriageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RetriageResponse__Output>): grpc.ClientUnaryCall;
  Retriage(argument: _healthbooker_scheduler_v1_RetriageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RetriageResponse__Output>): grpc.ClientUnaryCall;
  Retriage(argument: _healthbooker_scheduler_v1_RetriageRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RetriageResponse__Output>): grpc.ClientUnaryCall;
  retriage(argument: _healthbooker_scheduler_v1_RetriageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RetriageResponse__Output>): grpc.ClientUnaryCall;
  retriage(argument: _healthbooker_scheduler_v1_RetriageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RetriageResponse__Output>): grpc.ClientUnaryCall;
  retriage(argument: _healthbooker_scheduler_v1_RetriageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RetriageResponse__Output>): grpc.ClientUnaryCall;
  retriage(argument: _healthbooker_scheduler_v1_RetriageRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_RetriageResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface WaitlistServiceHandlers extends grpc.UntypedServiceImplementation {
  AcceptOffer: grpc.handleUnaryCall<_healthbooker_scheduler_v1_AcceptOfferRequest__Output, _healthbooker_scheduler_v1_AcceptOfferResponse>;
  
  ChangeWaitlistEntry: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ChangeWaitlistEntryRequest__Output, _healthbooker_scheduler_v1_ChangeWaitlistEntryResponse>;
  
  DeclineOffer: grpc.handleUnaryCall<_healthbooker_scheduler_v1_DeclineOfferRequest__Output, _healthbooker_scheduler_v1_DeclineOfferResponse>;
  
  GetWaitlistEntry: grpc.handleUnaryCall<_healthbooker_scheduler_v1_GetWaitlistEntryRequest__Output, _healthbooker_scheduler_v1_GetWaitlistEntryResponse>;
  
  JoinWaitlist: grpc.handleUnaryCall<_healthbooker_scheduler_v1_JoinWaitlistRequest__Output, _healthbooker_scheduler_v1_JoinWaitlistResponse>;
  
  LeaveWaitlist: grpc.handleUnaryCall<_healthbooker_scheduler_v1_LeaveWaitlistRequest__Output, _healthbooker_scheduler_v1_LeaveWaitlistResponse>;
  
  ListWaitlist: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ListWaitlistRequest__Output, _healthbooker_scheduler_v1_ListWaitlistResponse>;
  
  ListWaitlistChanged: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ListWaitlistChangedRequest__Output, _healthbooker_scheduler_v1_ListWaitlistChangedResponse>;
  
  RecordContact: grpc.handleUnaryCall<_healthbooker_scheduler_v1_RecordContactRequest__Output, _healthbooker_scheduler_v1_RecordContactResponse>;
  
  Retriage: grpc.handleUnaryCall<_healthbooker_scheduler_v1_RetriageRequest__Output, _healthbooker_scheduler_v1_RetriageResponse>;
  
}

export interface WaitlistServiceDefinition extends grpc.ServiceDefinition {
  AcceptOffer: MethodDefinition<_healthbooker_scheduler_v1_AcceptOfferRequest, _healthbooker_scheduler_v1_AcceptOfferResponse, _healthbooker_scheduler_v1_AcceptOfferRequest__Output, _healthbooker_scheduler_v1_AcceptOfferResponse__Output>
  ChangeWaitlistEntry: MethodDefinition<_healthbooker_scheduler_v1_ChangeWaitlistEntryRequest, _healthbooker_scheduler_v1_ChangeWaitlistEntryResponse, _healthbooker_scheduler_v1_ChangeWaitlistEntryRequest__Output, _healthbooker_scheduler_v1_ChangeWaitlistEntryResponse__Output>
  DeclineOffer: MethodDefinition<_healthbooker_scheduler_v1_DeclineOfferRequest, _healthbooker_scheduler_v1_DeclineOfferResponse, _healthbooker_scheduler_v1_DeclineOfferRequest__Output, _healthbooker_scheduler_v1_DeclineOfferResponse__Output>
  GetWaitlistEntry: MethodDefinition<_healthbooker_scheduler_v1_GetWaitlistEntryRequest, _healthbooker_scheduler_v1_GetWaitlistEntryResponse, _healthbooker_scheduler_v1_GetWaitlistEntryRequest__Output, _healthbooker_scheduler_v1_GetWaitlistEntryResponse__Output>
  JoinWaitlist: MethodDefinition<_healthbooker_scheduler_v1_JoinWaitlistRequest, _healthbooker_scheduler_v1_JoinWaitlistResponse, _healthbooker_scheduler_v1_JoinWaitlistRequest__Output, _healthbooker_scheduler_v1_JoinWaitlistResponse__Output>
  LeaveWaitlist: MethodDefinition<_healthbooker_scheduler_v1_LeaveWaitlistRequest, _healthbooker_scheduler_v1_LeaveWaitlistResponse, _healthbooker_scheduler_v1_LeaveWaitlistRequest__Output, _healthbooker_scheduler_v1_LeaveWaitlistResponse__Output>
  ListWaitlist: MethodDefinition<_healthbooker_scheduler_v1_ListWaitlistRequest, _healthbooker_scheduler_v1_ListWaitlistResponse, _healthbooker_scheduler_v1_ListWaitlistRequest__Output, _healthbooker_scheduler_v1_ListWaitlistResponse__Output>
  ListWaitlistChanged: MethodDefinition<_healthbooker_scheduler_v1_ListWaitlistChangedRequest, _healthbooker_scheduler_v1_ListWaitlistChangedResponse, _healthbooker_scheduler_v1_ListWaitlistChangedRequest__Output, _healthbooker_scheduler_v1_ListWaitlistChangedResponse__Output>
  RecordContact: MethodDefinition<_healthbooker_scheduler_v1_RecordContactRequest, _healthbooker_scheduler_v1_RecordContactResponse, _healthbooker_scheduler_v1_RecordContactRequest__Output, _healthbooker_scheduler_v1_RecordContactResponse__Output>
  Retriage: MethodDefinition<_healthbooker_scheduler_v1_RetriageRequest, _healthbooker_scheduler_v1_RetriageResponse, _healthbooker_scheduler_v1_RetriageRequest__Output, _healthbooker_scheduler_v1_RetriageResponse__Output>
}
