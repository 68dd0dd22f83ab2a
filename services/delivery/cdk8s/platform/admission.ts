import type { Manifest } from '../../manifest.ts';
import { ownNamespaces } from './namespaces.ts';

type Rule = { expression: string; message: string };
type Policy = { name: string; rules: Rule[] };

/** Containers of every kind in one list; `limited` leaves out ephemeral ones, which cannot have resources. */
const variables = [
  {
    name: 'limited',
    expression:
      'object.spec.containers + (has(object.spec.initContainers) ? object.spec.initContainers : [])',
  },
  {
    name: 'debug',
    expression: 'has(object.spec.ephemeralContainers) ? object.spec.ephemeralContainers : []',
  },
];

const byDigest = "c.image.matches('^[^@]+@sha256:[0-9a-f]{64}$')";
const unprivileged =
  '!has(c.securityContext) || !has(c.securityContext.privileged) || !c.securityContext.privileged';
const notEscalating =
  'has(c.securityContext) && has(c.securityContext.allowPrivilegeEscalation) && ' +
  '!c.securityContext.allowPrivilegeEscalation';
const resources = (kind: 'limits' | 'requests') =>
  `has(c.resources) && has(c.resources.${kind}) && 'cpu' in c.resources.${kind} && 'memory' in c.resources.${kind}`;
const everywhere = (test: string) => `variables.limited.all(c, ${test}) && variables.debug.all(c, ${test})`;
const off = (field: string) => `!has(object.spec.${field}) || !object.spec.${field}`;

const policies: Policy[] = [
  {
    name: 'healthbooker-images-by-digest',
    rules: [
      {
        expression: everywhere(byDigest),
        message:
          'Every image must be named by digest (name@sha256:…): a tag may mean something else tomorrow.',
      },
    ],
  },
  {
    name: 'healthbooker-no-privilege',
    rules: [
      { expression: everywhere(unprivileged), message: 'No container may be privileged.' },
      {
        expression: everywhere(notEscalating),
        message: 'allowPrivilegeEscalation must be false in every container.',
      },
      {
        expression: ['hostNetwork', 'hostPID', 'hostIPC'].map((field) => `(${off(field)})`).join(' && '),
        message: 'A pod may not use the network, processes or memory of its node.',
      },
      {
        expression: '!has(object.spec.volumes) || object.spec.volumes.all(v, !has(v.hostPath))',
        message: 'A pod may not mount files of its node.',
      },
    ],
  },
  {
    name: 'healthbooker-limits',
    rules: [
      {
        expression: `variables.limited.all(c, ${resources('limits')})`,
        message: 'Every container needs limits for CPU and memory.',
      },
      {
        expression: `variables.limited.all(c, ${resources('requests')})`,
        message: 'Every container needs requests for CPU and memory.',
      },
    ],
  },
];

/** Policies that the API server itself enforces on every pod of ours, whoever creates it. */
export function admissionPolicies(): Manifest[] {
  return policies.flatMap(({ name, rules }) => [
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name },
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: {
          resourceRules: [
            {
              apiGroups: [''],
              apiVersions: ['v1'],
              operations: ['CREATE', 'UPDATE'],
              resources: ['pods', 'pods/ephemeralcontainers'],
            },
          ],
        },
        variables,
        validations: rules.map((rule) => ({ ...rule, reason: 'Forbidden' })),
      },
    },
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name },
      spec: {
        policyName: name,
        validationActions: ['Deny', 'Audit'],
        matchResources: {
          namespaceSelector: {
            matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ownNamespaces }],
          },
        },
      },
    },
  ]);
}
