import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { startCognito } from '../server.ts';

export const POOL_ID = 'eu-west-2_TestPool1';
/** The patients' app client. */
export const CLIENT_ID = 'testpatients0123456789';
export const CLINIC_CLIENT_ID = 'testclinic0123456789';
export const ACCESS_KEY = { accessKeyId: 'AKIATEST', secretAccessKey: 'test-secret' };

type Mail = { to: string; text: string };

export type PoolServer = Awaited<ReturnType<typeof startPoolServer>>;

/** A pool on a folder of its own, with a mail server; `clock.ahead` moves its time on, in milliseconds. */
export async function startPoolServer() {
  const dataDir = mkdtempSync(join(tmpdir(), 'cognito-'));
  const mails: Mail[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        const to = Array.isArray(mail.to) ? mail.to[0] : mail.to;
        mails.push({ to: to?.text ?? '', text: mail.text ?? '' });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const smtpPort = (smtp.server.address() as AddressInfo).port;
  const clock = { ahead: 0 };
  const options = {
    host: '127.0.0.1',
    port: 0,
    dataDir,
    userPoolId: POOL_ID,
    patientsClientId: CLIENT_ID,
    clinicClientId: CLINIC_CLIENT_ID,
    ...ACCESS_KEY,
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    mailFrom: 'no-reply@healthbooker.example',
    clock: () => Date.now() + clock.ahead,
  };
  const cognito = await startCognito(options);
  const url = `http://127.0.0.1:${cognito.port}/cognito/`;
  return {
    url,
    dataDir,
    clock,
    mails,
    options,
    jwksUrl: `http://127.0.0.1:${cognito.port}/${POOL_ID}/.well-known/jwks.json`,
    /** The last six-digit code mailed to an address. */
    lastCode(to: string): string {
      const mail = mails.findLast((candidate) => candidate.to === to);
      const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0];
      if (code === undefined) throw new Error(`No code was mailed to ${to}.`);
      return code;
    },
    /** Amazon's own client, with the stack's access key or another. */
    sdk(credentials = ACCESS_KEY): CognitoIdentityProviderClient {
      return new CognitoIdentityProviderClient({ endpoint: url, region: 'eu-west-2', credentials });
    },
    async close(): Promise<void> {
      await cognito.close();
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
      rmSync(dataDir, { recursive: true });
    },
  };
}
