import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import {
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
  GetUserCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import {
  CLIENT_ID,
  CLINIC_CLIENT_ID,
  POOL_ID,
  type PoolServer,
  startPoolServer,
} from './testing/pool-server.ts';
import { signIn } from './testing/srp-client.ts';

let mailServer: PoolServer;
before(async () => {
  mailServer = await startPoolServer();
});
after(() => mailServer.close());

async function start(
  dataDir: string,
): Promise<{ child: ChildProcess; client: CognitoIdentityProviderClient }> {
  const { options } = mailServer;
  const child = spawn(process.execPath, [new URL('main.ts', import.meta.url).pathname], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      DATA_DIR: dataDir,
      COGNITO_USER_POOL_ID: POOL_ID,
      COGNITO_PATIENTS_CLIENT_ID: CLIENT_ID,
      COGNITO_CLINIC_CLIENT_ID: CLINIC_CLIENT_ID,
      AWS_ACCESS_KEY_ID: options.accessKeyId,
      AWS_SECRET_ACCESS_KEY: options.secretAccessKey,
      SMTP_URL: options.smtpUrl,
    },
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const port = /port (\d+)/.exec(line)?.[1];
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    child,
    client: new CognitoIdentityProviderClient({ endpoint, region: 'eu-west-2', credentials: options }),
  };
}

test('killed between the steps of a sign-in, the pool goes on where it was', async () => {
  const dataDir = `${mailServer.dataDir}/second`;
  const Username = 'dr.shah@example.org';
  const first = await start(dataDir);
  const TemporaryPassword = 'temporary 7 horses';
  await first.client.send(
    new AdminCreateUserCommand({
      UserPoolId: POOL_ID,
      Username,
      TemporaryPassword,
      MessageAction: 'SUPPRESS',
    }),
  );
  const { Session } = await signIn(first.client, Username, TemporaryPassword);
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');

  const second = await start(dataDir);
  const { AuthenticationResult } = await second.client.send(
    new RespondToAuthChallengeCommand({
      ClientId: CLIENT_ID,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session,
      ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: 'my own 8 horses' },
    }),
  );
  second.child.kill('SIGKILL');
  await once(second.child, 'exit');

  const third = await start(dataDir);
  const AccessToken = AuthenticationResult?.AccessToken;
  assert.ok((await third.client.send(new GetUserCommand({ AccessToken }))).Username);
  assert.ok((await signIn(third.client, Username, 'my own 8 horses')).AuthenticationResult);
  third.client.destroy();
  third.child.kill('SIGTERM');
  const [code] = (await once(third.child, 'exit')) as [number | null];
  assert.equal(code, 0);
});
