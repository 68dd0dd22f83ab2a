import { queryOptions } from '@tanstack/react-query';
import { answer } from '../../shared/api/client.ts';
import type { components, paths } from '../../shared/api/patient.generated.d.ts';
import { api } from '../api.ts';
import { whom } from './acting.ts';

export type Proxies = paths['/v1/proxies']['get']['responses'][200]['content']['application/json'];
export type Referral = components['schemas']['Referral'];

/** Whom the signed-in person acts for, and who acts for them. */
export const proxiesQuery = queryOptions({
  queryKey: ['proxies'],
  meta: { live: false },
  queryFn: () => answer(api.GET('/v1/proxies')),
});

/** Open referrals and follow-ups of whom this tab acts for. */
export const referralsQuery = queryOptions({
  queryKey: ['referrals'],
  queryFn: () => answer(api.GET('/v1/referrals', { params: { query: whom() } })),
});
