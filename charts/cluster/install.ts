import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readCatalogue } from '@healthbooker/delivery/catalogue';
import { readPart } from '@healthbooker/delivery/parts';
import { apply, field, kubectl, run, say, until } from './programs.ts';
import { appNamespace, dataNamespace, ensureSecrets, readStack } from './secrets.ts';

const charts = fileURLToPath(new URL('..', import.meta.url));

/** Digests by image, as `npm run image` writes them. */
export type Digests = Readonly<Record<string, { digest: string }>>;

/** Services before those that call them, like the waves of a release. */
export const waves: readonly (readonly string[])[] = [
  ['scheduler', 'ehr'],
  ['notification', 'appointment'],
  ['patient-edge', 'clinic-edge'],
];

export async function readDigests(file: string): Promise<Digests> {
  return JSON.parse(await readFile(file, 'utf8')) as Digests;
}

/**
 * Installs everything into the cluster of the kubeconfig, in the order of the release, or brings it up to the given
 * images. The nodes must have the images; Argo Rollouts must be there. There are no requests yet to judge a canary
 * by, so it releases at once.
 */
export async function install(digests: Digests): Promise<void> {
  await apply(readPart('rig', 'platform'));
  await apply(readPart('rig', 'slo'));
  await apply(await readFile(`${charts}/cluster/issuer-discovery.yaml`, 'utf8'));
  await ensureSecrets();
  say('datastores');
  await installDatastores(digestOf(digests, 'datastores'));
  await jobDone(dataNamespace, 'app.kubernetes.io/name=setup');
  for (const [index, wave] of waves.entries()) {
    say(wave.join(', '));
    await Promise.all(wave.map((service) => installService(service, digestOf(digests, service))));
    if (index === 0) await seed();
  }
  await Promise.all(waves.flat().map(releaseAtOnce));
  await kubectl('-n', dataNamespace, 'rollout', 'status', 'daemonset/gateway', '--timeout=60s');
}

/** Installs or upgrades the stores. STAND_IN_ZONE names the zone that has the stand-ins: one that is not lost. */
export async function installDatastores(digest: string, more: string[] = []): Promise<void> {
  const zone = ['--set', `standInZone=${process.env['STAND_IN_ZONE'] ?? ''}`];
  await upgrade('datastores', dataNamespace, ['--set', `image.digest=${digest}`, ...zone, ...more]);
}

/** Installs or upgrades one service and waits for its migrations, not for its pods. */
export async function installService(service: string, digest: string, more: string[] = []): Promise<void> {
  const values = ['-f', `${charts}/envs/rig.yaml`, '--set', `image.digest=${digest}`, ...more];
  await upgrade(service, appNamespace, values);
  const pools = readCatalogue().find(({ name }) => name === service)?.pools;
  const labels = `app.kubernetes.io/component=migrations,app.kubernetes.io/name=${service}`;
  if (pools?.postgres !== undefined) await jobDone(appNamespace, labels);
}

/** Ends a canary for which there are no requests, and waits until the service runs everywhere. */
export async function releaseAtOnce(service: string): Promise<void> {
  const full = JSON.stringify({ status: { promoteFull: true } });
  const patch = ['patch', 'rollout', service, '--subresource', 'status', '--type', 'merge', '-p', full];
  await kubectl('-n', appNamespace, ...patch);
  await untilHealthy(service);
}

/** Waits until a service runs what was asked for, in as many pods as its autoscaler wants. */
export async function untilHealthy(service: string): Promise<void> {
  await until(`${service} is healthy`, 240_000, async () => {
    const path = '{.status.phase} {.metadata.generation} {.status.observedGeneration}';
    const [phase, wanted, seen] = (await field(appNamespace, `rollout/${service}`, path)).split(' ');
    return phase === 'Healthy' && wanted === seen;
  });
}

async function upgrade(chart: string, namespace: string, values: string[]): Promise<void> {
  // Packs the library chart anew; Helm's own flag does so only where it is missing.
  if (chart !== 'datastores') await run('helm', ['dependency', 'build', `${charts}/${chart}`]);
  await run('helm', [
    'upgrade',
    '--install',
    chart,
    `${charts}/${chart}`,
    '--namespace',
    namespace,
    // An autoscaler owns the replicas, and Argo Rollouts the rest that it writes.
    '--force-conflicts',
    ...values,
  ]);
}

async function jobDone(namespace: string, labels: string): Promise<void> {
  await kubectl('-n', namespace, 'wait', '--for=condition=complete', 'job', '-l', labels, '--timeout=180s');
}

/** Fills the stores with the made-up hospital of the local stack; a second time adds nothing. */
export async function seed(): Promise<void> {
  const { stores } = await readStack();
  const env = {
    SEED_DAY: new Date().toISOString().slice(0, 10),
    SCHEDULER_DATABASE_URL: stores.owners['scheduler'],
    EHR_DATABASE_URL: stores.owners['ehr'],
    DYNAMODB_ENDPOINT: stores.dynamodb,
    DYNAMODB_TABLE: stores.table,
    COGNITO_DATA_DIR: '/data',
  };
  const program = `Object.assign(process.env, ${JSON.stringify(env)});
    await import('/app/services/local/seed/main.ts');`;
  const inPod = ['-n', dataNamespace, 'exec', '-i', 'deploy/cognito', '--'];
  const node = ['/nodejs/bin/node', '--input-type=module', '-'];
  say((await run('kubectl', [...inPod, ...node], { input: program })).trim());
}

function digestOf(digests: Digests, name: string): string {
  const found = digests[name];
  if (found === undefined) throw new Error(`there is no image of ${name}: run npm run image`);
  return found.digest;
}
