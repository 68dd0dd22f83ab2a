import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { z } from 'zod';
import { cognitoEnv, grpcEnv, postgresEnv, readConfig, serverEnv, workloadEnv } from './config.ts';

const dir = mkdtempSync(join(tmpdir(), 'config-'));
after(() => rmSync(dir, { recursive: true }));
const schema = z.object({ ...serverEnv, ...grpcEnv, ...cognitoEnv, ...workloadEnv, ...postgresEnv });
const complete = {
  COGNITO_USER_POOL_ID: 'eu-central-1_Abc',
  COGNITO_PATIENTS_CLIENT_ID: 'patients',
  COGNITO_CLINIC_CLIENT_ID: 'clinic',
  DATABASE_URL: 'postgres://scheduler@db:5432/scheduler',
};

test('variables become typed values and unset ones their defaults', () => {
  const config = readConfig(schema, {
    ...complete,
    GRPC_PORT: '50051',
    METRICS_PORT: '',
    LOG_LEVEL: 'debug',
  });
  assert.equal(config.GRPC_PORT, 50051);
  assert.equal(config.METRICS_PORT, 0);
  assert.equal(config.HOST, '0.0.0.0');
  assert.equal(config.LOG_LEVEL, 'debug');
  assert.equal(config.COGNITO_CLINIC_CLIENT_ID, 'clinic');
  assert.equal(config.WORKLOAD_NAMESPACE, 'healthbooker');
});

test('every problem is named in one error, and no value is printed', () => {
  const env = {
    GRPC_PORT: 'hunter2',
    DATABASE_URL: 'hunter2://x',
    LOG_LEVEL: 'hunter2',
  };
  assert.throws(
    () => readConfig(schema, env),
    (err: Error) => {
      for (const name of [
        'GRPC_PORT',
        'COGNITO_USER_POOL_ID: is not set',
        'COGNITO_PATIENTS_CLIENT_ID: is not set',
        'COGNITO_CLINIC_CLIENT_ID: is not set',
        'DATABASE_URL',
        'LOG_LEVEL',
      ]) {
        assert.ok(err.message.includes(name), `${name} in ${err.message}`);
      }
      assert.ok(!err.message.includes('hunter2'));
      return true;
    },
  );
});

test('a file supplies a value, without its final line break; a variable beats it', () => {
  const file = join(dir, 'password');
  writeFileSync(file, 's3cret\n');
  const env = { ...complete, DATABASE_PASSWORD_FILE: file };
  assert.equal(readConfig(schema, env).DATABASE_PASSWORD, 's3cret');
  assert.equal(readConfig(schema, { ...env, DATABASE_PASSWORD: 'direct' }).DATABASE_PASSWORD, 'direct');
});

test('a file that cannot be read is named by its variable', () => {
  const env = { ...complete, DATABASE_PASSWORD_FILE: join(dir, 'missing') };
  assert.throws(() => readConfig(schema, env), /DATABASE_PASSWORD_FILE: the file cannot be read \(ENOENT\)/);
});

test('a redirected key list is refused in production', () => {
  const env = { ...complete, COGNITO_JWKS_URL: 'http://127.0.0.1:1/keys' };
  assert.equal(readConfig(schema, env).COGNITO_JWKS_URL, 'http://127.0.0.1:1/keys');
  assert.throws(() => readConfig(schema, { ...env, NODE_ENV: 'production' }), /COGNITO_JWKS_URL: is refused/);
});
