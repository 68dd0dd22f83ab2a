import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { AcceptInvitationRequest as _healthbooker_scheduler_v1_AcceptInvitationRequest, AcceptInvitationRequest__Output as _healthbooker_scheduler_v1_AcceptInvitationRequest__Output } from './healthbooker/scheduler/v1/AcceptInvitationRequest.ts';
import type { AcceptInvitationResponse as _healthbooker_scheduler_v1_AcceptInvitationResponse, AcceptInvitationResponse__Output as _healthbooker_scheduler_v1_AcceptInvitationResponse__Output } from './healthbooker/scheduler/v1/AcceptInvitationResponse.ts';
import type { ConfirmProxyRequest as _healthbooker_scheduler_v1_ConfirmProxyRequest, ConfirmProxyRequest__Output as _healthbooker_scheduler_v1_ConfirmProxyRequest__Output } from './healthbooker/scheduler/v1/ConfirmProxyRequest.ts';
import type { ConfirmProxyResponse as _healthbooker_scheduler_v1_ConfirmProxyResponse, ConfirmProxyResponse__Output as _healthbooker_scheduler_v1_ConfirmProxyResponse__Output } from './healthbooker/scheduler/v1/ConfirmProxyResponse.ts';
import type { DisputeProxyRequest as _healthbooker_scheduler_v1_DisputeProxyRequest, DisputeProxyRequest__Output as _healthbooker_scheduler_v1_DisputeProxyRequest__Output } from './healthbooker/scheduler/v1/DisputeProxyRequest.ts';
import type { DisputeProxyResponse as _healthbooker_scheduler_v1_DisputeProxyResponse, DisputeProxyResponse__Output as _healthbooker_scheduler_v1_DisputeProxyResponse__Output } from './healthbooker/scheduler/v1/DisputeProxyResponse.ts';
import type { EndProxyRequest as _healthbooker_scheduler_v1_EndProxyRequest, EndProxyRequest__Output as _healthbooker_scheduler_v1_EndProxyRequest__Output } from './healthbooker/scheduler/v1/EndProxyRequest.ts';
import type { EndProxyResponse as _healthbooker_scheduler_v1_EndProxyResponse, EndProxyResponse__Output as _healthbooker_scheduler_v1_EndProxyResponse__Output } from './healthbooker/scheduler/v1/EndProxyResponse.ts';
import type { GetProxyNoticeRequest as _healthbooker_scheduler_v1_GetProxyNoticeRequest, GetProxyNoticeRequest__Output as _healthbooker_scheduler_v1_GetProxyNoticeRequest__Output } from './healthbooker/scheduler/v1/GetProxyNoticeRequest.ts';
import type { GetProxyNoticeResponse as _healthbooker_scheduler_v1_GetProxyNoticeResponse, GetProxyNoticeResponse__Output as _healthbooker_scheduler_v1_GetProxyNoticeResponse__Output } from './healthbooker/scheduler/v1/GetProxyNoticeResponse.ts';
import type { GrantProxyRequest as _healthbooker_scheduler_v1_GrantProxyRequest, GrantProxyRequest__Output as _healthbooker_scheduler_v1_GrantProxyRequest__Output } from './healthbooker/scheduler/v1/GrantProxyRequest.ts';
import type { GrantProxyResponse as _healthbooker_scheduler_v1_GrantProxyResponse, GrantProxyResponse__Output as _healthbooker_scheduler_v1_GrantProxyResponse__Output } from './healthbooker/scheduler/v1/GrantProxyResponse.ts';
import type { InviteProxyRequest as _healthbooker_scheduler_v1_InviteProxyRequest, InviteProxyRequest__Output as _healthbooker_scheduler_v1_InviteProxyRequest__Output } from './healthbooker/scheduler/v1/InviteProxyRequest.ts';
import type { InviteProxyResponse as _healthbooker_scheduler_v1_InviteProxyResponse, InviteProxyResponse__Output as _healthbooker_scheduler_v1_InviteProxyResponse__Output } from './healthbooker/scheduler/v1/InviteProxyResponse.ts';
import type { ListProxiesChangedRequest as _healthbooker_scheduler_v1_ListProxiesChangedRequest, ListProxiesChangedRequest__Output as _healthbooker_scheduler_v1_ListProxiesChangedRequest__Output } from './healthbooker/scheduler/v1/ListProxiesChangedRequest.ts';
import type { ListProxiesChangedResponse as _healthbooker_scheduler_v1_ListProxiesChangedResponse, ListProxiesChangedResponse__Output as _healthbooker_scheduler_v1_ListProxiesChangedResponse__Output } from './healthbooker/scheduler/v1/ListProxiesChangedResponse.ts';
import type { ListProxiesRequest as _healthbooker_scheduler_v1_ListProxiesRequest, ListProxiesRequest__Output as _healthbooker_scheduler_v1_ListProxiesRequest__Output } from './healthbooker/scheduler/v1/ListProxiesRequest.ts';
import type { ListProxiesResponse as _healthbooker_scheduler_v1_ListProxiesResponse, ListProxiesResponse__Output as _healthbooker_scheduler_v1_ListProxiesResponse__Output } from './healthbooker/scheduler/v1/ListProxiesResponse.ts';
import type { ListProxyReviewsRequest as _healthbooker_scheduler_v1_ListProxyReviewsRequest, ListProxyReviewsRequest__Output as _healthbooker_scheduler_v1_ListProxyReviewsRequest__Output } from './healthbooker/scheduler/v1/ListProxyReviewsRequest.ts';
import type { ListProxyReviewsResponse as _healthbooker_scheduler_v1_ListProxyReviewsResponse, ListProxyReviewsResponse__Output as _healthbooker_scheduler_v1_ListProxyReviewsResponse__Output } from './healthbooker/scheduler/v1/ListProxyReviewsResponse.ts';
import type { ListUnconfirmedProxiesRequest as _healthbooker_scheduler_v1_ListUnconfirmedProxiesRequest, ListUnconfirmedProxiesRequest__Output as _healthbooker_scheduler_v1_ListUnconfirmedProxiesRequest__Output } from './healthbooker/scheduler/v1/ListUnconfirmedProxiesRequest.ts';
import type { ListUnconfirmedProxiesResponse as _healthbooker_scheduler_v1_ListUnconfirmedProxiesResponse, ListUnconfirmedProxiesResponse__Output as _healthbooker_scheduler_v1_ListUnconfirmedProxiesResponse__Output } from './healthbooker/scheduler/v1/ListUnconfirmedProxiesResponse.ts';
import type { MayActForRequest as _healthbooker_scheduler_v1_MayActForRequest, MayActForRequest__Output as _healthbooker_scheduler_v1_MayActForRequest__Output } from './healthbooker/scheduler/v1/MayActForRequest.ts';
import type { MayActForResponse as _healthbooker_scheduler_v1_MayActForResponse, MayActForResponse__Output as _healthbooker_scheduler_v1_MayActForResponse__Output } from './healthbooker/scheduler/v1/MayActForResponse.ts';
import type { ProxyLink as _healthbooker_scheduler_v1_ProxyLink, ProxyLink__Output as _healthbooker_scheduler_v1_ProxyLink__Output } from './healthbooker/scheduler/v1/ProxyLink.ts';
import type { ProxyServiceClient as _healthbooker_scheduler_v1_ProxyServiceClient, ProxyServiceDefinition as _healthbooker_scheduler_v1_ProxyServiceDefinition } from './healthbooker/scheduler/v1/ProxyService.ts';
import type { ReviewProxyRequest as _healthbooker_scheduler_v1_ReviewProxyRequest, ReviewProxyRequest__Output as _healthbooker_scheduler_v1_ReviewProxyRequest__Output } from './healthbooker/scheduler/v1/ReviewProxyRequest.ts';
import type { ReviewProxyResponse as _healthbooker_scheduler_v1_ReviewProxyResponse, ReviewProxyResponse__Output as _healthbooker_scheduler_v1_ReviewProxyResponse__Output } from './healthbooker/scheduler/v1/ReviewProxyResponse.ts';
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
        ConfirmProxyRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ConfirmProxyRequest, _healthbooker_scheduler_v1_ConfirmProxyRequest__Output>
        ConfirmProxyResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ConfirmProxyResponse, _healthbooker_scheduler_v1_ConfirmProxyResponse__Output>
        DisputeProxyRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_DisputeProxyRequest, _healthbooker_scheduler_v1_DisputeProxyRequest__Output>
        DisputeProxyResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_DisputeProxyResponse, _healthbooker_scheduler_v1_DisputeProxyResponse__Output>
        EndProxyRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_EndProxyRequest, _healthbooker_scheduler_v1_EndProxyRequest__Output>
        EndProxyResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_EndProxyResponse, _healthbooker_scheduler_v1_EndProxyResponse__Output>
        GetProxyNoticeRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_GetProxyNoticeRequest, _healthbooker_scheduler_v1_GetProxyNoticeRequest__Output>
        GetProxyNoticeResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_GetProxyNoticeResponse, _healthbooker_scheduler_v1_GetProxyNoticeResponse__Output>
        GrantProxyRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_GrantProxyRequest, _healthbooker_scheduler_v1_GrantProxyRequest__Output>
        GrantProxyResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_GrantProxyResponse, _healthbooker_scheduler_v1_GrantProxyResponse__Output>
        InviteProxyRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_InviteProxyRequest, _healthbooker_scheduler_v1_InviteProxyRequest__Output>
        InviteProxyResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_InviteProxyResponse, _healthbooker_scheduler_v1_InviteProxyResponse__Output>
        ListProxiesChangedRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListProxiesChangedRequest, _healthbooker_scheduler_v1_ListProxiesChangedRequest__Output>
        ListProxiesChangedResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListProxiesChangedResponse, _healthbooker_scheduler_v1_ListProxiesChangedResponse__Output>
        ListProxiesRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListProxiesRequest, _healthbooker_scheduler_v1_ListProxiesRequest__Output>
        ListProxiesResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListProxiesResponse, _healthbooker_scheduler_v1_ListProxiesResponse__Output>
        ListProxyReviewsRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListProxyReviewsRequest, _healthbooker_scheduler_v1_ListProxyReviewsRequest__Output>
        ListProxyReviewsResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListProxyReviewsResponse, _healthbooker_scheduler_v1_ListProxyReviewsResponse__Output>
        ListUnconfirmedProxiesRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListUnconfirmedProxiesRequest, _healthbooker_scheduler_v1_ListUnconfirmedProxiesRequest__Output>
        ListUnconfirmedProxiesResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListUnconfirmedProxiesResponse, _healthbooker_scheduler_v1_ListUnconfirmedProxiesResponse__Output>
        MayActForRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_MayActForRequest, _healthbooker_scheduler_v1_MayActForRequest__Output>
        MayActForResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_MayActForResponse, _healthbooker_scheduler_v1_MayActForResponse__Output>
        ProxyLink: MessageTypeDefinition<_healthbooker_scheduler_v1_ProxyLink, _healthbooker_scheduler_v1_ProxyLink__Output>
        ProxyScope: EnumTypeDefinition
        ProxyService: SubtypeConstructor<typeof grpc.Client, _healthbooker_scheduler_v1_ProxyServiceClient> & { service: _healthbooker_scheduler_v1_ProxyServiceDefinition }
        ProxyState: EnumTypeDefinition
        ReviewProxyRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ReviewProxyRequest, _healthbooker_scheduler_v1_ReviewProxyRequest__Output>
        ReviewProxyResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ReviewProxyResponse, _healthbooker_scheduler_v1_ReviewProxyResponse__Output>
        WithdrawInvitationsRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_WithdrawInvitationsRequest, _healthbooker_scheduler_v1_WithdrawInvitationsRequest__Output>
        WithdrawInvitationsResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_WithdrawInvitationsResponse, _healthbooker_scheduler_v1_WithdrawInvitationsResponse__Output>
      }
    }
  }
}

