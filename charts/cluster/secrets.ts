import { randomBytes } from 'node:crypto';
import { readCatalogue } from '@healthbooker/delivery/catalogue';
import { makeCertificates } from './certificates.ts';
import { apply, kubectl } from './programs.ts';

export const appNamespace = 'healthbooker';
export const dataNamespace = 'healthbooker-data';

/** The selector of the pods that a service runs in: not those of its migrations, nor of its test. */
export const ofService = (service: string) =>
  `app.kubernetes.io/component=service,app.kubernetes.io/name=${service}`;

const databases = readCatalogue()
  .filter(({ pools }) => pools.postgres !== undefined)
  .map(({ name }) => name);

/** The role that a service's migrations connect with; the service has one of its own name. */
const ownerOf = (service: string) => `${service}_owner`;

/** Makes every Secret that charts name, with random passwords, unless an earlier run made them. */
export async function ensureSecrets(): Promise<void> {
  const there = await kubectl(
    '-n',
    dataNamespace,
    'get',
    'secret',
    'stack',
    '--ignore-not-found',
    '-o',
    'name',
  );
  if (there !== '') return;
  const roles = ['postgres', 'replication', ...databases, ...databases.map(ownerOf)];
  const passwords = Object.fromEntries(roles.map((role) => [role, randomBytes(24).toString('hex')]));
  const passwordOf = (role: string) => passwords[role] ?? '';
  await secret(dataNamespace, 'postgres-passwords', passwords);
  for (const name of databases) {
    await secret(appNamespace, `${name}-database`, { password: passwordOf(name) });
    await secret(appNamespace, `${name}-database-owner`, { password: passwordOf(ownerOf(name)) });
  }
  await secret(appNamespace, 'allocation', { key: randomBytes(24).toString('hex') });
  await secret(appNamespace, 'smtp', { url: `smtp://inbox.${dataNamespace}.svc.cluster.local:2525` });
  await makeCertificates(
    appNamespace,
    readCatalogue().map(({ name }) => name),
  );
  const owners = Object.fromEntries(
    databases.map((name) => {
      const role = ownerOf(name);
      const server = `postgres.${dataNamespace}.svc.cluster.local:5432`;
      return [name, `postgres://${role}:${passwordOf(role)}@${server}/${name}`];
    }),
  );
  const dynamodb = `http://dynamodb.${dataNamespace}.svc.cluster.local:8000`;
  const stack = { stores: { owners, dynamodb, table: 'PBHMS_Core' } };
  await secret(dataNamespace, 'stack', { 'stack.json': JSON.stringify(stack) });
}

/** The addresses of the stores for `verify` and the seed: they connect as the owner of the tables. */
export async function readStack(): Promise<{
  stores: { owners: Record<string, string>; dynamodb: string; table: string };
}> {
  const text = await kubectl(
    '-n',
    dataNamespace,
    'get',
    'secret',
    'stack',
    '-o',
    'jsonpath={.data.stack\\.json}',
  );
  return JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
}

/** Makes `verify` and the seed use another PostgreSQL and another table. */
export async function pointStackAt(host: string, table: string): Promise<void> {
  const { stores } = await readStack();
  const moved = Object.entries(stores.owners).map(([name, text]) => {
    const url = new URL(text);
    url.hostname = host;
    return [name, url.href];
  });
  const stack = { stores: { ...stores, owners: Object.fromEntries(moved), table } };
  await secret(dataNamespace, 'stack', { 'stack.json': JSON.stringify(stack) });
}

function secret(namespace: string, name: string, stringData: Record<string, string>): Promise<string> {
  const data = Object.fromEntries(
    Object.entries(stringData).map(([key, value]) => [key, Buffer.from(value).toString('base64')]),
  );
  return apply(
    JSON.stringify({ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, type: 'Opaque', data }),
  );
}
