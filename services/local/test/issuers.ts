import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { PoolIds } from '../identity.ts';
import { loopback } from '../ports.ts';
import { createSigningKey } from '../signing-key.ts';
import { region } from '../stores.ts';

/** A user pool and a workload issuer of the test run: their keys, and the addresses that publish them. */
export type TestIssuers = { env: Record<string, string>; close(): Promise<void> };

export const testPool: PoolIds = {
  userPoolId: `${region}_HealthTest`,
  patientsClientId: 'healthbookertestpatients',
  clinicClientId: 'healthbookertestclinic',
};

/**
 * Serves the public keys that tests' tokens are verified with. The user pool's own keys, found at `poolKeysUrl`,
 * stand beside the tests' key, so that people who really sign in are known as well.
 */
export async function startTestIssuers(dataDir: string, poolKeysUrl: string): Promise<TestIssuers> {
  const pool = createSigningKey('test-pool');
  const workload = createSigningKey('test-workload');
  const keysFile = join(dataDir, 'test-keys.json');
  writeFileSync(keysFile, JSON.stringify({ pool: pool.privateJwk, workload: workload.privateJwk }), {
    mode: 0o600,
  });

  async function keySet(path: string | undefined): Promise<{ keys: unknown[] }> {
    if (path === '/workload') return { keys: [workload.publicJwk] };
    const { keys } = (await (await fetch(poolKeysUrl)).json()) as { keys: unknown[] };
    return { keys: [pool.publicJwk, ...keys] };
  }

  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    keySet(request.url).then(
      (set) => response.end(JSON.stringify(set)),
      (error: unknown) => response.writeHead(503).end(JSON.stringify(String(error))),
    );
  }).listen(0, loopback);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The key server has no port');
  const url = `http://${loopback}:${address.port}`;
  return {
    env: {
      HB_TEST_KEYS_FILE: keysFile,
      HB_TEST_AWS_REGION: region,
      HB_TEST_COGNITO_USER_POOL_ID: testPool.userPoolId,
      HB_TEST_COGNITO_PATIENTS_CLIENT_ID: testPool.patientsClientId,
      HB_TEST_COGNITO_CLINIC_CLIENT_ID: testPool.clinicClientId,
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
