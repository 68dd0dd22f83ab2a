import { useQuery } from '@tanstack/react-query';
import { useActing } from '../acting/acting.ts';
import { proxiesQuery, referralsQuery } from '../acting/queries.ts';
import type { Asked } from './answers.ts';

/**
 * Which questions there are to ask of this person; undefined until it is known. What cannot be read is not asked
 * about: booking works without.
 */
export function useAsked(): Asked | undefined {
  const acting = useActing();
  const proxies = useQuery(proxiesQuery);
  const referrals = useQuery(referralsQuery);
  if (proxies.isPending || referrals.isPending) return undefined;
  return {
    whom: acting !== undefined || (proxies.data?.actsFor.length ?? 0) > 0,
    order: (referrals.data?.referrals.length ?? 0) > 0,
    help: acting === undefined,
  };
}
