import 'reflect-metadata';
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { accessToken } from '@healthbooker/local/test/tokens';
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { ServiceError } from './errors.ts';
import { clientOf, startServer } from './grpc.test-parts.ts';
import { channelCredentials } from './grpc-credentials.ts';
import { newTrace } from './trace.ts';

const dir = mkdtempSync(join(tmpdir(), 'tls-'));
after(() => rmSync(dir, { recursive: true }));

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** An authority and a certificate for this machine that it signed. */
async function makeCertificates(name: string) {
  const [authorityKeys, keys] = await Promise.all([newKeys(), newKeys()]);
  const validity = { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + 3_600_000) };
  const authority = await X509CertificateGenerator.createSelfSigned({
    ...validity,
    name: `CN=${name}`,
    keys: authorityKeys,
    signingAlgorithm: ecdsa,
    extensions: [new BasicConstraintsExtension(true, undefined, true)],
  });
  const certificate = await X509CertificateGenerator.create({
    ...validity,
    subject: 'CN=service',
    issuer: authority.subject,
    publicKey: keys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: ecdsa,
    extensions: [
      new SubjectAlternativeNameExtension([
        { type: 'ip', value: '127.0.0.1' },
        { type: 'dns', value: 'localhost' },
      ]),
    ],
  });
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    GRPC_TLS_CERT_FILE: written(`${name}.crt`, certificate.toString('pem')),
    GRPC_TLS_KEY_FILE: written(`${name}.key`, PemConverter.encode(key, 'PRIVATE KEY')),
    GRPC_TLS_CA_FILE: written(`${name}-ca.crt`, authority.toString('pem')),
  };
}

function newKeys() {
  return webcrypto.subtle.generateKey(ecdsa, true, ['sign', 'verify']);
}

function written(name: string, text: string): string {
  const file = join(dir, name);
  writeFileSync(file, text);
  return file;
}

test('with certificate files both sides prove who they are, and nobody else gets in', async () => {
  const ours = await makeCertificates('ours');
  const theirs = await makeCertificates('theirs');
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
  const [first, second] = [await makeCertificates('first'), await makeCertificates('second')];
  const current = await makeCertificates('current');
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
  // The server reads its files a moment after it starts; a connection before that is refused.
  const answerOf = async (asked: () => ReturnType<typeof call>) => {
    const end = performance.now() + 5000;
    for (;;) {
      try {
        return await asked();
      } catch (error) {
        if (performance.now() > end) throw error;
        await sleep(100);
      }
    }
  };
  assert.deepEqual(await answerOf(() => call(lasting)), { ics: 'secret' });
  await assert.rejects(callWith(second));

  replaceBy(second);
  assert.deepEqual(await answerOf(() => callWith(second)), { ics: 'secret' });
  await assert.rejects(callWith(first));
  assert.deepEqual(await call(lasting), { ics: 'secret' });
  lasting.close();
  await server.close();
});

test('half a set of certificate files is a mistake', () => {
  assert.throws(() => channelCredentials({ GRPC_TLS_CERT_FILE: 'x' }), /together or not at all/);
});
