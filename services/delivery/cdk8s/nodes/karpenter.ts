import type { AwsParts } from '../../environments.ts';
import type { Manifest } from '../../manifest.ts';

/**
 * Nodes for whatever the fixed node groups of eksctl/ have no room for, in both zones. Prices first, but never more
 * than a tenth of the nodes at once, and none while clinics are open.
 */
export function nodes(environment: string, { zones, nodes: size }: AwsParts): Manifest[] {
  const cluster = `healthbooker-${environment}`;
  return [
    {
      apiVersion: 'karpenter.k8s.aws/v1',
      kind: 'EC2NodeClass',
      metadata: { name: 'healthbooker' },
      spec: {
        role: `healthbooker-${environment}-node`,
        amiSelectorTerms: [{ alias: 'bottlerocket@latest' }],
        subnetSelectorTerms: [{ tags: { 'healthbooker/cluster': cluster, 'healthbooker/tier': 'private' } }],
        securityGroupSelectorTerms: [{ tags: { [`kubernetes.io/cluster/${cluster}`]: 'owned' } }],
        associatePublicIPAddress: false,
        metadataOptions: { httpEndpoint: 'enabled', httpTokens: 'required', httpPutResponseHopLimit: 1 },
        blockDeviceMappings: [
          { deviceName: '/dev/xvda', ebs: { volumeSize: '4Gi', volumeType: 'gp3', encrypted: true } },
          { deviceName: '/dev/xvdb', ebs: { volumeSize: '40Gi', volumeType: 'gp3', encrypted: true } },
        ],
        tags: { application: 'healthbooker', environment },
      },
    },
    {
      apiVersion: 'karpenter.sh/v1',
      kind: 'NodePool',
      metadata: { name: 'healthbooker' },
      spec: {
        template: {
          spec: {
            nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: 'healthbooker' },
            requirements: [
              { key: 'kubernetes.io/arch', operator: 'In', values: ['amd64'] },
              { key: 'kubernetes.io/os', operator: 'In', values: ['linux'] },
              { key: 'topology.kubernetes.io/zone', operator: 'In', values: zones },
              { key: 'karpenter.sh/capacity-type', operator: 'In', values: size.capacityTypes },
              { key: 'karpenter.k8s.aws/instance-category', operator: 'In', values: ['c', 'm'] },
              { key: 'karpenter.k8s.aws/instance-generation', operator: 'Gt', values: ['5'] },
              { key: 'karpenter.k8s.aws/instance-cpu', operator: 'In', values: ['2', '4', '8'] },
            ],
            // Patched images come in by replacing nodes.
            expireAfter: '336h',
            terminationGracePeriod: '10m',
          },
        },
        limits: { cpu: size.cpuLimit, memory: size.memoryLimit },
        disruption: {
          consolidationPolicy: 'WhenEmptyOrUnderutilized',
          consolidateAfter: '5m',
          budgets: [
            { nodes: '10%' },
            {
              nodes: '0',
              schedule: '0 6 * * mon-fri',
              duration: '12h',
              reasons: ['Underutilized', 'Drifted'],
            },
          ],
        },
      },
    },
  ];
}
