import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apply, run } from './programs.ts';

/**
 * Makes an authority and a certificate for each service, as cert-manager does where it is installed, and stores them
 * as the Secrets that charts name. The authority's key is forgotten.
 */
export async function makeCertificates(namespace: string, services: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'certificates-'));
  const file = (name: string) => join(folder, name);
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  try {
    const authority = [
      '-keyout',
      file('ca.key'),
      '-out',
      file('ca.crt'),
      '-subj',
      '/CN=healthbooker-internal',
    ];
    await run('openssl', ['req', '-x509', ...key, ...authority, '-days', '7']);
    for (const service of services) {
      const name = `${service}.${namespace}.svc.cluster.local`;
      const request = ['-keyout', file('tls.key'), '-out', file('csr'), '-subj', `/CN=${service}`];
      await run('openssl', ['req', ...key, ...request]);
      await writeFile(file('ext'), `subjectAltName=DNS:${name}\nextendedKeyUsage=serverAuth,clientAuth\n`);
      const signed = ['-CA', file('ca.crt'), '-CAkey', file('ca.key'), '-CAcreateserial'];
      await run('openssl', [
        ...['x509', '-req', '-in', file('csr'), ...signed, '-days', '7'],
        ...['-extfile', file('ext'), '-out', file('tls.crt')],
      ]);
      const base64 = async (from: string) => (await readFile(file(from))).toString('base64');
      await apply(
        JSON.stringify({
          apiVersion: 'v1',
          kind: 'Secret',
          type: 'kubernetes.io/tls',
          metadata: { name: `${service}-grpc-tls`, namespace },
          data: {
            'ca.crt': await base64('ca.crt'),
            'tls.crt': await base64('tls.crt'),
            'tls.key': await base64('tls.key'),
          },
        }),
      );
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}
