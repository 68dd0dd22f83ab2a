import type { Manifest } from '../../manifest.ts';

/** The authority that signs the certificates of gRPC servers; its own key is made in the cluster and never leaves it. */
export function internalAuthority(): Manifest[] {
  const authority = 'healthbooker-internal';
  return [
    {
      apiVersion: 'cert-manager.io/v1',
      kind: 'ClusterIssuer',
      metadata: { name: 'self-signed' },
      spec: { selfSigned: {} },
    },
    {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: authority, namespace: 'cert-manager' },
      spec: {
        isCA: true,
        commonName: authority,
        secretName: authority,
        duration: '43800h',
        renewBefore: '8760h',
        privateKey: { algorithm: 'ECDSA', size: 256 },
        issuerRef: { kind: 'ClusterIssuer', name: 'self-signed' },
      },
    },
    {
      apiVersion: 'cert-manager.io/v1',
      kind: 'ClusterIssuer',
      metadata: { name: authority },
      spec: { ca: { secretName: authority } },
    },
  ];
}
