import { queryOptions } from '@tanstack/react-query';
import { answer } from '../../shared/api/client.ts';
import type { paths } from '../../shared/api/patient.generated.d.ts';
import { api } from '../api.ts';

export type Proxies = paths['/v1/proxies']['get']['responses'][200]['content']['application/json'];

/** The people the signed-in person acts for, and those who act for them. */
export const proxiesQuery = queryOptions({
  queryKey: ['proxies'],
  meta: { live: false },
  queryFn: () => answer(api.GET('/v1/proxies')),
});
