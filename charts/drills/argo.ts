import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { apply, kubectl, until } from '../cluster/programs.ts';

const settings = fileURLToPath(new URL('../../argocd/install/values.yaml', import.meta.url));
const namespace = 'argocd';

/**
 * Gives an Argo CD that was installed without its chart (core: no server, no users) the settings of
 * `argocd/install/values.yaml` that decide what is delivered and in which order, and the project that its server makes.
 */
export async function configureArgo(): Promise<void> {
  const { configs } = parse(await readFile(settings, 'utf8')) as {
    configs: { params: Record<string, unknown>; cm: Record<string, unknown> };
  };
  await config('argocd-cmd-params-cm', configs.params);
  await config('argocd-cm', configs.cm);
  await apply(
    JSON.stringify({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata: { name: 'default', namespace },
      spec: {
        sourceRepos: ['*'],
        destinations: [{ namespace: '*', server: '*' }],
        clusterResourceWhitelist: [{ group: '*', kind: '*' }],
      },
    }),
  );
  // They read the first of these when they start.
  const readers = [
    'deployment/argocd-applicationset-controller',
    'statefulset/argocd-application-controller',
  ];
  await kubectl('-n', namespace, 'rollout', 'restart', ...readers);
  for (const reader of readers) await kubectl('-n', namespace, 'rollout', 'status', reader, '--timeout=120s');
}

async function config(name: string, values: Record<string, unknown>): Promise<void> {
  const data = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
  const labels = { 'app.kubernetes.io/part-of': 'argocd' };
  await apply(
    JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace, labels }, data }),
  );
}

/** Tells Argo CD that Git has changed, as the webhook of a forge does. Otherwise it looks every three minutes. */
export async function refresh(): Promise<void> {
  const now = `argocd.argoproj.io/refresh=normal`;
  await kubectl('-n', namespace, 'annotate', 'applications', '--all', '--overwrite', now);
  const sets = ['applicationsets', '--all', '--overwrite', 'argocd.argoproj.io/application-set-refresh=true'];
  await kubectl('-n', namespace, 'annotate', ...sets);
}

/** Name, state of synchronisation and health of every application. */
export async function applications(): Promise<string[][]> {
  const path = '{range .items[*]}{.metadata.name} {.status.sync.status} {.status.health.status}{"\\n"}{end}';
  const text = await kubectl('-n', namespace, 'get', 'applications', '-o', `jsonpath=${path}`);
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
}

/** Waits until each of `count` applications or more is what Git says, and healthy. */
export async function untilAllHealthy(count: number, timeout_ms: number): Promise<void> {
  let all: string[][] = [];
  try {
    await until('every application is Synced and Healthy', timeout_ms, async () => {
      all = await applications();
      return (
        all.length >= count && all.every(([, sync, health]) => sync === 'Synced' && health === 'Healthy')
      );
    });
  } catch (err) {
    throw new Error(`${all.map((each) => each.join(' ')).join('\n')}`, { cause: err });
  }
}
