import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

/** A Kubernetes object as it will be written; `name` is final, nothing is appended. */
export type Manifest = {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  [field: string]: unknown;
};

/** Label on everything that this folder makes, so that it can be told from what charts and third parties make. */
export const ownedBy = { 'app.kubernetes.io/managed-by': 'healthbooker-cdk8s' };

/** Adds objects to a chart, in this order. */
export function add(scope: Construct, manifests: readonly Manifest[]): void {
  for (const manifest of manifests) {
    const { name, namespace = 'cluster', labels, ...rest } = manifest.metadata;
    new ApiObject(scope, `${manifest.kind}.${namespace}.${name}`, {
      ...manifest,
      metadata: {
        name,
        ...(manifest.metadata.namespace !== undefined && { namespace }),
        ...('annotations' in rest && { annotations: rest.annotations ?? {} }),
        labels: { ...ownedBy, ...labels },
      },
    });
  }
}
