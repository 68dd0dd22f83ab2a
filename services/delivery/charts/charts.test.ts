/** What every workload has, and who may talk to whom, read from the committed renders. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { type CatalogueService, catalogueFile, readCatalogue } from '../catalogue.ts';
import { environments } from '../environments.ts';
import { root } from '../root.ts';
import {
  goldenFiles,
  goldenText,
  type NetworkPolicySpec,
  only,
  type Peer,
  type Pod,
  type Rendered,
  readGolden,
} from './golden.ts';

const services = readCatalogue();
const isWorkload = ({ kind }: Rendered) => kind === 'Rollout' || kind === 'Deployment';

test('charts read the catalogue and the one schema of values by links, which Helm follows', () => {
  const to = (path: string) => realpathSync(join(root, 'charts', path));
  assert.equal(to('healthbooker-service/catalogue.json'), catalogueFile);
  for (const { name } of services) {
    assert.equal(to(`${name}/values.schema.json`), to('healthbooker-service/service.schema.json'));
  }
});

for (const { name: environment } of environments) {
  describe(`in ${environment}`, () => {
    for (const service of services) {
      test(`${service.name} has what every workload has`, () => checkWorkload(environment, service));
    }

    test('exactly the callers of the catalogue reach a service, and their own rules let them out', () => {
      const rules = new Map(
        services.map(({ name }) => {
          const { spec } = only(readGolden(environment, name), 'NetworkPolicy', name);
          return [name, spec as NetworkPolicySpec];
        }),
      );
      for (const callee of services) {
        if (callee.kind === 'edge') continue;
        const port = callee.ports['grpc'];
        for (const caller of services) {
          const allowed = callee.callers.includes(caller.name);
          const into = rules
            .get(callee.name)
            ?.ingress?.some(
              ({ from = [], ports }) =>
                from.some(names(caller.name)) && ports.some((each) => each.port === port),
            );
          const out = rules
            .get(caller.name)
            ?.egress?.some(
              ({ to = [], ports }) => to.some(names(callee.name)) && ports.some((each) => each.port === port),
            );
          assert.deepEqual([into, out], [allowed, allowed], `${caller.name} → ${callee.name}`);
        }
      }
    });
  });
}

test('pods of the stores obey the same rules, but for the service account they need not', () => {
  const objects = readGolden('rig', 'datastores');
  const pods = objects.filter(({ kind }) => ['DaemonSet', 'Deployment', 'StatefulSet', 'Job'].includes(kind));
  assert.ok(pods.length >= 10, `${pods.length} workloads`);
  for (const { spec, metadata } of pods) checkPod((spec as { template: Pod }).template, metadata.name);
});

/** Whether a peer is the pods of this service's workload, in the namespace of the policy. */
function names(service: string): (peer: Peer) => boolean {
  return ({ podSelector, namespaceSelector }) =>
    namespaceSelector === undefined &&
    podSelector?.matchLabels?.['app.kubernetes.io/name'] === service &&
    podSelector.matchLabels['app.kubernetes.io/component'] === 'service';
}

function checkWorkload(environment: string, service: CatalogueService): void {
  const objects = readGolden(environment, service.name);
  const workload = objects.find(isWorkload);
  assert.ok(workload);
  const spec = workload.spec as {
    replicas?: number;
    template: Pod;
    strategy: Record<string, { maxUnavailable: number }>;
  };
  assert.ok(!('replicas' in spec), 'an autoscaler rules');
  const scalers = objects.filter(({ kind }) => kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject');
  assert.equal(scalers.length, 1, 'one autoscaler');
  assert.equal((spec.strategy['canary'] ?? spec.strategy['rollingUpdate'])?.maxUnavailable, 0);
  assert.equal((only(objects, 'PodDisruptionBudget').spec as { maxUnavailable: number }).maxUnavailable, 1);

  const pod = spec.template;
  checkPod(pod, service.name);
  assert.equal(pod.spec.serviceAccountName, service.name);
  assert.deepEqual(
    pod.spec.topologySpreadConstraints.map(({ topologyKey, whenUnsatisfiable }) => [
      topologyKey,
      whenUnsatisfiable,
    ]),
    [
      ['topology.kubernetes.io/zone', 'ScheduleAnyway'],
      ['kubernetes.io/hostname', 'ScheduleAnyway'],
    ],
  );
  const [container] = pod.spec.containers;
  const sleep_s = container?.lifecycle?.preStop.sleep.seconds ?? 0;
  // A process closes within 25 s, which starts when preStop has ended.
  assert.ok(pod.spec.terminationGracePeriodSeconds > sleep_s + 25);
  if (service.kind === 'grpc') assert.equal(container?.readinessProbe?.grpc?.port, service.ports['health']);
  checkTokens(pod, service);
  checkMigrations(objects, service, pod);
}

/** One token for each service that it calls, and no other; valid for ten minutes. */
function checkTokens(pod: Pod, service: CatalogueService): void {
  const callees = services.filter(({ callers }) => callers.includes(service.name)).map(({ name }) => name);
  const projected = pod.spec.volumes.flatMap(({ projected }) => projected?.sources ?? []);
  assert.deepEqual(
    projected.map(({ serviceAccountToken: { audience, expirationSeconds, path } }) => [
      audience,
      path,
      expirationSeconds,
    ]),
    callees.map((callee) => [callee, callee, 600]),
  );
}

test('the name of a Job has the hash of all that it runs with, since it cannot be changed', () => {
  const rendered = goldenFiles().map(goldenText);
  const jobs = rendered.flatMap((text) => text.split(/^---$/m)).filter((text) => /^kind: Job$/m.test(text));
  assert.ok(jobs.length > environments.length);
  for (const job of jobs) {
    const [, name = '', spec = ''] = /^ {2}name: (\S+)$.*^spec:\n(.*)$/ms.exec(job) ?? [];
    const text = spec.replaceAll(/^ {2}/gm, '').trim();
    assert.equal(name.slice(-5), createHash('sha256').update(text).digest('hex').slice(0, 5), name);
  }
});

/** The image's migrations run as a Job named after the image, in pods that the service's selectors do not match. */
function checkMigrations(objects: readonly Rendered[], service: CatalogueService, pod: Pod): void {
  const jobs = objects.filter(({ kind }) => kind === 'Job');
  assert.equal(jobs.length, service.pools.postgres === undefined ? 0 : 1);
  for (const job of jobs) {
    const { template } = job.spec as { template: Pod };
    checkPod(template, job.metadata.name);
    assert.equal(template.spec.containers[0]?.image, pod.spec.containers[0]?.image);
    assert.match(job.metadata.name, /-migrate-[0-9a-f]{12}-[0-9a-f]{5}$/);
    const component = 'app.kubernetes.io/component';
    assert.notEqual(template.metadata.labels[component], pod.metadata.labels[component]);
    assert.deepEqual(databaseLogin(template), [`${service.name}_owner`, `${service.name}-database-owner`]);
    assert.deepEqual(databaseLogin(pod), [service.name, `${service.name}-database`]);
    assert.ok(pod.spec.volumes.every(({ secret }) => !secret?.secretName.endsWith('-owner')));
  }
}

/** The role that a pod connects with, and the Secret that its password comes from. */
function databaseLogin({ spec }: Pod): (string | undefined)[] {
  const url = spec.containers[0]?.env?.find(({ name }) => name === 'DATABASE_URL')?.value ?? '';
  const volume = spec.volumes.find(({ name }) => name === 'database');
  return [new URL(url).username, volume?.secret?.secretName];
}

function checkPod({ spec }: Pod, name: string): void {
  assert.equal(spec.automountServiceAccountToken, false, name);
  assert.equal(spec.securityContext.runAsNonRoot, true, name);
  // A name server that does not answer costs a second, not five.
  assert.deepEqual(
    spec.dnsConfig.options.find((option) => option.name === 'timeout'),
    { name: 'timeout', value: '1' },
    name,
  );
  assert.equal(spec.securityContext.seccompProfile.type, 'RuntimeDefault', name);
  for (const { image, resources, securityContext, env = [] } of spec.containers) {
    assert.match(image, /^[^@]+@sha256:[0-9a-f]{64}$/);
    for (const bound of [resources.requests, resources.limits]) assert.ok(bound.cpu && bound.memory, name);
    assert.equal(securityContext.readOnlyRootFilesystem, true, name);
    assert.equal(securityContext.allowPrivilegeEscalation, false, name);
    assert.deepEqual(securityContext.capabilities.drop, ['ALL'], name);
    // Secrets come as files: the environment of a process is seen by whoever may describe its pod.
    for (const each of env) assert.doesNotMatch(each.name, /PASSWORD$|_SECRET$/, name);
  }
}
