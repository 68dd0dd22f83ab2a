import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityEnv } from '@healthbooker/local/test/tokens';
import { z } from 'zod';
import { cognitoEnv, readConfig, serverEnv } from './config.ts';
import { createHealth } from './health.ts';
import { createVerifier } from './identity.ts';
import { waitForKeys } from './keys-gate.ts';
import { createLogger } from './log.ts';

const config = readConfig(z.object({ ...serverEnv, ...cognitoEnv }), identityEnv());

/** A process that waits for keys at an address that refuses everybody until it is opened. */
async function start(t: TestContext, longestMs?: number) {
  const asked = Promise.withResolvers<void>();
  let answers = false;
  const server = createServer(async (_request, response) => {
    asked.resolve();
    if (!answers) response.destroy();
    else response.end(await (await fetch(config.COGNITO_JWKS_URL ?? '')).text());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const health = createHealth();
  health.started();
  const verifier = createVerifier({ ...config, COGNITO_JWKS_URL: `http://127.0.0.1:${port}/` });
  const options = { verifier, health, log: createLogger('test', 'silent') };
  const waiting = waitForKeys({ ...options, ...(longestMs !== undefined && { longestMs }) });
  t.after(async () => {
    await waiting.close();
    server.closeAllConnections();
    server.close();
  });
  await asked.promise;
  return {
    health,
    answer() {
      answers = true;
    },
  };
}

const untilReady = async (isReady: () => boolean) => {
  while (!isReady()) await sleep(10);
};

test('a process is ready once it has the keys by which it recognises callers', async (t) => {
  const { health, answer } = await start(t);
  assert.deepEqual(health.reasons(), ['keys: callers cannot be recognised yet']);
  answer();
  await untilReady(health.isReady);
});

test('an issuer that stays out of reach does not keep a process from being ready for good', async (t) => {
  const { health } = await start(t, 0);
  await untilReady(health.isReady);
});
