import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { accessToken } from '@healthbooker/local/test/tokens';
import { ServiceError } from './errors.ts';
import { clientOf, startServer } from './grpc.test-parts.ts';
import { channelCredentials } from './grpc-credentials.ts';
import { newTrace } from './trace.ts';

const dir = mkdtempSync(join(tmpdir(), 'tls-'));
after(() => rmSync(dir, { recursive: true }));

const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' });

/** An authority and a certificate for this machine that it signed. */
function makeCertificates(name: string) {
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    `${name}-ca.key`,
    '-out',
    `${name}-ca.crt`,
    '-subj',
    `/CN=${name}`,
    '-days',
    '1',
  );
  openssl('req', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', '/CN=service');
  writeFileSync(join(dir, 'san'), 'subjectAltName=IP:127.0.0.1,DNS:localhost');
  openssl(
    'x509',
    '-req',
    '-in',
    `${name}.csr`,
    '-CA',
    `${name}-ca.crt`,
    '-CAkey',
    `${name}-ca.key`,
    '-out',
    `${name}.crt`,
    '-days',
    '1',
    '-extfile',
    'san',
  );
  return {
    GRPC_TLS_CERT_FILE: join(dir, `${name}.crt`),
    GRPC_TLS_KEY_FILE: join(dir, `${name}.key`),
    GRPC_TLS_CA_FILE: join(dir, `${name}-ca.crt`),
  };
}

test('with certificate files both sides prove who they are, and nobody else gets in', async () => {
  const ours = makeCertificates('ours');
  const theirs = makeCertificates('theirs');
  const server = await startServer(async () => ({ ics: 'secret' }), { tls: ours });
  const token = await accessToken({ sub: 'p1', groups: ['Patients'] });
  const call = async (tls: typeof ours | undefined) => {
    const client = clientOf([server.port], { address: `127.0.0.1:${server.port}`, ...(tls && { tls }) });
    try {
      return await client.call('GetCalendar', {}, { token, deadline: Date.now() + 2000, trace: newTrace() });
    } finally {
      client.close();
    }
  };
  assert.deepEqual(await call(ours), { ics: 'secret' });
  const refused = (err: unknown) => err instanceof ServiceError && err.kind === 'unavailable';
  await assert.rejects(call(undefined), refused);
  await assert.rejects(call(theirs), refused);
  await assert.rejects(call({ ...theirs, GRPC_TLS_CA_FILE: ours.GRPC_TLS_CA_FILE }), refused);
  await server.close();
});

test('certificates that were replaced are used from then on, without a restart', async () => {
  const [first, second] = [makeCertificates('first'), makeCertificates('second')];
  const current = makeCertificates('current');
  const replaceBy = (source: typeof current) => {
    for (const [name, file] of Object.entries(current)) copyFileSync(Object(source)[name], file);
  };
  replaceBy(first);
  const server = await startServer(async () => ({ ics: 'secret' }), { tls: { ...current, rereadMs: 100 } });
  const token = await accessToken({ sub: 'p1', groups: ['Patients'] });
  const call = async (client: ReturnType<typeof clientOf>) =>
    client.call('GetCalendar', {}, { token, deadline: Date.now() + 2000, trace: newTrace() });
  const callWith = async (tls: typeof current) => {
    const client = clientOf([server.port], { address: `127.0.0.1:${server.port}`, tls });
    return call(client).finally(client.close);
  };
  const address = `127.0.0.1:${server.port}`;
  const lasting = clientOf([server.port], { address, tls: { ...current, rereadMs: 100 } });
  assert.deepEqual(await call(lasting), { ics: 'secret' });
  await assert.rejects(callWith(second));

  replaceBy(second);
  const end = performance.now() + 5000;
  let answered = await callWith(second).catch(() => undefined);
  while (answered === undefined && performance.now() < end) {
    await sleep(100);
    answered = await callWith(second).catch(() => undefined);
  }
  assert.deepEqual(answered, { ics: 'secret' });
  await assert.rejects(callWith(first));
  assert.deepEqual(await call(lasting), { ics: 'secret' });
  lasting.close();
  await server.close();
});

test('half a set of certificate files is a mistake', () => {
  assert.throws(() => channelCredentials({ GRPC_TLS_CERT_FILE: 'x' }), /together or not at all/);
});
