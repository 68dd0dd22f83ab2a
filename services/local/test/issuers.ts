import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { loopback } from '../ports.ts';
import { createSigningKey } from '../signing-key.ts';
import { region } from '../stores.ts';

/** A user pool and a workload issuer of the test run: their keys, and the addresses that publish them. */
export type TestIssuers = { env: Record<string, string>; close(): Promise<void> };

const userPoolId = `${region}_HealthTest`;
const clientId = 'healthbookertestclient';

/**
 * Serves the public keys that tests' tokens are verified with.
 */
export async function startTestIssuers(dataDir: string): Promise<TestIssuers> {
  const pool = createSigningKey('test-pool');
  const workload = createSigningKey('test-workload');
  const keysFile = join(dataDir, 'test-keys.json');
  writeFileSync(keysFile, JSON.stringify({ pool: pool.privateJwk, workload: workload.privateJwk }), {
    mode: 0o600,
  });

  const server = createServer((request, response) => {
    const keys =
      request.url === '/pool' ? [pool.publicJwk] : request.url === '/workload' ? [workload.publicJwk] : [];
    response.writeHead(keys.length > 0 ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys }));
  }).listen(0, loopback);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The key server has no port');
  const url = `http://${loopback}:${address.port}`;
  return {
    env: {
      HB_TEST_KEYS_FILE: keysFile,
      HB_TEST_AWS_REGION: region,
      HB_TEST_COGNITO_USER_POOL_ID: userPoolId,
      HB_TEST_COGNITO_CLIENT_ID: clientId,
      HB_TEST_COGNITO_JWKS_URL: `${url}/pool`,
      HB_TEST_WORKLOAD_ISSUER: 'https://issuer.test.healthbooker.example',
      HB_TEST_WORKLOAD_JWKS_URL: `${url}/workload`,
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
