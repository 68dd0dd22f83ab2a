import { stringify } from 'yaml';
import { readCatalogue } from '../catalogue.ts';
import { sourceOf } from '../cdk8s/parts.ts';
import { appNamespace, dataNamespace } from '../cdk8s/platform/namespaces.ts';
import { type Environment, environments } from '../environments.ts';
import type { Manifest } from '../manifest.ts';
import { argoNamespace, projects } from './projects.ts';
import { type ThirdParty, thirdParties } from './third-parties.ts';

const server = 'https://kubernetes.default.svc';
/** Where Argo CD reads this repository: a bare copy beside the test cluster, the forge elsewhere. */
const repositoryOf = ({ aws }: Environment): string =>
  aws === undefined ? 'file:///repos/healthbooker.git' : 'https://github.com/healthbooker/healthbooker.git';

const retry = { limit: 10, backoff: { duration: '10s', factor: 2, maxDuration: '3m' } };
const automated = { prune: true, selfHeal: true };
/** Finalizer: deleting an Application deletes what it made. */
const cascades = ['resources-finalizer.argocd.argoproj.io'];

/** The parts of cdk8s/dist that are brought in by themselves, in this order. */
const waves: Readonly<Record<string, number>> = {
  platform: -3,
  identity: -2,
  secrets: -2,
  slo: -2,
  nodes: -2,
};

function application(
  name: string,
  wave: number,
  spec: {
    project: string;
    source: Record<string, unknown>;
    namespace: string;
    syncPolicy: Record<string, unknown>;
  },
  finalizers: string[] = cascades,
): Record<string, unknown> {
  const { namespace, ...rest } = spec;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name,
      namespace: argoNamespace,
      annotations: { 'argocd.argoproj.io/sync-wave': String(wave) },
      finalizers,
    },
    spec: { ...rest, destination: { server, namespace } },
  };
}

function part(environment: Environment, name: string): Record<string, unknown> {
  const { path, include } = sourceOf(environment.name, name);
  return application(name, waves[name] ?? 0, {
    project: 'platform',
    source: {
      repoURL: repositoryOf(environment),
      targetRevision: 'main',
      path,
      directory: { include },
    },
    namespace: name === 'slo' ? 'monitoring' : appNamespace,
    syncPolicy: { automated, retry, syncOptions: ['ServerSideApply=true', 'ApplyOutOfSyncOnly=true'] },
  });
}

function thirdParty({
  name,
  repository,
  chart,
  version,
  namespace,
  values,
}: ThirdParty): Record<string, unknown> {
  return application(name, -4, {
    project: 'third-parties',
    source: {
      repoURL: repository,
      chart,
      targetRevision: version,
      helm: { releaseName: name, valuesObject: values },
    },
    namespace,
    syncPolicy: { automated, retry, syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'] },
  });
}

/** Nothing is automatic here, and deleting the Application leaves what it made. */
function dataTier(environment: Environment): Record<string, unknown> {
  const repoURL = repositoryOf(environment);
  if (environment.aws === undefined) {
    return application('datastores', -1, {
      project: 'data',
      source: {
        repoURL,
        targetRevision: 'main',
        path: 'charts/datastores',
        helm: { releaseName: 'datastores', valueFiles: ['../../argocd/envs/datastores.yaml'] },
      },
      namespace: dataNamespace,
      syncPolicy: {
        automated: { prune: false, selfHeal: true },
        retry,
        syncOptions: ['ServerSideApply=true'],
      },
    });
  }
  const { path, include } = sourceOf(environment.name, 'data');
  return application(
    'data',
    -1,
    {
      project: 'data',
      source: {
        repoURL,
        targetRevision: 'main',
        path,
        directory: { include },
      },
      namespace: dataNamespace,
      syncPolicy: { retry, syncOptions: ['ServerSideApply=true', 'Prune=confirm', 'Delete=confirm'] },
    },
    [],
  );
}

/** Callees before callers: who is called must understand a request before anybody sends it. */
function order(): string[][] {
  const services = readCatalogue();
  const placed: string[][] = [];
  const left = new Map(services.map((service) => [service.name, service]));
  while (left.size > 0) {
    const callees = (name: string) =>
      [...left.values()].filter((other) => other.name !== name && other.callers.includes(name));
    const ready = [...left.keys()].filter((name) => callees(name).length === 0);
    if (ready.length === 0)
      throw new Error('services/catalogue.json has services that call each other in a circle');
    placed.push(ready);
    for (const name of ready) left.delete(name);
  }
  return placed;
}

function services(environment: Environment): Record<string, unknown> {
  const repoURL = repositoryOf(environment);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: {
      name: 'services',
      namespace: argoNamespace,
      annotations: { 'argocd.argoproj.io/sync-wave': '0' },
    },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [
        { git: { repoURL, revision: 'main', files: [{ path: `argocd/envs/${environment.name}/*.yaml` }] } },
      ],
      strategy: {
        type: 'RollingSync',
        rollingSync: {
          steps: order().map((values) => ({
            matchExpressions: [{ key: 'healthbooker/service', operator: 'In', values }],
          })),
        },
      },
      // Taking a file away must not take a service away.
      syncPolicy: { preserveResourcesOnDeletion: true },
      template: {
        metadata: { name: '{{ .service }}', labels: { 'healthbooker/service': '{{ .service }}' } },
        spec: {
          project: 'services',
          source: {
            repoURL,
            targetRevision: '{{ .chart.revision }}',
            path: 'charts/{{ .service }}',
            helm: {
              releaseName: '{{ .service }}',
              valueFiles: [`../envs/${environment.name}.yaml`],
              valuesObject: { image: { digest: '{{ .image.digest }}' } },
            },
          },
          destination: { server, namespace: appNamespace },
          // Autoscalers rule the number of replicas, the canary the weights and the services' selectors.
          ignoreDifferences: [
            { group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] },
            { group: 'argoproj.io', kind: 'Rollout', jsonPointers: ['/spec/replicas'] },
            {
              group: 'networking.k8s.io',
              kind: 'Ingress',
              jsonPointers: ['/metadata/annotations/alb.ingress.kubernetes.io~1actions.{{ .service }}'],
            },
            {
              group: '',
              kind: 'Service',
              jqPathExpressions: ['.spec.selector."rollouts-pod-template-hash"'],
            },
          ],
          // RollingSync takes over where progressive syncs are switched on.
          syncPolicy: {
            automated,
            retry,
            syncOptions: ['ServerSideApply=true', 'RespectIgnoreDifferences=true', 'ApplyOutOfSyncOnly=true'],
          },
        },
      },
    },
  };
}

function root(environment: Environment): Record<string, unknown> {
  return application(
    `healthbooker-${environment.name}`,
    0,
    {
      project: 'default',
      source: {
        repoURL: repositoryOf(environment),
        targetRevision: 'main',
        path: `argocd/dist/${environment.name}`,
      },
      namespace: argoNamespace,
      syncPolicy: { automated, retry, syncOptions: ['ServerSideApply=true'] },
    },
    [],
  );
}

/** Every file of argocd/ that is made, by path relative to it. */
export function argoFiles(): Map<string, string> {
  const files = new Map<string, string>();
  const write = (file: string, objects: readonly (Manifest | Record<string, unknown>)[]) =>
    files.set(file, objects.map((object) => stringify(object, { lineWidth: 0 })).join('---\n'));
  for (const environment of environments) {
    const { name, aws } = environment;
    const others = aws === undefined ? [] : thirdParties(environment, aws);
    const parts = aws === undefined ? ['platform', 'slo'] : Object.keys(waves);
    write(`dist/${name}/projects.yaml`, projects(repositoryOf(environment), others, aws !== undefined));
    if (others.length > 0) write(`dist/${name}/third-parties.yaml`, others.map(thirdParty));
    write(`dist/${name}/platform.yaml`, [
      ...parts.map((each) => part(environment, each)),
      dataTier(environment),
    ]);
    write(`dist/${name}/services.yaml`, [services(environment)]);
    write(`roots/${name}.yaml`, [root(environment)]);
  }
  return files;
}
