// Original file: healthbooker/scheduler/v1/referral.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ListReferralsRequest as _healthbooker_scheduler_v1_ListReferralsRequest, ListReferralsRequest__Output as _healthbooker_scheduler_v1_ListReferralsRequest__Output } from '../../../healthbooker/scheduler/v1/ListReferralsRequest.ts';
import type { ListReferralsResponse as _healthbooker_scheduler_v1_ListReferralsResponse, ListReferralsResponse__Output as _healthbooker_scheduler_v1_ListReferralsResponse__Output } from '../../../healthbooker/scheduler/v1/ListReferralsResponse.ts';
import type { PlaceReferralRequest as _healthbooker_scheduler_v1_PlaceReferralRequest, PlaceReferralRequest__Output as _healthbooker_scheduler_v1_PlaceReferralRequest__Output } from '../../../healthbooker/scheduler/v1/PlaceReferralRequest.ts';
import type { PlaceReferralResponse as _healthbooker_scheduler_v1_PlaceReferralResponse, PlaceReferralResponse__Output as _healthbooker_scheduler_v1_PlaceReferralResponse__Output } from '../../../healthbooker/scheduler/v1/PlaceReferralResponse.ts';
import type { WithdrawReferralRequest as _healthbooker_scheduler_v1_WithdrawReferralRequest, WithdrawReferralRequest__Output as _healthbooker_scheduler_v1_WithdrawReferralRequest__Output } from '../../../healthbooker/scheduler/v1/WithdrawReferralRequest.ts';
import type { WithdrawReferralResponse as _healthbooker_scheduler_v1_WithdrawReferralResponse, WithdrawReferralResponse__Output as _healthbooker_scheduler_v1_WithdrawReferralResponse__Output } from '../../../healthbooker/scheduler/v1/WithdrawReferralResponse.ts';

export interface ReferralServiceClient extends grpc.Client {
  ListReferrals(argument: _healthbooker_scheduler_v1_ListReferralsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListReferralsResponse__Output>): grpc.ClientUnaryCall;
  ListReferrals(argument: _healthbooker_scheduler_v1_ListReferralsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListReferralsResponse__Output>): grpc.ClientUnaryCall;
  ListReferrals(argument: _healthbooker_scheduler_v1_ListReferralsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListReferralsResponse__Output>): grpc.ClientUnaryCall;
  ListReferrals(argument: _healthbooker_scheduler_v1_ListReferralsRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListReferralsResponse__Output>): grpc.ClientUnaryCall;
  listReferrals(argument: _healthbooker_scheduler_v1_ListReferralsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListReferralsResponse__Output>): grpc.ClientUnaryCall;
  listReferrals(argument: _healthbooker_scheduler_v1_ListReferralsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListReferralsResponse__Output>): grpc.ClientUnaryCall;
  listReferrals(argument: _healthbooker_scheduler_v1_ListReferralsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListReferralsResponse__Output>): grpc.ClientUnaryCall;
  listReferrals(argument: _healthbooker_scheduler_v1_ListReferralsRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListReferralsResponse__Output>): grpc.ClientUnaryCall;
  
  PlaceReferral(argument: _healthbooker_scheduler_v1_PlaceReferralRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PlaceReferralResponse__Output>): grpc.ClientUnaryCall;
  PlaceReferral(argument: _healthbooker_scheduler_v1_PlaceReferralRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PlaceReferralResponse__Output>): grpc.ClientUnaryCall;
  PlaceReferral(argument: _healthbooker_scheduler_v1_PlaceReferralRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PlaceReferralResponse__Output>): grpc.ClientUnaryCall;
  PlaceReferral(argument: _healthbooker_scheduler_v1_PlaceReferralRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PlaceReferralResponse__Output>): grpc.ClientUnaryCall;
  placeReferral(argument: _healthbooker_scheduler_v1_PlaceReferralRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PlaceReferralResponse__Output>): grpc.ClientUnaryCall;
  placeReferral(argument: _healthbooker_scheduler_v1_PlaceReferralRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PlaceReferralResponse__Output>): grpc.ClientUnaryCall;
  placeReferral(argument: _healthbooker_scheduler_v1_PlaceReferralRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PlaceReferralResponse__Output>): grpc.ClientUnaryCall;
  placeReferral(argument: _healthbooker_scheduler_v1_PlaceReferralRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_PlaceReferralResponse__Output>): grpc.ClientUnaryCall;
  
  WithdrawReferral(argument: _healthbooker_scheduler_v1_WithdrawReferralRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_WithdrawReferralResponse__Output>): grpc.ClientUnaryCall;
  WithdrawReferral(argument: _healthbooker_scheduler_v1_WithdrawReferralRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_WithdrawReferralResponse__Output>): grpc.ClientUnaryCall;
  WithdrawReferral(argument: _healthbooker_scheduler_v1_WithdrawReferralRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_WithdrawReferralResponse__Output>): grpc.ClientUnaryCall;
  WithdrawReferral(argument: _healthbooker_scheduler_v1_WithdrawReferralRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_WithdrawReferralResponse__Output>): grpc.ClientUnaryCall;
  withdrawReferral(argument: _healthbooker_scheduler_v1_WithdrawReferralRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_WithdrawReferralResponse__Output>): grpc.ClientUnaryCall;
  withdrawReferral(argument: _healthbooker_scheduler_v1_WithdrawReferralRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_WithdrawReferralResponse__Output>): grpc.ClientUnaryCall;
  withdrawReferral(argument: _healthbooker_scheduler_v1_WithdrawReferralRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_WithdrawReferralResponse__Output>): grpc.ClientUnaryCall;
  withdrawReferral(argument: _healthbooker_scheduler_v1_WithdrawReferralRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_WithdrawReferralResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface ReferralServiceHandlers extends grpc.UntypedServiceImplementation {
  ListReferrals: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ListReferralsRequest__Output, _healthbooker_scheduler_v1_ListReferralsResponse>;
  
  PlaceReferral: grpc.handleUnaryCall<_healthbooker_scheduler_v1_PlaceReferralRequest__Output, _healthbooker_scheduler_v1_PlaceReferralResponse>;
  
  WithdrawReferral: grpc.handleUnaryCall<_healthbooker_scheduler_v1_WithdrawReferralRequest__Output, _healthbooker_scheduler_v1_WithdrawReferralResponse>;
  
}

export interface ReferralServiceDefinition extends grpc.ServiceDefinition {
  ListReferrals: MethodDefinition<_healthbooker_scheduler_v1_ListReferralsRequest, _healthbooker_scheduler_v1_ListReferralsResponse, _healthbooker_scheduler_v1_ListReferralsRequest__Output, _healthbooker_scheduler_v1_ListReferralsResponse__Output>
  PlaceReferral: MethodDefinition<_healthbooker_scheduler_v1_PlaceReferralRequest, _healthbooker_scheduler_v1_PlaceReferralResponse, _healthbooker_scheduler_v1_PlaceReferralRequest__Output, _healthbooker_scheduler_v1_PlaceReferralResponse__Output>
  WithdrawReferral: MethodDefinition<_healthbooker_scheduler_v1_WithdrawReferralRequest, _healthbooker_scheduler_v1_WithdrawReferralResponse, _healthbooker_scheduler_v1_WithdrawReferralRequest__Output, _healthbooker_scheduler_v1_WithdrawReferralResponse__Output>
}
