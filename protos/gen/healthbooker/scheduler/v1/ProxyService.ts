// Original file: healthbooker/scheduler/v1/proxy.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AcceptInvitationRequest as _healthbooker_scheduler_v1_AcceptInvitationRequest, AcceptInvitationRequest__Output as _healthbooker_scheduler_v1_AcceptInvitationRequest__Output } from '../../../healthbooker/scheduler/v1/AcceptInvitationRequest.ts';
import type { AcceptInvitationResponse as _healthbooker_scheduler_v1_AcceptInvitationResponse, AcceptInvitationResponse__Output as _healthbooker_scheduler_v1_AcceptInvitationResponse__Output } from '../../../healthbooker/scheduler/v1/AcceptInvitationResponse.ts';
import type { ConfirmProxyRequest as _healthbooker_scheduler_v1_ConfirmProxyRequest, ConfirmProxyRequest__Output as _healthbooker_scheduler_v1_ConfirmProxyRequest__Output } from '../../../healthbooker/scheduler/v1/ConfirmProxyRequest.ts';
import type { ConfirmProxyResponse as _healthbooker_scheduler_v1_ConfirmProxyResponse, ConfirmProxyResponse__Output as _healthbooker_scheduler_v1_ConfirmProxyResponse__Output } from '../../../healthbooker/scheduler/v1/ConfirmProxyResponse.ts';
import type { DisputeProxyRequest as _healthbooker_scheduler_v1_DisputeProxyRequest, DisputeProxyRequest__Output as _healthbooker_scheduler_v1_DisputeProxyRequest__Output } from '../../../healthbooker/scheduler/v1/DisputeProxyRequest.ts';
import type { DisputeProxyResponse as _healthbooker_scheduler_v1_DisputeProxyResponse, DisputeProxyResponse__Output as _healthbooker_scheduler_v1_DisputeProxyResponse__Output } from '../../../healthbooker/scheduler/v1/DisputeProxyResponse.ts';
import type { EndProxyRequest as _healthbooker_scheduler_v1_EndProxyRequest, EndProxyRequest__Output as _healthbooker_scheduler_v1_EndProxyRequest__Output } from '../../../healthbooker/scheduler/v1/EndProxyRequest.ts';
import type { EndProxyResponse as _healthbooker_scheduler_v1_EndProxyResponse, EndProxyResponse__Output as _healthbooker_scheduler_v1_EndProxyResponse__Output } from '../../../healthbooker/scheduler/v1/EndProxyResponse.ts';
import type { GetProxyNoticeRequest as _healthbooker_scheduler_v1_GetProxyNoticeRequest, GetProxyNoticeRequest__Output as _healthbooker_scheduler_v1_GetProxyNoticeRequest__Output } from '../../../healthbooker/scheduler/v1/GetProxyNoticeRequest.ts';
import type { GetProxyNoticeResponse as _healthbooker_scheduler_v1_GetProxyNoticeResponse, GetProxyNoticeResponse__Output as _healthbooker_scheduler_v1_GetProxyNoticeResponse__Output } from '../../../healthbooker/scheduler/v1/GetProxyNoticeResponse.ts';
import type { GrantProxyRequest as _healthbooker_scheduler_v1_GrantProxyRequest, GrantProxyRequest__Output as _healthbooker_scheduler_v1_GrantProxyRequest__Output } from '../../../healthbooker/scheduler/v1/GrantProxyRequest.ts';
import type { GrantProxyResponse as _healthbooker_scheduler_v1_GrantProxyResponse, GrantProxyResponse__Output as _healthbooker_scheduler_v1_GrantProxyResponse__Output } from '../../../healthbooker/scheduler/v1/GrantProxyResponse.ts';
import type { InviteProxyRequest as _healthbooker_scheduler_v1_InviteProxyRequest, InviteProxyRequest__Output as _healthbooker_scheduler_v1_InviteProxyRequest__Output } from '../../../healthbooker/scheduler/v1/InviteProxyRequest.ts';
import type { InviteProxyResponse as _healthbooker_scheduler_v1_InviteProxyResponse, InviteProxyResponse__Output as _healthbooker_scheduler_v1_InviteProxyResponse__Output } from '../../../healthbooker/scheduler/v1/InviteProxyResponse.ts';
import type { ListProxiesChangedRequest as _healthbooker_scheduler_v1_ListProxiesChangedRequest, ListProxiesChangedRequest__Output as _healthbooker_scheduler_v1_ListProxiesChangedRequest__Output } from '../../../healthbooker/scheduler/v1/ListProxiesChangedRequest.ts';
import type { ListProxiesChangedResponse as _healthbooker_scheduler_v1_ListProxiesChangedResponse, ListProxiesChangedResponse__Output as _healthbooker_scheduler_v1_ListProxiesChangedResponse__Output } from '../../../healthbooker/scheduler/v1/ListProxiesChangedResponse.ts';
import type { ListProxiesRequest as _healthbooker_scheduler_v1_ListProxiesRequest, ListProxiesRequest__Output as _healthbooker_scheduler_v1_ListProxiesRequest__Output } from '../../../healthbooker/scheduler/v1/ListProxiesRequest.ts';
import type { ListProxiesResponse as _healthbooker_scheduler_v1_ListProxiesResponse, ListProxiesResponse__Output as _healthbooker_scheduler_v1_ListProxiesResponse__Output } from '../../../healthbooker/scheduler/v1/ListProxiesResponse.ts';
import type { ListProxyReviewsRequest as _healthbooker_scheduler_v1_ListProxyReviewsRequest, ListProxyReviewsRequest__Output as _healthbooker_scheduler_v1_ListProxyReviewsRequest__Output } from '../../../healthbooker/scheduler/v1/ListProxyReviewsRequest.ts';
import type { ListProxyReviewsResponse as _healthbooker_scheduler_v1_ListProxyReviewsResponse, ListProxyReviewsResponse__Output as _healthbooker_scheduler_v1_ListProxyReviewsResponse__Output } from '../../../healthbooker/scheduler/v1/ListProxyReviewsResponse.ts';
import type { ListUnconfirmedProxiesRequest as _healthbooker_scheduler_v1_ListUnconfirmedProxiesRequest, ListUnconfirmedProxiesRequest__Output as _healthbooker_scheduler_v1_ListUnconfirmedProxiesRequest__Output } from '../../../healthbooker/scheduler/v1/ListUnconfirmedProxiesRequest.ts';
import type { ListUnconfirmedProxiesResponse as _healthbooker_scheduler_v1_ListUnconfirmedProxiesResponse, ListUnconfirmedProxiesResponse__Output as _healthbooker_scheduler_v1_ListUnconfirmedProxiesResponse__Output } from '../../../healthbooker/scheduler/v1/ListUnconfirmedProxiesResponse.ts';
import type { MayActForRequest as _healthbooker_scheduler_v1_MayActForRequest, MayActForRequest__Output as _healthbooker_scheduler_v1_MayActForRequest__Output } from '../../../healthbooker/scheduler/v1/MayActForRequest.ts';
import type { MayActForResponse as _healthbooker_scheduler_v1_MayActForResponse, MayActForResponse__Output as _healthbooker_scheduler_v1_MayActForResponse__Output } from '../../../healthbooker/scheduler/v1/MayActForResponse.ts';
import type { ReviewProxyRequest as _healthbooker_scheduler_v1_ReviewProxyRequest, ReviewProxyRequest__Output as _healthbooker_scheduler_v1_ReviewProxyRequest__Output } from '../../../healthbooker/scheduler/v1/ReviewProxyRequest.ts';
import type { ReviewProxyResponse as _healthbooker_scheduler_v1_ReviewProxyResponse, ReviewProxyResponse__Output as _healthbooker_scheduler_v1_ReviewProxyResponse__Output } from '../../../healthbooker/scheduler/v1/ReviewProxyResponse.ts';
import type { WithdrawInvitationsRequest as _healthbooker_scheduler_v1_WithdrawInvitationsRequest, WithdrawInvitationsRequest__Output as _healthbooker_scheduler_v1_WithdrawInvitationsRequest__Output } from '../../../healthbooker/scheduler/v1/WithdrawInvitationsRequest.ts';
import type { WithdrawInvitationsResponse as _healthbooker_scheduler_v1_WithdrawInvitationsResponse, WithdrawInvitationsResponse__Output as _healthbooker_scheduler_v1_WithdrawInvitationsResponse__Output } from '../../../healthbooker/scheduler/v1/WithdrawInvitationsResponse.ts';

export interface ProxyServiceClient extends grpc.Client {
  AcceptInvitation(argument: _healthbooker_scheduler_v1_AcceptInvitationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AcceptInvitationResponse__Output>): grpc.ClientUnaryCall;
  AcceptInvitation(argument: _healthbooker_scheduler_v1_AcceptInvitationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AcceptInvitationResponse__Output>): grpc.ClientUnaryCall;
  AcceptInvitation(argument: _healthbooker_scheduler_v1_AcceptInvitationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AcceptInvitationResponse__Output>): grpc.ClientUnaryCall;
  AcceptInvitation(argument: _healthbooker_scheduler_v1_AcceptInvitationRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AcceptInvitationResponse__Output>): grpc.ClientUnaryCall;
  acceptInvitation(argument: _healthbooker_scheduler_v1_AcceptInvitationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AcceptInvitationResponse__Output>): grpc.ClientUnaryCall;
  acceptInvitation(argument: _healthbooker_scheduler_v1_AcceptInvitationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AcceptInvitationResponse__Output>): grpc.ClientUnaryCall;
  acceptInvitation(argument: _healthbooker_scheduler_v1_AcceptInvitationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AcceptInvitationResponse__Output>): grpc.ClientUnaryCall;
  acceptInvitation(argument: _healthbooker_scheduler_v1_AcceptInvitationRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_AcceptInvitationResponse__Output>): grpc.ClientUnaryCall;
  
  ConfirmProxy(argument: _healthbooker_scheduler_v1_ConfirmProxyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ConfirmProxyResponse__Output>): grpc.ClientUnaryCall;
  ConfirmProxy(argument: _healthbooker_scheduler_v1_ConfirmProxyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ConfirmProxyResponse__Output>): grpc.ClientUnaryCall;
  ConfirmProxy(argument: _healthbooker_scheduler_v1_ConfirmProxyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ConfirmProxyResponse__Output>): grpc.ClientUnaryCall;
  ConfirmProxy(argument: _healthbooker_scheduler_v1_ConfirmProxyRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ConfirmProxyResponse__Output>): grpc.ClientUnaryCall;
  confirmProxy(argument: _healthbooker_scheduler_v1_ConfirmProxyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ConfirmProxyResponse__Output>): grpc.ClientUnaryCall;
  confirmProxy(argument: _healthbooker_scheduler_v1_ConfirmProxyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ConfirmProxyResponse__Output>): grpc.ClientUnaryCall;
  confirmProxy(argument: _healthbooker_scheduler_v1_ConfirmProxyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ConfirmProxyResponse__Output>): grpc.ClientUnaryCall;
  confirmProxy(argument: _healthbooker_scheduler_v1_ConfirmProxyRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ConfirmProxyResponse__Output>): grpc.ClientUnaryCall;
  
  DisputeProxy(argument: _healthbooker_scheduler_v1_DisputeProxyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_DisputeProxyResponse__Output>): grpc.ClientUnaryCall;
  DisputeProxy(argument: _healthbooker_scheduler_v1_DisputeProxyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_DisputeProxyResponse__Output>): grpc.ClientUnaryCall;
  DisputeProxy(argument: _healthbooker_scheduler_v1_DisputeProxyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_DisputeProxyResponse__Output>): grpc.ClientUnaryCall;
  DisputeProxy(argument: _healthbooker_scheduler_v1_DisputeProxyRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_DisputeProxyResponse__Output>): grpc.ClientUnaryCall;
  disputeProxy(argument: _healthbooker_scheduler_v1_DisputeProxyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_DisputeProxyResponse__Output>): grpc.ClientUnaryCall;
  disputeProxy(argument: _healthbooker_scheduler_v1_DisputeProxyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_DisputeProxyResponse__Output>): grpc.ClientUnaryCall;
  disputeProxy(argument: _healthbooker_scheduler_v1_DisputeProxyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_DisputeProxyResponse__Output>): grpc.ClientUnaryCall;
  disputeProxy(argument: _healthbooker_scheduler_v1_DisputeProxyRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_DisputeProxyResponse__Output>): grpc.ClientUnaryCall;
  
  EndProxy(argument: _healthbooker_scheduler_v1_EndProxyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndProxyResponse__Output>): grpc.ClientUnaryCall;
  EndProxy(argument: _healthbooker_scheduler_v1_EndProxyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndProxyResponse__Output>): grpc.ClientUnaryCall;
  EndProxy(argument: _healthbooker_scheduler_v1_EndProxyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndProxyResponse__Output>): grpc.ClientUnaryCall;
  EndProxy(argument: _healthbooker_scheduler_v1_EndProxyRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndProxyResponse__Output>): grpc.ClientUnaryCall;
  endProxy(argument: _healthbooker_scheduler_v1_EndProxyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndProxyResponse__Output>): grpc.ClientUnaryCall;
  endProxy(argument: _healthbooker_scheduler_v1_EndProxyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndProxyResponse__Output>): grpc.ClientUnaryCall;
  endProxy(argument: _healthbooker_scheduler_v1_EndProxyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndProxyResponse__Output>): grpc.ClientUnaryCall;
  endProxy(argument: _healthbooker_scheduler_v1_EndProxyRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndProxyResponse__Output>): grpc.ClientUnaryCall;
  
  GetProxyNotice(argument: _healthbooker_scheduler_v1_GetProxyNoticeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetProxyNoticeResponse__Output>): grpc.ClientUnaryCall;
  GetProxyNotice(argument: _healthbooker_scheduler_v1_GetProxyNoticeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetProxyNoticeResponse__Output>): grpc.ClientUnaryCall;
  GetProxyNotice(argument: _healthbooker_scheduler_v1_GetProxyNoticeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetProxyNoticeResponse__Output>): grpc.ClientUnaryCall;
  GetProxyNotice(argument: _healthbooker_scheduler_v1_GetProxyNoticeRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetProxyNoticeResponse__Output>): grpc.ClientUnaryCall;
  getProxyNotice(argument: _healthbooker_scheduler_v1_GetProxyNoticeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetProxyNoticeResponse__Output>): grpc.ClientUnaryCall;
  getProxyNotice(argument: _healthbooker_scheduler_v1_GetProxyNoticeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetProxyNoticeResponse__Output>): grpc.ClientUnaryCall;
  getProxyNotice(argument: _healthbooker_scheduler_v1_GetProxyNoticeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetProxyNoticeResponse__Output>): grpc.ClientUnaryCall;
  getProxyNotice(argument: _healthbooker_scheduler_v1_GetProxyNoticeRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GetProxyNoticeResponse__Output>): grpc.ClientUnaryCall;
  
  GrantProxy(argument: _healthbooker_scheduler_v1_GrantProxyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GrantProxyResponse__Output>): grpc.ClientUnaryCall;
  GrantProxy(argument: _healthbooker_scheduler_v1_GrantProxyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GrantProxyResponse__Output>): grpc.ClientUnaryCall;
  GrantProxy(argument: _healthbooker_scheduler_v1_GrantProxyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GrantProxyResponse__Output>): grpc.ClientUnaryCall;
  GrantProxy(argument: _healthbooker_scheduler_v1_GrantProxyRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GrantProxyResponse__Output>): grpc.ClientUnaryCall;
  grantProxy(argument: _healthbooker_scheduler_v1_GrantProxyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GrantProxyResponse__Output>): grpc.ClientUnaryCall;
  grantProxy(argument: _healthbooker_scheduler_v1_GrantProxyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GrantProxyResponse__Output>): grpc.ClientUnaryCall;
  grantProxy(argument: _healthbooker_scheduler_v1_GrantProxyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GrantProxyResponse__Output>): grpc.ClientUnaryCall;
  grantProxy(argument: _healthbooker_scheduler_v1_GrantProxyRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_GrantProxyResponse__Output>): grpc.ClientUnaryCall;
  
  InviteProxy(argument: _healthbooker_scheduler_v1_InviteProxyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_InviteProxyResponse__Output>): grpc.ClientUnaryCall;
  InviteProxy(argument: _healthbooker_scheduler_v1_InviteProxyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_InviteProxyResponse__Output>): grpc.ClientUnaryCall;
  InviteProxy(argument: _healthbooker_scheduler_v1_InviteProxyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_InviteProxyResponse__Output>): grpc.ClientUnaryCall;
  InviteProxy(argument: _healthbooker_scheduler_v1_InviteProxyRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_InviteProxyResponse__Output>): grpc.ClientUnaryCall;
  inviteProxy(argument: _healthbooker_scheduler_v1_InviteProxyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_InviteProxyResponse__Output>): grpc.ClientUnaryCall;
  inviteProxy(argument: _healthbooker_scheduler_v1_InviteProxyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_InviteProxyResponse__Output>): grpc.ClientUnaryCall;
  inviteProxy(argument: _healthbooker_scheduler_v1_InviteProxyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_InviteProxyResponse__Output>): grpc.ClientUnaryCall;
  inviteProxy(argument: _healthbooker_scheduler_v1_InviteProxyRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_InviteProxyResponse__Output>): grpc.ClientUnaryCall;
  
  ListProxies(argument: _healthbooker_scheduler_v1_ListProxiesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxiesResponse__Output>): grpc.ClientUnaryCall;
  ListProxies(argument: _healthbooker_scheduler_v1_ListProxiesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxiesResponse__Output>): grpc.ClientUnaryCall;
  ListProxies(argument: _healthbooker_scheduler_v1_ListProxiesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxiesResponse__Output>): grpc.ClientUnaryCall;
  ListProxies(argument: _healthbooker_scheduler_v1_ListProxiesRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxiesResponse__Output>): grpc.ClientUnaryCall;
  listProxies(argument: _healthbooker_scheduler_v1_ListProxiesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxiesResponse__Output>): grpc.ClientUnaryCall;
  listProxies(argument: _healthbooker_scheduler_v1_ListProxiesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxiesResponse__Output>): grpc.ClientUnaryCall;
  listProxies(argument: _healthbooker_scheduler_v1_ListProxiesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxiesResponse__Output>): grpc.ClientUnaryCall;
  listProxies(argument: _healthbooker_scheduler_v1_ListProxiesRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxiesResponse__Output>): grpc.ClientUnaryCall;
  
  ListProxiesChanged(argument: _healthbooker_scheduler_v1_ListProxiesChangedRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxiesChangedResponse__Output>): grpc.ClientUnaryCall;
  ListProxiesChanged(argument: _healthbooker_scheduler_v1_ListProxiesChangedRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxiesChangedResponse__Output>): grpc.ClientUnaryCall;
  ListProxiesChanged(argument: _healthbooker_scheduler_v1_ListProxiesChangedRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxiesChangedResponse__Output>): grpc.ClientUnaryCall;
  ListProxiesChanged(argument: _healthbooker_scheduler_v1_ListProxiesChangedRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxiesChangedResponse__Output>): grpc.ClientUnaryCall;
  listProxiesChanged(argument: _healthbooker_scheduler_v1_ListProxiesChangedRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxiesChangedResponse__Output>): grpc.ClientUnaryCall;
  listProxiesChanged(argument: _healthbooker_scheduler_v1_ListProxiesChangedRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxiesChangedResponse__Output>): grpc.ClientUnaryCall;
  listProxiesChanged(argument: _healthbooker_scheduler_v1_ListProxiesChangedRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxiesChangedResponse__Output>): grpc.ClientUnaryCall;
  listProxiesChanged(argument: _healthbooker_scheduler_v1_ListProxiesChangedRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxiesChangedResponse__Output>): grpc.ClientUnaryCall;
  
  ListProxyReviews(argument: _healthbooker_scheduler_v1_ListProxyReviewsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxyReviewsResponse__Output>): grpc.ClientUnaryCall;
  ListProxyReviews(argument: _healthbooker_scheduler_v1_ListProxyReviewsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxyReviewsResponse__Output>): grpc.ClientUnaryCall;
  ListProxyReviews(argument: _healthbooker_scheduler_v1_ListProxyReviewsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxyReviewsResponse__Output>): grpc.ClientUnaryCall;
  ListProxyReviews(argument: _healthbooker_scheduler_v1_ListProxyReviewsRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxyReviewsResponse__Output>): grpc.ClientUnaryCall;
  listProxyReviews(argument: _healthbooker_scheduler_v1_ListProxyReviewsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxyReviewsResponse__Output>): grpc.ClientUnaryCall;
  listProxyReviews(argument: _healthbooker_scheduler_v1_ListProxyReviewsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxyReviewsResponse__Output>): grpc.ClientUnaryCall;
  listProxyReviews(argument: _healthbooker_scheduler_v1_ListProxyReviewsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxyReviewsResponse__Output>): grpc.ClientUnaryCall;
  listProxyReviews(argument: _healthbooker_scheduler_v1_ListProxyReviewsRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListProxyReviewsResponse__Output>): grpc.ClientUnaryCall;
  
  ListUnconfirmedProxies(argument: _healthbooker_scheduler_v1_ListUnconfirmedProxiesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListUnconfirmedProxiesResponse__Output>): grpc.ClientUnaryCall;
  ListUnconfirmedProxies(argument: _healthbooker_scheduler_v1_ListUnconfirmedProxiesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListUnconfirmedProxiesResponse__Output>): grpc.ClientUnaryCall;
  ListUnconfirmedProxies(argument: _healthbooker_scheduler_v1_ListUnconfirmedProxiesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListUnconfirmedProxiesResponse__Output>): grpc.ClientUnaryCall;
  ListUnconfirmedProxies(argument: _healthbooker_scheduler_v1_ListUnconfirmedProxiesRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListUnconfirmedProxiesResponse__Output>): grpc.ClientUnaryCall;
  listUnconfirmedProxies(argument: _healthbooker_scheduler_v1_ListUnconfirmedProxiesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListUnconfirmedProxiesResponse__Output>): grpc.ClientUnaryCall;
  listUnconfirmedProxies(argument: _healthbooker_scheduler_v1_ListUnconfirmedProxiesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListUnconfirmedProxiesResponse__Output>): grpc.ClientUnaryCall;
  listUnconfirmedProxies(argument: _healthbooker_scheduler_v1_ListUnconfirmedProxiesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListUnconfirmedProxiesResponse__Output>): grpc.ClientUnaryCall;
  listUnconfirmedProxies(argument: _healthbooker_scheduler_v1_ListUnconfirmedProxiesRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ListUnconfirmedProxiesResponse__Output>): grpc.ClientUnaryCall;
  
  MayActFor(argument: _healthbooker_scheduler_v1_MayActForRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MayActForResponse__Output>): grpc.ClientUnaryCall;
  MayActFor(argument: _healthbooker_scheduler_v1_MayActForRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MayActForResponse__Output>): grpc.ClientUnaryCall;
  MayActFor(argument: _healthbooker_scheduler_v1_MayActForRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MayActForResponse__Output>): grpc.ClientUnaryCall;
  MayActFor(argument: _healthbooker_scheduler_v1_MayActForRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MayActForResponse__Output>): grpc.ClientUnaryCall;
  mayActFor(argument: _healthbooker_scheduler_v1_MayActForRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MayActForResponse__Output>): grpc.ClientUnaryCall;
  mayActFor(argument: _healthbooker_scheduler_v1_MayActForRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MayActForResponse__Output>): grpc.ClientUnaryCall;
  mayActFor(argument: _healthbooker_scheduler_v1_MayActForRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MayActForResponse__Output>): grpc.ClientUnaryCall;
  mayActFor(argument: _healthbooker_scheduler_v1_MayActForRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MayActForResponse__Output>): grpc.ClientUnaryCall;
  
  ReviewProxy(argument: _healthbooker_scheduler_v1_ReviewProxyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReviewProxyResponse__Output>): grpc.ClientUnaryCall;
  ReviewProxy(argument: _healthbooker_scheduler_v1_ReviewProxyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReviewProxyResponse__Output>): grpc.ClientUnaryCall;
  ReviewProxy(argument: _healthbooker_scheduler_v1_ReviewProxyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReviewProxyResponse__Output>): grpc.ClientUnaryCall;
  ReviewProxy(argument: _healthbooker_scheduler_v1_ReviewProxyRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReviewProxyResponse__Output>): grpc.ClientUnaryCall;
  reviewProxy(argument: _healthbooker_scheduler_v1_ReviewProxyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReviewProxyResponse__Output>): grpc.ClientUnaryCall;
  reviewProxy(argument: _healthbooker_scheduler_v1_ReviewProxyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReviewProxyResponse__Output>): grpc.ClientUnaryCall;
  reviewProxy(argument: _healthbooker_scheduler_v1_ReviewProxyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReviewProxyResponse__Output>): grpc.ClientUnaryCall;
  reviewProxy(argument: _healthbooker_scheduler_v1_ReviewProxyRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_ReviewProxyResponse__Output>): grpc.ClientUnaryCall;
  
  WithdrawInvitations(argument: _healthbooker_scheduler_v1_WithdrawInvitationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_WithdrawInvitationsResponse__Output>): grpc.ClientUnaryCall;
  WithdrawInvitations(argument: _healthbooker_scheduler_v1_WithdrawInvitationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_WithdrawInvitationsResponse__Output>): grpc.ClientUnaryCall;
  WithdrawInvitations(argument: _healthbooker_scheduler_v1_WithdrawInvitationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_WithdrawInvitationsResponse__Output>): grpc.ClientUnaryCall;
  WithdrawInvitations(argument: _healthbooker_scheduler_v1_WithdrawInvitationsRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_WithdrawInvitationsResponse__Output>): grpc.ClientUnaryCall;
  withdrawInvitations(argument: _healthbooker_scheduler_v1_WithdrawInvitationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_WithdrawInvitationsResponse__Output>): grpc.ClientUnaryCall;
  withdrawInvitations(argument: _healthbooker_scheduler_v1_WithdrawInvitationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_WithdrawInvitationsResponse__Output>): grpc.ClientUnaryCall;
  withdrawInvitations(argument: _healthbooker_scheduler_v1_WithdrawInvitationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_WithdrawInvitationsResponse__Output>): grpc.ClientUnaryCall;
  withdrawInvitations(argument: _healthbooker_scheduler_v1_WithdrawInvitationsRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_WithdrawInvitationsResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface ProxyServiceHandlers extends grpc.UntypedServiceImplementation {
  AcceptInvitation: grpc.handleUnaryCall<_healthbooker_scheduler_v1_AcceptInvitationRequest__Output, _healthbooker_scheduler_v1_AcceptInvitationResponse>;
  
  ConfirmProxy: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ConfirmProxyRequest__Output, _healthbooker_scheduler_v1_ConfirmProxyResponse>;
  
  DisputeProxy: grpc.handleUnaryCall<_healthbooker_scheduler_v1_DisputeProxyRequest__Output, _healthbooker_scheduler_v1_DisputeProxyResponse>;
  
  EndProxy: grpc.handleUnaryCall<_healthbooker_scheduler_v1_EndProxyRequest__Output, _healthbooker_scheduler_v1_EndProxyResponse>;
  
  GetProxyNotice: grpc.handleUnaryCall<_healthbooker_scheduler_v1_GetProxyNoticeRequest__Output, _healthbooker_scheduler_v1_GetProxyNoticeResponse>;
  
  GrantProxy: grpc.handleUnaryCall<_healthbooker_scheduler_v1_GrantProxyRequest__Output, _healthbooker_scheduler_v1_GrantProxyResponse>;
  
  InviteProxy: grpc.handleUnaryCall<_healthbooker_scheduler_v1_InviteProxyRequest__Output, _healthbooker_scheduler_v1_InviteProxyResponse>;
  
  ListProxies: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ListProxiesRequest__Output, _healthbooker_scheduler_v1_ListProxiesResponse>;
  
  ListProxiesChanged: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ListProxiesChangedRequest__Output, _healthbooker_scheduler_v1_ListProxiesChangedResponse>;
  
  ListProxyReviews: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ListProxyReviewsRequest__Output, _healthbooker_scheduler_v1_ListProxyReviewsResponse>;
  
  ListUnconfirmedProxies: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ListUnconfirmedProxiesRequest__Output, _healthbooker_scheduler_v1_ListUnconfirmedProxiesResponse>;
  
  MayActFor: grpc.handleUnaryCall<_healthbooker_scheduler_v1_MayActForRequest__Output, _healthbooker_scheduler_v1_MayActForResponse>;
  
  ReviewProxy: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ReviewProxyRequest__Output, _healthbooker_scheduler_v1_ReviewProxyResponse>;
  
  WithdrawInvitations: grpc.handleUnaryCall<_healthbooker_scheduler_v1_WithdrawInvitationsRequest__Output, _healthbooker_scheduler_v1_WithdrawInvitationsResponse>;
  
}

export interface ProxyServiceDefinition extends grpc.ServiceDefinition {
  AcceptInvitation: MethodDefinition<_healthbooker_scheduler_v1_AcceptInvitationRequest, _healthbooker_scheduler_v1_AcceptInvitationResponse, _healthbooker_scheduler_v1_AcceptInvitationRequest__Output, _healthbooker_scheduler_v1_AcceptInvitationResponse__Output>
  ConfirmProxy: MethodDefinition<_healthbooker_scheduler_v1_ConfirmProxyRequest, _healthbooker_scheduler_v1_ConfirmProxyResponse, _healthbooker_scheduler_v1_ConfirmProxyRequest__Output, _healthbooker_scheduler_v1_ConfirmProxyResponse__Output>
  DisputeProxy: MethodDefinition<_healthbooker_scheduler_v1_DisputeProxyRequest, _healthbooker_scheduler_v1_DisputeProxyResponse, _healthbooker_scheduler_v1_DisputeProxyRequest__Output, _healthbooker_scheduler_v1_DisputeProxyResponse__Output>
  EndProxy: MethodDefinition<_healthbooker_scheduler_v1_EndProxyRequest, _healthbooker_scheduler_v1_EndProxyResponse, _healthbooker_scheduler_v1_EndProxyRequest__Output, _healthbooker_scheduler_v1_EndProxyResponse__Output>
  GetProxyNotice: MethodDefinition<_healthbooker_scheduler_v1_GetProxyNoticeRequest, _healthbooker_scheduler_v1_GetProxyNoticeResponse, _healthbooker_scheduler_v1_GetProxyNoticeRequest__Output, _healthbooker_scheduler_v1_GetProxyNoticeResponse__Output>
  GrantProxy: MethodDefinition<_healthbooker_scheduler_v1_GrantProxyRequest, _healthbooker_scheduler_v1_GrantProxyResponse, _healthbooker_scheduler_v1_GrantProxyRequest__Output, _healthbooker_scheduler_v1_GrantProxyResponse__Output>
  InviteProxy: MethodDefinition<_healthbooker_scheduler_v1_InviteProxyRequest, _healthbooker_scheduler_v1_InviteProxyResponse, _healthbooker_scheduler_v1_InviteProxyRequest__Output, _healthbooker_scheduler_v1_InviteProxyResponse__Output>
  ListProxies: MethodDefinition<_healthbooker_scheduler_v1_ListProxiesRequest, _healthbooker_scheduler_v1_ListProxiesResponse, _healthbooker_scheduler_v1_ListProxiesRequest__Output, _healthbooker_scheduler_v1_ListProxiesResponse__Output>
  ListProxiesChanged: MethodDefinition<_healthbooker_scheduler_v1_ListProxiesChangedRequest, _healthbooker_scheduler_v1_ListProxiesChangedResponse, _healthbooker_scheduler_v1_ListProxiesChangedRequest__Output, _healthbooker_scheduler_v1_ListProxiesChangedResponse__Output>
  ListProxyReviews: MethodDefinition<_healthbooker_scheduler_v1_ListProxyReviewsRequest, _healthbooker_scheduler_v1_ListProxyReviewsResponse, _healthbooker_scheduler_v1_ListProxyReviewsRequest__Output, _healthbooker_scheduler_v1_ListProxyReviewsResponse__Output>
  ListUnconfirmedProxies: MethodDefinition<_healthbooker_scheduler_v1_ListUnconfirmedProxiesRequest, _healthbooker_scheduler_v1_ListUnconfirmedProxiesResponse, _healthbooker_scheduler_v1_ListUnconfirmedProxiesRequest__Output, _healthbooker_scheduler_v1_ListUnconfirmedProxiesResponse__Output>
  MayActFor: MethodDefinition<_healthbooker_scheduler_v1_MayActForRequest, _healthbooker_scheduler_v1_MayActForResponse, _healthbooker_scheduler_v1_MayActForRequest__Output, _healthbooker_scheduler_v1_MayActForResponse__Output>
  ReviewProxy: MethodDefinition<_healthbooker_scheduler_v1_ReviewProxyRequest, _healthbooker_scheduler_v1_ReviewProxyResponse, _healthbooker_scheduler_v1_ReviewProxyRequest__Output, _healthbooker_scheduler_v1_ReviewProxyResponse__Output>
  WithdrawInvitations: MethodDefinition<_healthbooker_scheduler_v1_WithdrawInvitationsRequest, _healthbooker_scheduler_v1_WithdrawInvitationsResponse, _healthbooker_scheduler_v1_WithdrawInvitationsRequest__Output, _healthbooker_scheduler_v1_WithdrawInvitationsResponse__Output>
}
