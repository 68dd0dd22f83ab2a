import { join } from 'node:path';
import { answers, freePort, loopback } from './ports.ts';
import { awsEnv, nodeProcess, region } from './stores.ts';
import type { ProcessSpec } from './supervisor.ts';

/** Where people sign in: how to run it, and what every process must know about it. */
export type Identity = {
  spec: ProcessSpec;
  url: string;
  userPoolId: string;
  /** The folder of the pool's database. */
  dataDir: string;
  /** The public keys that access tokens are verified with. */
  jwksUrl: string;
  env: Record<string, string>;
};

export type IdentityOptions = { dataDir: string; smtpUrl: string; userPoolId?: string; clientId?: string };

export const mailFrom = 'HealthBooker <no-reply@healthbooker.example>';

/** Prepares the user pool: a process with its own free port and folder. */
export async function prepareIdentity({
  dataDir,
  smtpUrl,
  userPoolId = `${region}_HealthLocal`,
  clientId = 'healthbookerportal',
}: IdentityOptions): Promise<Identity> {
  const port = await freePort();
  const url = `http://${loopback}:${port}`;
  const jwksUrl = `${url}/${userPoolId}/.well-known/jwks.json`;
  const ids = { COGNITO_USER_POOL_ID: userPoolId, COGNITO_CLIENT_IDS: clientId };
  const folder = join(dataDir, 'cognito');
  return {
    url,
    userPoolId,
    dataDir: folder,
    jwksUrl,
    env: { ...ids, COGNITO_ENDPOINT: url, COGNITO_JWKS_URL: jwksUrl },
    spec: nodeProcess({
      name: 'cognito',
      tier: 'store',
      main: 'cognito/main.ts',
      env: {
        ...awsEnv,
        ...ids,
        PORT: String(port),
        DATA_DIR: folder,
        SMTP_URL: smtpUrl,
        MAIL_FROM: mailFrom,
      },
      isReady: () => answers(jwksUrl),
    }),
  };
}
