import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { ReferralServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReferralService';
import { type ServedService, serve } from '@healthbooker/runtime/grpc-server';
import type { Parts } from '../parts.ts';
import { acceptInvitation } from './proxies/accept-invitation.ts';
import { confirmProxy } from './proxies/confirm-proxy.ts';
import { disputeProxy } from './proxies/dispute-proxy.ts';
import { endProxy } from './proxies/end-proxy.ts';
import { getProxyNotice } from './proxies/get-proxy-notice.ts';
import { grantProxy } from './proxies/grant-proxy.ts';
import { inviteProxy } from './proxies/invite-proxy.ts';
import { listProxies } from './proxies/list-proxies.ts';
import { listProxiesChanged } from './proxies/list-proxies-changed.ts';
import { listProxyReviews } from './proxies/list-proxy-reviews.ts';
import { listUnconfirmedProxies } from './proxies/list-unconfirmed-proxies.ts';
import { mayActFor } from './proxies/may-act-for.ts';
import { reviewProxy } from './proxies/review-proxy.ts';
import { withdrawInvitations } from './proxies/withdraw-invitations.ts';
import { listReferrals } from './referrals/list-referrals.ts';
import { placeReferral } from './referrals/place-referral.ts';
import { withdrawReferral } from './referrals/withdraw-referral.ts';

/** The services about people and care: proxies and referrals. */
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
  ];
}
