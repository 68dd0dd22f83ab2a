import type { ProcessSpec } from './supervisor.ts';

/** Where people sign in: how to run it, and what every process must know about it. */
export type Identity = { url: string; spec?: ProcessSpec; env: Record<string, string> };

export async function prepareIdentity(): Promise<Identity> {
  return {
    url: 'http://127.0.0.1:9',
    env: {
      COGNITO_USER_POOL_ID: 'eu-west-2_Local',
      COGNITO_CLIENT_IDS: 'local',
      COGNITO_ENDPOINT: 'http://127.0.0.1:9',
      COGNITO_JWKS_URL: 'http://127.0.0.1:9/jwks.json',
    },
  };
}
