import type { CatalogueService } from '../../catalogue.ts';
import type { AwsParts } from '../../environments.ts';
import type { Manifest } from '../../manifest.ts';
import { appNamespace } from '../platform/namespaces.ts';

const store = 'healthbooker';

type Wanted = { name: string; key: string; from: string };

/** Secrets that charts refer to, each with one key, and the entry of Secrets Manager that it comes from. */
export function wantedSecrets(environment: string, services: readonly CatalogueService[]): Wanted[] {
  const databases = services
    .filter(({ pools }) => pools.postgres !== undefined)
    // The service's own role, and the one that owns the tables: its migrations alone are given that.
    .flatMap(({ name }) =>
      ['database', 'database-owner'].map((secret) => ({
        name: `${name}-${secret}`,
        key: 'password',
        from: `healthbooker/${environment}/${name}/${secret}`,
      })),
    );
  return [
    ...databases,
    { name: 'smtp', key: 'url', from: `healthbooker/${environment}/smtp` },
    { name: 'allocation', key: 'key', from: `healthbooker/${environment}/allocation` },
  ];
}

/** Secrets Manager as External Secrets reads it, with the permissions of its own service account. */
export function secrets(
  environment: string,
  services: readonly CatalogueService[],
  { region }: AwsParts,
): Manifest[] {
  return [
    {
      apiVersion: 'external-secrets.io/v1',
      kind: 'SecretStore',
      metadata: { name: store, namespace: appNamespace },
      spec: { provider: { aws: { service: 'SecretsManager', region } } },
    },
    ...wantedSecrets(environment, services).map(({ name, key, from }) => ({
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name, namespace: appNamespace, annotations: { 'argocd.argoproj.io/sync-wave': '1' } },
      spec: {
        refreshInterval: '5m',
        secretStoreRef: { name: store, kind: 'SecretStore' },
        target: { name, creationPolicy: 'Owner', deletionPolicy: 'Retain' },
        data: [{ secretKey: key, remoteRef: { key: from } }],
      },
    })),
  ];
}
