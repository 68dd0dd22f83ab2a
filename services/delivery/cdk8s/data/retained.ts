import type { Manifest } from '../../manifest.ts';
import { dataNamespace } from '../platform/namespaces.ts';

/**
 * An AWS resource that outlives its Kubernetes object: deleting the object leaves it, creating the object again (in a
 * second cluster, say) adopts it, and Argo CD asks a person before it prunes or deletes.
 * @param found how ACK finds an existing one whose identifier does not follow from its spec
 */
export function retained(
  kind: { apiVersion: string; kind: string },
  name: string,
  spec: Record<string, unknown>,
  { found, wave = 0 }: { found?: Record<string, string>; wave?: number } = {},
): Manifest {
  return {
    ...kind,
    metadata: {
      name,
      namespace: dataNamespace,
      annotations: {
        'services.k8s.aws/adoption-policy': 'adopt-or-create',
        'services.k8s.aws/deletion-policy': 'retain',
        'argocd.argoproj.io/sync-options': 'Prune=confirm,Delete=confirm',
        'argocd.argoproj.io/sync-wave': String(wave),
        ...(found !== undefined && { 'services.k8s.aws/adoption-fields': JSON.stringify(found) }),
      },
    },
    spec,
  };
}

/** Tags as most AWS services take them. */
export function tags(environment: string): { key: string; value: string }[] {
  return [
    { key: 'application', value: 'healthbooker' },
    { key: 'environment', value: environment },
  ];
}
