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

/** A user pool and its two app clients. */
export type PoolIds = { userPoolId: string; patientsClientId: string; clinicClientId: string };

export type IdentityOptions = { dataDir: string; smtpUrl: string; ids?: PoolIds };

const localPool: PoolIds = {
  userPoolId: `${region}_HealthLocal`,
  patientsClientId: 'healthbookerpatients',
  clinicClientId: 'healthbookerclinic',
};

export const privacyMailbox = 'Privacy <privacy@healthbooker.example>';
export const mailFrom = 'HealthBooker <no-reply@healthbooker.example>';

/** Prepares the user pool: a process with its own free port and folder. */
export async function prepareIdentity({
  dataDir,
  smtpUrl,
  ids = localPool,
}: IdentityOptions): Promise<Identity> {
  const { userPoolId } = ids;
  const port = await freePort();
  const url = `http://${loopback}:${port}`;
  const jwksUrl = `${url}/${userPoolId}/.well-known/jwks.json`;
  const idsEnv = {
    COGNITO_USER_POOL_ID: userPoolId,
    COGNITO_PATIENTS_CLIENT_ID: ids.patientsClientId,
    COGNITO_CLINIC_CLIENT_ID: ids.clinicClientId,
  };
  const folder = join(dataDir, 'cognito');
  return {
    url,
    userPoolId,
    dataDir: folder,
    jwksUrl,
    env: { ...idsEnv, COGNITO_ENDPOINT: url, COGNITO_JWKS_URL: jwksUrl },
    spec: nodeProcess({
      name: 'cognito',
      tier: 'store',
      main: 'cognito/main.ts',
      env: {
        ...awsEnv,
        ...idsEnv,
        PORT: String(port),
        DATA_DIR: folder,
        SMTP_URL: smtpUrl,
        MAIL_FROM: mailFrom,
      },
      isReady: () => answers(jwksUrl),
    }),
  };
}
