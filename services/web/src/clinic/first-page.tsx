import { useQuery } from '@tanstack/react-query';
import { type Session, sessionQuery } from '../shared/staff/api.ts';
import { Day } from './day/day.tsx';
import { ProxyReviews } from './proxies/reviews.tsx';

/** The first page for staff: their visits; for privacy officers, what they have to review. */
export function FirstPage() {
  const { data: session } = useQuery(sessionQuery);
  return session && isOnlyPrivacy(session) ? <ProxyReviews /> : <Day />;
}

/** Whether somebody watches over privacy and has no visits to see. */
export function isOnlyPrivacy({ groups }: Session): boolean {
  return groups.includes('Privacy') && !groups.includes('Providers') && !groups.includes('Receptionists');
}
