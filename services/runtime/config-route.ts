import { z } from 'zod';
import type { Capacity } from './context.ts';
import { browserEndpoint, type EdgeConfig, environments } from './edge-service.ts';
import { type Route, route } from './route.ts';

const PublicConfig = z.strictObject({
  region: z.string(),
  userPoolId: z.string(),
  userPoolClientId: z.string(),
  userPoolEndpoint: z.string(),
  clinicPhone: z.string(),
  environment: z.enum(environments).describe('Which system this is; load tests ask before they begin'),
  commit: z.string().describe('What it was built from; empty where nobody knows'),
});

/** A GET route that tells a portal what it needs before anybody has signed in, with the app client of `capacity`. */
export function configRoute(
  path: `/${string}`,
  capacity: Capacity,
  config: EdgeConfig & { CLINIC_PHONE: string },
): Route {
  return route({
    method: 'GET',
    path,
    callers: 'public',
    summary: 'Where to sign in, and whom to call',
    cacheControl: 'no-cache',
    responses: { 200: PublicConfig },
    handle: async () => ({
      status: 200,
      body: {
        region: config.AWS_REGION,
        userPoolId: config.COGNITO_USER_POOL_ID,
        userPoolClientId: clientIdOf(config, capacity),
        userPoolEndpoint: browserEndpoint(config),
        clinicPhone: config.CLINIC_PHONE,
        environment: config.ENVIRONMENT,
        commit: config.COMMIT ?? '',
      },
    }),
  });
}

function clientIdOf(config: EdgeConfig, capacity: Capacity): string {
  return capacity === 'patient' ? config.COGNITO_PATIENTS_CLIENT_ID : config.COGNITO_CLINIC_CLIENT_ID;
}
