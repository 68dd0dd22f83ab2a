import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apply, kubectl, run } from './programs.ts';

/** The Secret with the authority's key, where services cannot read it, as with cert-manager. */
const authority = { name: 'internal-authority', namespace: 'healthbooker-data' };
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/**
 * Signs a certificate for each service and stores it in the Secret that charts name, as cert-manager does where it is
 * installed. The first time it makes the authority too; later runs renew what services have.
 */
export async function makeCertificates(namespace: string, services: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'certificates-'));
  const file = (name: string) => join(folder, name);
  try {
    await bringAuthority(file);
    for (const service of services) {
      await sign(file, namespace, service);
      await secret(file, { name: `${service}-grpc-tls`, namespace }, ['ca.crt', 'tls.crt', 'tls.key']);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

type InFolder = (name: string) => string;

/** Puts the authority's certificate and key, `ca.crt` and `ca.key`, into the folder. */
async function bringAuthority(file: InFolder): Promise<void> {
  const { name, namespace } = authority;
  const text = await kubectl('-n', namespace, 'get', 'secret', name, '--ignore-not-found', '-o', 'json');
  if (text !== '') {
    const { data } = JSON.parse(text) as { data: Record<string, string> };
    for (const each of ['ca.crt', 'ca.key'])
      await writeFile(file(each), Buffer.from(data[each] ?? '', 'base64'));
    return;
  }
  const out = ['-keyout', file('ca.key'), '-out', file('ca.crt')];
  await run('openssl', [
    'req',
    '-x509',
    ...newKey,
    ...out,
    '-subj',
    '/CN=healthbooker-internal',
    '-days',
    '7',
  ]);
  await secret(file, authority, ['ca.crt', 'ca.key']);
}

async function sign(file: InFolder, namespace: string, service: string): Promise<void> {
  const request = ['-keyout', file('tls.key'), '-out', file('csr'), '-subj', `/CN=${service}`];
  await run('openssl', ['req', ...newKey, ...request]);
  const name = `${service}.${namespace}.svc.cluster.local`;
  await writeFile(file('ext'), `subjectAltName=DNS:${name}\nextendedKeyUsage=serverAuth,clientAuth\n`);
  const signed = ['-CA', file('ca.crt'), '-CAkey', file('ca.key'), '-CAcreateserial'];
  await run('openssl', [
    'x509',
    '-req',
    '-in',
    file('csr'),
    ...signed,
    '-days',
    '7',
    '-extfile',
    file('ext'),
    '-out',
    file('tls.crt'),
  ]);
}

async function secret(
  file: InFolder,
  metadata: { name: string; namespace: string },
  files: readonly string[],
): Promise<void> {
  const entries = files.map(async (name) => [name, (await readFile(file(name))).toString('base64')]);
  const data = Object.fromEntries(await Promise.all(entries));
  const type = 'tls.crt' in data ? 'kubernetes.io/tls' : 'Opaque';
  await apply(JSON.stringify({ apiVersion: 'v1', kind: 'Secret', type, metadata, data }));
}
