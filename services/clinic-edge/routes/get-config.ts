import { browserEndpoint } from '@healthbooker/runtime/edge-service';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import type { Config } from '../config.ts';

const PublicConfig = z.strictObject({
  region: z.string(),
  userPoolId: z.string(),
  userPoolClientId: z.string(),
  userPoolEndpoint: z.string(),
  clinicPhone: z.string(),
});

/** What the portal needs before anybody has signed in. */
export function getConfig(config: Config): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/config',
    callers: 'public',
    summary: 'Where to sign in, and whom to call',
    cacheControl: 'no-cache',
    responses: { 200: PublicConfig },
    handle: async () => ({
      status: 200,
      body: {
        region: config.AWS_REGION,
        userPoolId: config.COGNITO_USER_POOL_ID,
        userPoolClientId: config.COGNITO_CLIENT_IDS[0] ?? '',
        userPoolEndpoint: browserEndpoint(config),
        clinicPhone: config.CLINIC_PHONE,
      },
    }),
  });
}
