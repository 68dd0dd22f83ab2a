import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { AcceptInvitationRequest as _healthbooker_scheduler_v1_AcceptInvitationRequest, AcceptInvitationRequest__Output as _healthbooker_scheduler_v1_AcceptInvitationRequest__Output } from './healthbooker/scheduler/v1/AcceptInvitationRequest.ts';
import type { AcceptInvitationResponse as _healthbooker_scheduler_v1_AcceptInvitationResponse, AcceptInvitationResponse__Output as _healthbooker_scheduler_v1_AcceptInvitationResponse__Output } from './healthbooker/scheduler/v1/AcceptInvitationResponse.ts';
import type { EndProxyRequest as _healthbooker_scheduler_v1_EndProxyRequest, EndProxyRequest__Output as _healthbooker_scheduler_v1_EndProxyRequest__Output } from './healthbooker/scheduler/v1/EndProxyRequest.ts';
import type { EndProxyResponse as _healthbooker_scheduler_v1_EndProxyResponse, EndProxyResponse__Output as _healthbooker_scheduler_v1_EndProxyResponse__Output } from './healthbooker/scheduler/v1/EndProxyResponse.ts';
import type { GrantProxyRequest as _healthbooker_scheduler_v1_GrantProxyRequest, GrantProxyRequest__Output as _healthbooker_scheduler_v1_GrantProxyRequest__Output } from './healthbooker/scheduler/v1/GrantProxyRequest.ts';
import type { GrantProxyResponse as _healthbooker_scheduler_v1_GrantProxyResponse, GrantProxyResponse__Output as _healthbooker_scheduler_v1_GrantProxyResponse__Output } from './healthbooker/scheduler/v1/GrantProxyResponse.ts';
import type { InviteProxyRequest as _healthbooker_scheduler_v1_InviteProxyRequest, InviteProxyRequest__Output as _healthbooker_scheduler_v1_InviteProxyRequest__Output } from './healthbooker/scheduler/v1/InviteProxyRequest.ts';
import type { InviteProxyResponse as _healthbooker_scheduler_v1_InviteProxyResponse, InviteProxyResponse__Output as _healthbooker_scheduler_v1_InviteProxyResponse__Output } from './healthbooker/scheduler/v1/InviteProxyResponse.ts';
import type { ListProxiesRequest as _healthbooker_scheduler_v1_ListProxiesRequest, ListProxiesRequest__Output as _healthbooker_scheduler_v1_ListProxiesRequest__Output } from './healthbooker/scheduler/v1/ListProxiesRequest.ts';
import type { ListProxiesResponse as _healthbooker_scheduler_v1_ListProxiesResponse, ListProxiesResponse__Output as _healthbooker_scheduler_v1_ListProxiesResponse__Output } from './healthbooker/scheduler/v1/ListProxiesResponse.ts';
import type { MayActForRequest as _healthbooker_scheduler_v1_MayActForRequest, MayActForRequest__Output as _healthbooker_scheduler_v1_MayActForRequest__Output } from './healthbooker/scheduler/v1/MayActForRequest.ts';
import type { MayActForResponse as _healthbooker_scheduler_v1_MayActForResponse, MayActForResponse__Output as _healthbooker_scheduler_v1_MayActForResponse__Output } from './healthbooker/scheduler/v1/MayActForResponse.ts';
import type { ProxyLink as _healthbooker_scheduler_v1_ProxyLink, ProxyLink__Output as _healthbooker_scheduler_v1_ProxyLink__Output } from './healthbooker/scheduler/v1/ProxyLink.ts';
import type { ProxyServiceClient as _healthbooker_scheduler_v1_ProxyServiceClient, ProxyServiceDefinition as _healthbooker_scheduler_v1_ProxyServiceDefinition } from './healthbooker/scheduler/v1/ProxyService.ts';
import type { WithdrawInvitationsRequest as _healthbooker_scheduler_v1_WithdrawInvitationsRequest, WithdrawInvitationsRequest__Output as _healthbooker_scheduler_v1_WithdrawInvitationsRequest__Output } from './healthbooker/scheduler/v1/WithdrawInvitationsRequest.ts';
import type { WithdrawInvitationsResponse as _healthbooker_scheduler_v1_WithdrawInvitationsResponse, WithdrawInvitationsResponse__Output as _healthbooker_scheduler_v1_WithdrawInvitationsResponse__Output } from './healthbooker/scheduler/v1/WithdrawInvitationsResponse.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  healthbooker: {
    scheduler: {
      v1: {
        AcceptInvitationRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_AcceptInvitationRequest, _healthbooker_scheduler_v1_AcceptInvitationRequest__Output>
        AcceptInvitationResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_AcceptInvitationResponse, _healthbooker_scheduler_v1_AcceptInvitationResponse__Output>
        EndProxyRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_EndProxyRequest, _healthbooker_scheduler_v1_EndProxyRequest__Output>
        EndProxyResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_EndProxyResponse, _healthbooker_scheduler_v1_EndProxyResponse__Output>
        GrantProxyRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_GrantProxyRequest, _healthbooker_scheduler_v1_GrantProxyRequest__Output>
        GrantProxyResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_GrantProxyResponse, _healthbooker_scheduler_v1_GrantProxyResponse__Output>
        InviteProxyRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_InviteProxyRequest, _healthbooker_scheduler_v1_InviteProxyRequest__Output>
        InviteProxyResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_InviteProxyResponse, _healthbooker_scheduler_v1_InviteProxyResponse__Output>
        ListProxiesRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListProxiesRequest, _healthbooker_scheduler_v1_ListProxiesRequest__Output>
        ListProxiesResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListProxiesResponse, _healthbooker_scheduler_v1_ListProxiesResponse__Output>
        MayActForRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_MayActForRequest, _healthbooker_scheduler_v1_MayActForRequest__Output>
        MayActForResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_MayActForResponse, _healthbooker_scheduler_v1_MayActForResponse__Output>
        ProxyLink: MessageTypeDefinition<_healthbooker_scheduler_v1_ProxyLink, _healthbooker_scheduler_v1_ProxyLink__Output>
        ProxyService: SubtypeConstructor<typeof grpc.Client, _healthbooker_scheduler_v1_ProxyServiceClient> & { service: _healthbooker_scheduler_v1_ProxyServiceDefinition }
        WithdrawInvitationsRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_WithdrawInvitationsRequest, _healthbooker_scheduler_v1_WithdrawInvitationsRequest__Output>
        WithdrawInvitationsResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_WithdrawInvitationsResponse, _healthbooker_scheduler_v1_WithdrawInvitationsResponse__Output>
      }
    }
  }
}

