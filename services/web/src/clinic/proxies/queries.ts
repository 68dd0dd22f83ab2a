import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer } from '../../shared/api/client.ts';
import type { components } from '../../shared/api/clinic.generated.d.ts';
import { byCursor, cursorOf } from '../../shared/query/paged.tsx';
import { api } from '../../shared/staff/api.ts';

export type ProxyLink = components['schemas']['ProxyLink'];

export type Identity = components['schemas']['Identity'];
export type IdentityChange = components['schemas']['IdentityChange'];

/** Who a patient is on file, what they ask for and what was decided. */
export function identityQuery(id: string) {
  return queryOptions({
    queryKey: ['identity', id],
    queryFn: () => answer(api.GET('/clinic/v1/patients/{id}/identity', { params: { path: { id } } })),
  });
}

/** Links that a colleague of whoever made them has to confirm. */
export const unconfirmedQuery = queryOptions({
  queryKey: ['proxies', 'unconfirmed'],
  queryFn: () => answer(api.GET('/clinic/v1/proxies/unconfirmed')),
});

/** Links that privacy has not reviewed, disputed ones first. */
export const reviewsQuery = infiniteQueryOptions({
  queryKey: ['proxies', 'reviews'],
  queryFn: ({ pageParam }) =>
    answer(api.GET('/clinic/v1/proxies/reviews', { params: { query: cursorOf(pageParam) } })),
  ...byCursor,
  select: ({ pages }) => pages.flatMap(({ links }) => links),
});

/** Who acts for a patient and whom they act for. */
export function patientProxiesQuery(id: string) {
  return queryOptions({
    queryKey: ['proxies', 'patient', id],
    queryFn: () => answer(api.GET('/clinic/v1/patients/{id}/proxies', { params: { path: { id } } })),
  });
}
