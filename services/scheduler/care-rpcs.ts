import type { LatenessServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LatenessService';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { ReferralServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReferralService';
import { type ServedService, serve } from '@healthbooker/runtime/grpc-server';
import type { Parts } from './parts.ts';
import { acceptInvitation } from './rpc/accept-invitation.ts';
import { confirmProxy } from './rpc/confirm-proxy.ts';
import { disputeProxy } from './rpc/dispute-proxy.ts';
import { endProxy } from './rpc/end-proxy.ts';
import { getProxyNotice } from './rpc/get-proxy-notice.ts';
import { grantProxy } from './rpc/grant-proxy.ts';
import { inviteProxy } from './rpc/invite-proxy.ts';
import { listProxies } from './rpc/list-proxies.ts';
import { listProxiesChanged } from './rpc/list-proxies-changed.ts';
import { listProxyReviews } from './rpc/list-proxy-reviews.ts';
import { listReferrals } from './rpc/list-referrals.ts';
import { listUnconfirmedProxies } from './rpc/list-unconfirmed-proxies.ts';
import { mayActFor } from './rpc/may-act-for.ts';
import { placeReferral } from './rpc/place-referral.ts';
import { reportLateness } from './rpc/report-lateness.ts';
import { reviewProxy } from './rpc/review-proxy.ts';
import { setProviderDelay } from './rpc/set-provider-delay.ts';
import { withdrawInvitations } from './rpc/withdraw-invitations.ts';
import { withdrawReferral } from './rpc/withdraw-referral.ts';

/** The services about people and care: proxies, referrals, lateness. */
export function careServices(parts: Parts): ServedService[] {
  return [
    serve<ProxyServiceDefinition>('healthbooker.scheduler.v1.ProxyService', {
      ListProxies: listProxies(parts),
      InviteProxy: inviteProxy(parts),
      WithdrawInvitations: withdrawInvitations(parts),
      AcceptInvitation: acceptInvitation(parts),
      GrantProxy: grantProxy(parts),
      EndProxy: endProxy(parts),
      ConfirmProxy: confirmProxy(parts),
      DisputeProxy: disputeProxy(parts),
      MayActFor: mayActFor(parts),
      ListUnconfirmedProxies: listUnconfirmedProxies(parts),
      ListProxyReviews: listProxyReviews(parts),
      ReviewProxy: reviewProxy(parts),
      GetProxyNotice: getProxyNotice(parts),
      ListProxiesChanged: listProxiesChanged(parts),
    }),
    serve<ReferralServiceDefinition>('healthbooker.scheduler.v1.ReferralService', {
      PlaceReferral: placeReferral(parts),
      ListReferrals: listReferrals(parts),
      WithdrawReferral: withdrawReferral(parts),
    }),
    serve<LatenessServiceDefinition>('healthbooker.scheduler.v1.LatenessService', {
      ReportLateness: reportLateness(parts),
      SetProviderDelay: setProviderDelay(parts),
    }),
  ];
}
