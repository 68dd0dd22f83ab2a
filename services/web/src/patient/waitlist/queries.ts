import { queryOptions } from '@tanstack/react-query';
import { answer } from '../../shared/api/client.ts';
import type { components } from '../../shared/api/patient.generated.d.ts';
import { whom } from '../acting/acting.ts';
import { api } from '../api.ts';

export type WaitlistEntry = components['schemas']['WaitlistEntry'];
export type Offer = NonNullable<WaitlistEntry['offer']>;

/** The lists that the signed-in person is on, and those that ended lately. */
export const waitlistQuery = queryOptions({
  queryKey: ['waitlist'],
  queryFn: () => answer(api.GET('/v1/waitlist', { params: { query: whom() } })),
});

/** One place on a list. */
export function placeQuery(id: string) {
  return queryOptions({
    queryKey: ['waitlist', id],
    queryFn: () => answer(api.GET('/v1/waitlist/{id}', { params: { path: { id } } })),
  });
}
