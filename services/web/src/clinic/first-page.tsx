import { useQuery } from '@tanstack/react-query';
import { type Session, sessionQuery } from '../shared/staff/api.ts';
import { Day } from './day/day.tsx';
import { ProxyReviews } from './proxies/reviews.tsx';

/** What somebody of the clinic comes for: their visits, or, for privacy, what is to be reviewed. */
export function FirstPage() {
  const { data: session } = useQuery(sessionQuery);
  return session && isOnlyPrivacy(session) ? <ProxyReviews /> : <Day />;
}

/** Whether somebody watches over privacy and has no visits to see. */
export function isOnlyPrivacy({ groups }: Session): boolean {
  return groups.includes('Privacy') && !groups.includes('Providers') && !groups.includes('Receptionists');
}
