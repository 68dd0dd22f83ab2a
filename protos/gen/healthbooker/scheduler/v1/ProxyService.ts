// Original file: healthbooker/scheduler/v1/proxy.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AcceptInvitationRequest as _healthbooker_scheduler_v1_AcceptInvitationRequest, AcceptInvitationRequest__Output as _healthbooker_scheduler_v1_AcceptInvitationRequest__Output } from '../../../healthbooker/scheduler/v1/AcceptInvitationRequest.ts';
import type { AcceptInvitationResponse as _healthbooker_scheduler_v1_AcceptInvitationResponse, AcceptInvitationResponse__Output as _healthbooker_scheduler_v1_AcceptInvitationResponse__Output } from '../../../healthbooker/scheduler/v1/AcceptInvitationResponse.ts';
import type { EndProxyRequest as _healthbooker_scheduler_v1_EndProxyRequest, EndProxyRequest__Output as _healthbooker_scheduler_v1_EndProxyRequest__Output } from '../../../healthbooker/scheduler/v1/EndProxyRequest.ts';
import type { EndProxyResponse as _healthbooker_scheduler_v1_EndProxyResponse, EndProxyResponse__Output as _healthbooker_scheduler_v1_EndProxyResponse__Output } from '../../../healthbooker/scheduler/v1/EndProxyResponse.ts';
import type { GrantProxyRequest as _healthbooker_scheduler_v1_GrantProxyRequest, GrantProxyRequest__Output as _healthbooker_scheduler_v1_GrantProxyRequest__Output } from '../../../healthbooker/scheduler/v1/GrantProxyRequest.ts';
import type { GrantProxyResponse as _healthbooker_scheduler_v1_GrantProxyResponse, GrantProxyResponse__Output as _healthbooker_scheduler_v1_GrantProxyResponse__Output } from '../../../healthbooker/scheduler/v1/GrantProxyResponse.ts';
import type { InviteProxyRequest as _healthbooker_scheduler_v1_InviteProxyRequest, InviteProxyRequest__Output as _healthbooker_scheduler_v1_InviteProxyRequest__Output } from '../../../healthbooker/scheduler/v1/InviteProxyRequest.ts';
import type { InviteProxyResponse as _healthbooker_scheduler_v1_InviteProxyResponse, InviteProxyResponse__Output as _healthbooker_scheduler_v1_InviteProxyResponse__Output } from '../../../healthbooker/scheduler/v1/InviteProxyResponse.ts';
import type { ListProxiesRequest as _healthbooker_scheduler_v1_ListProxiesRequest, ListProxiesRequest__Output as _healthbooker_scheduler_v1_ListProxiesRequest__Output } from '../../../healthbooker/scheduler/v1/ListProxiesRequest.ts';
import type { ListProxiesResponse as _healthbooker_scheduler_v1_ListProxiesResponse, ListProxiesResponse__Output as _healthbooker_scheduler_v1_ListProxiesResponse__Output } from '../../../healthbooker/scheduler/v1/ListProxiesResponse.ts';
import type { MayActForRequest as _healthbooker_scheduler_v1_MayActForRequest, MayActForRequest__Output as _healthbooker_scheduler_v1_MayActForRequest__Output } from '../../../healthbooker/scheduler/v1/MayActForRequest.ts';
import type { MayActForResponse as _healthbooker_scheduler_v1_MayActForResponse, MayActForResponse__Output as _healthbooker_scheduler_v1_MayActForResponse__Output } from '../../../healthbooker/scheduler/v1/MayActForResponse.ts';
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
  
  EndProxy(argument: _healthbooker_scheduler_v1_EndProxyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndProxyResponse__Output>): grpc.ClientUnaryCall;
  EndProxy(argument: _healthbooker_scheduler_v1_EndProxyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndProxyResponse__Output>): grpc.ClientUnaryCall;
  EndProxy(argument: _healthbooker_scheduler_v1_EndProxyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndProxyResponse__Output>): grpc.ClientUnaryCall;
  EndProxy(argument: _healthbooker_scheduler_v1_EndProxyRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndProxyResponse__Output>): grpc.ClientUnaryCall;
  endProxy(argument: _healthbooker_scheduler_v1_EndProxyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndProxyResponse__Output>): grpc.ClientUnaryCall;
  endProxy(argument: _healthbooker_scheduler_v1_EndProxyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndProxyResponse__Output>): grpc.ClientUnaryCall;
  endProxy(argument: _healthbooker_scheduler_v1_EndProxyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndProxyResponse__Output>): grpc.ClientUnaryCall;
  endProxy(argument: _healthbooker_scheduler_v1_EndProxyRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_EndProxyResponse__Output>): grpc.ClientUnaryCall;
  
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
  
  MayActFor(argument: _healthbooker_scheduler_v1_MayActForRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MayActForResponse__Output>): grpc.ClientUnaryCall;
  MayActFor(argument: _healthbooker_scheduler_v1_MayActForRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MayActForResponse__Output>): grpc.ClientUnaryCall;
  MayActFor(argument: _healthbooker_scheduler_v1_MayActForRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MayActForResponse__Output>): grpc.ClientUnaryCall;
  MayActFor(argument: _healthbooker_scheduler_v1_MayActForRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MayActForResponse__Output>): grpc.ClientUnaryCall;
  mayActFor(argument: _healthbooker_scheduler_v1_MayActForRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MayActForResponse__Output>): grpc.ClientUnaryCall;
  mayActFor(argument: _healthbooker_scheduler_v1_MayActForRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MayActForResponse__Output>): grpc.ClientUnaryCall;
  mayActFor(argument: _healthbooker_scheduler_v1_MayActForRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MayActForResponse__Output>): grpc.ClientUnaryCall;
  mayActFor(argument: _healthbooker_scheduler_v1_MayActForRequest, callback: grpc.requestCallback<_healthbooker_scheduler_v1_MayActForResponse__Output>): grpc.ClientUnaryCall;
  
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
  
  EndProxy: grpc.handleUnaryCall<_healthbooker_scheduler_v1_EndProxyRequest__Output, _healthbooker_scheduler_v1_EndProxyResponse>;
  
  GrantProxy: grpc.handleUnaryCall<_healthbooker_scheduler_v1_GrantProxyRequest__Output, _healthbooker_scheduler_v1_GrantProxyResponse>;
  
  InviteProxy: grpc.handleUnaryCall<_healthbooker_scheduler_v1_InviteProxyRequest__Output, _healthbooker_scheduler_v1_InviteProxyResponse>;
  
  ListProxies: grpc.handleUnaryCall<_healthbooker_scheduler_v1_ListProxiesRequest__Output, _healthbooker_scheduler_v1_ListProxiesResponse>;
  
  MayActFor: grpc.handleUnaryCall<_healthbooker_scheduler_v1_MayActForRequest__Output, _healthbooker_scheduler_v1_MayActForResponse>;
  
  WithdrawInvitations: grpc.handleUnaryCall<_healthbooker_scheduler_v1_WithdrawInvitationsRequest__Output, _healthbooker_scheduler_v1_WithdrawInvitationsResponse>;
  
}

export interface ProxyServiceDefinition extends grpc.ServiceDefinition {
  AcceptInvitation: MethodDefinition<_healthbooker_scheduler_v1_AcceptInvitationRequest, _healthbooker_scheduler_v1_AcceptInvitationResponse, _healthbooker_scheduler_v1_AcceptInvitationRequest__Output, _healthbooker_scheduler_v1_AcceptInvitationResponse__Output>
  EndProxy: MethodDefinition<_healthbooker_scheduler_v1_EndProxyRequest, _healthbooker_scheduler_v1_EndProxyResponse, _healthbooker_scheduler_v1_EndProxyRequest__Output, _healthbooker_scheduler_v1_EndProxyResponse__Output>
  GrantProxy: MethodDefinition<_healthbooker_scheduler_v1_GrantProxyRequest, _healthbooker_scheduler_v1_GrantProxyResponse, _healthbooker_scheduler_v1_GrantProxyRequest__Output, _healthbooker_scheduler_v1_GrantProxyResponse__Output>
  InviteProxy: MethodDefinition<_healthbooker_scheduler_v1_InviteProxyRequest, _healthbooker_scheduler_v1_InviteProxyResponse, _healthbooker_scheduler_v1_InviteProxyRequest__Output, _healthbooker_scheduler_v1_InviteProxyResponse__Output>
  ListProxies: MethodDefinition<_healthbooker_scheduler_v1_ListProxiesRequest, _healthbooker_scheduler_v1_ListProxiesResponse, _healthbooker_scheduler_v1_ListProxiesRequest__Output, _healthbooker_scheduler_v1_ListProxiesResponse__Output>
  MayActFor: MethodDefinition<_healthbooker_scheduler_v1_MayActForRequest, _healthbooker_scheduler_v1_MayActForResponse, _healthbooker_scheduler_v1_MayActForRequest__Output, _healthbooker_scheduler_v1_MayActForResponse__Output>
  WithdrawInvitations: MethodDefinition<_healthbooker_scheduler_v1_WithdrawInvitationsRequest, _healthbooker_scheduler_v1_WithdrawInvitationsResponse, _healthbooker_scheduler_v1_WithdrawInvitationsRequest__Output, _healthbooker_scheduler_v1_WithdrawInvitationsResponse__Output>
}
