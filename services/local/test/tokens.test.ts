import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { createVerifier } from '@healthbooker/runtime/identity';
import {
  accessToken,
  expiredToken,
  forgedToken,
  identityEnv,
  idToken,
  otherClientToken,
  otherPoolToken,
  publicKeyHmacToken,
  unsignedToken,
  workloadToken,
} from './tokens.ts';

const env = identityEnv();
const verifier = createVerifier(
  {
    NODE_ENV: 'test',
    COGNITO_USER_POOL_ID: env['COGNITO_USER_POOL_ID'] ?? '',
    COGNITO_PATIENTS_CLIENT_ID: env['COGNITO_PATIENTS_CLIENT_ID'] ?? '',
    COGNITO_CLINIC_CLIENT_ID: env['COGNITO_CLINIC_CLIENT_ID'] ?? '',
    COGNITO_JWKS_URL: env['COGNITO_JWKS_URL'],
    WORKLOAD_ISSUER: env['WORKLOAD_ISSUER'],
    WORKLOAD_JWKS_URL: env['WORKLOAD_JWKS_URL'],
    WORKLOAD_NAMESPACE: 'healthbooker',
  },
  { callee: 'scheduler', callers: ['appointment'] },
);
const person = { sub: randomUUID(), groups: ['Patients'] };

test('the verifier that services use takes a proper access token and a proper workload token', async () => {
  assert.deepEqual(await verifier.verify(await accessToken(person)), {
    kind: 'person',
    personId: person.sub,
    capacity: 'patient',
    groups: ['Patients'],
  });
  assert.deepEqual(await verifier.verify(await workloadToken('appointment', 'scheduler')), {
    kind: 'workload',
    service: 'appointment',
  });
});

for (const [what, token] of Object.entries({
  expired: expiredToken,
  forged: forgedToken,
  unsigned: unsignedToken,
  'signed with the public key': publicKeyHmacToken,
  'of another pool': otherPoolToken,
  'of another client': otherClientToken,
  'an id token': idToken,
  'for another callee': () => workloadToken('appointment', 'ehr'),
  'from a service that may not call': () => workloadToken('patient-edge', 'scheduler'),
})) {
  test(`it refuses a token that is ${what}`, async () => {
    await assert.rejects(verifier.verify(await token(person)), { kind: 'unauthenticated' });
  });
}
