/** The policies' own expressions, evaluated on pods: those that charts make pass, and what must not run is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate } from '@marcbachmann/cel-js';
import { manifestFiles, readManifests } from '../../check/manifests.ts';
import { admissionPolicies } from './admission.ts';

type Container = Record<string, unknown>;
type PodSpec = { containers: Container[]; [field: string]: unknown };
type PolicySpec = {
  variables: { name: string; expression: string }[];
  validations: { expression: string; message: string }[];
};

const policies = admissionPolicies()
  .filter(({ kind }) => kind === 'ValidatingAdmissionPolicy')
  .map(({ metadata, spec }) => ({ name: metadata.name, spec: spec as PolicySpec }));

/** Why a pod is refused: the messages of all policies that it breaks. */
function refusals(spec: PodSpec): string[] {
  return policies.flatMap(({ spec: { variables, validations } }) => {
    const object = { spec };
    const known = Object.fromEntries(
      variables.map(({ name, expression }) => [name, evaluate(expression, { object })]),
    );
    return validations
      .filter(({ expression }) => evaluate(expression, { object, variables: known }) !== true)
      .map(({ message }) => message);
  });
}

const container: Container = {
  name: 'web',
  image: `registry.example/healthbooker/ehr@sha256:${'a'.repeat(64)}`,
  securityContext: { allowPrivilegeEscalation: false },
  resources: { limits: { cpu: '1', memory: '64Mi' }, requests: { cpu: '10m', memory: '64Mi' } },
};
const pod = (changes: Record<string, unknown>): PodSpec => ({ containers: [{ ...container, ...changes }] });

test('every pod that a chart makes is let in', () => {
  let pods = 0;
  for (const { file, kind, metadata, spec } of manifestFiles.charts().flatMap(readManifests)) {
    if (typeof spec !== 'object' || spec === null || !('template' in spec)) continue;
    const { template } = spec as { template: { spec: PodSpec } };
    assert.deepEqual(refusals(template.spec), [], `${file}: ${kind} ${metadata.name}`);
    pods += 1;
  }
  assert.ok(pods >= 24);
});

test('a pod that asks for nothing special is let in', () => {
  assert.deepEqual(refusals(pod({})), []);
});

for (const [what, spec, message] of [
  ['an image by tag', pod({ image: 'registry.example/healthbooker/ehr:1' }), /by digest/],
  ['an image without any', pod({ image: 'ehr' }), /by digest/],
  ['a digest that is too short', pod({ image: 'ehr@sha256:abc' }), /by digest/],
  [
    'a privileged container',
    pod({ securityContext: { allowPrivilegeEscalation: false, privileged: true } }),
    /privileged/,
  ],
  ['a container that may gain privileges', pod({ securityContext: {} }), /allowPrivilegeEscalation/],
  [
    'a container that says nothing of privileges',
    pod({ securityContext: undefined }),
    /allowPrivilegeEscalation/,
  ],
  ['a pod on the network of its node', { ...pod({}), hostNetwork: true }, /network/],
  ['a pod that sees its node’s processes', { ...pod({}), hostPID: true }, /processes/],
  ['files of the node', { ...pod({}), volumes: [{ name: 'x', hostPath: { path: '/' } }] }, /files/],
  ['a container without limits', pod({ resources: { requests: { cpu: '1', memory: '1Mi' } } }), /limits/],
  [
    'a container without a limit of memory',
    pod({ resources: { limits: { cpu: '1' }, requests: { cpu: '1', memory: '1Mi' } } }),
    /limits/,
  ],
  ['a container without requests', pod({ resources: { limits: { cpu: '1', memory: '1Mi' } } }), /requests/],
  [
    'an init container by tag',
    { ...pod({}), initContainers: [{ ...container, image: 'busybox:latest' }] },
    /by digest/,
  ],
  [
    'a debug container by tag',
    { ...pod({}), ephemeralContainers: [{ ...container, resources: undefined, image: 'busybox' }] },
    /by digest/,
  ],
] as const) {
  test(`${what} is refused`, () => {
    const clean = JSON.parse(JSON.stringify(spec)) as PodSpec;
    const said = refusals(clean);
    assert.equal(said.length, 1, said.join('; '));
    assert.match(said[0] ?? '', message);
  });
}
