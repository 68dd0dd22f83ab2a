import { queryOptions } from '@tanstack/react-query';
import { answer, createApi } from '../api/client.ts';
import type { components, paths } from '../api/clinic.generated.d.ts';

export type Session = paths['/clinic/v1/session']['post']['responses'][200]['content']['application/json'];
export type Group = Session['groups'][number];
export type Directory = components['schemas']['Directory'];
export type Provider = components['schemas']['Provider'];

export const api = createApi<paths>();

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  meta: { live: false },
  queryFn: () => answer(api.POST('/clinic/v1/session', { body: {} })),
});

export const directoryQuery = queryOptions({
  queryKey: ['directory'],
  staleTime: 5 * 60_000,
  meta: { live: false },
  queryFn: () => answer(api.GET('/clinic/v1/directory')),
});
