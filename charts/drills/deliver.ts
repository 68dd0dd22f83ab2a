/**
 * Delivery from Git by Argo CD, in a cluster where it runs and nothing else is installed: everything as a commit
 * says, a deleted Service healed, an autoscaler's replicas left alone, a release that is a commit, a bad release undone by
 * `git revert`.
 *
 *     node charts/drills/deliver.ts <images.json> <images.json of the release>
 *
 * REPOSITORY is the bare repository that Argo CD reads, AFTER_PUSH a command for a shell that makes it readable there.
 * Argo CD looks every three minutes; the drill tells it of each push, as the webhook of a forge does.
 */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readPart } from '@healthbooker/delivery/parts';
import { readPin, servicesOf, writePin } from '@healthbooker/delivery/pins';
import { type Digests, readDigests, seed } from '../cluster/install.ts';
import { apply, field, kubectl, run, say, until } from '../cluster/programs.ts';
import { appNamespace, ensureSecrets, ofService } from '../cluster/secrets.ts';
import { sixSteps } from '../cluster/six-steps.ts';
import { configureArgo, refresh, untilAllHealthy } from './argo.ts';
import { underLoad, url } from './drill.ts';
import { mutantOptions, mutants } from './mutants.ts';

const { REPOSITORY: repository, AFTER_PUSH: afterPush = 'true' } = process.env;
const [firstFile, releaseFile] = process.argv.slice(2);
if (!repository || !firstFile || !releaseFile)
  throw new Error('REPOSITORY and two files of images are needed');
const root = fileURLToPath(new URL('../..', import.meta.url));
const work = await mkdtemp(join(tmpdir(), 'deliver-'));
const git = (...args: string[]) =>
  run('git', ['-C', work, '-c', 'user.name=drill', '-c', 'user.email=drill@example.com', ...args]);
const released = 'appointment';
const services = servicesOf('rig');
/** The root, the parts of the platform, their stores, and the services. */
const everything = 4 + services.length;
const seconds = (since: number) => `${Math.round((performance.now() - since) / 1000)} s`;

async function push(message: string): Promise<number> {
  await git('commit', '-qam', message);
  return await publish();
}

async function publish(): Promise<number> {
  await git('push', '-q', '--force', repository ?? '', 'HEAD:refs/heads/main');
  await run('sh', ['-c', afterPush]);
  const pushed = performance.now();
  await refresh();
  return pushed;
}

async function writePins(digests: Digests, names: readonly string[]): Promise<void> {
  for (const service of names) {
    const pin = readPin('rig', service, join(work, 'argocd/envs'));
    const digest = digests[service]?.digest ?? pin.image.digest;
    writePin('rig', { ...pin, image: { digest } }, join(work, 'argocd/envs'));
  }
}

/** Waits until every pod of the service runs the image, and its release is over. */
async function untilReleased(digest: string): Promise<void> {
  await until(`${released} runs ${digest}`, 300_000, async () => {
    const labels = ofService(released);
    const path = '{range .items[*]}{.spec.containers[0].image}{"\\n"}{end}';
    const text = await kubectl('-n', appNamespace, 'get', 'pods', '-l', labels, '-o', `jsonpath=${path}`);
    const phase = await field(appNamespace, `rollout/${released}`, '{.status.phase}');
    return (
      phase === 'Healthy' &&
      text
        .trim()
        .split('\n')
        .every((image) => image.endsWith(digest))
    );
  });
}

/** Whether Argo CD compares while there are more replicas than Git has, and finds nothing to do. */
async function replicasLeftAlone(): Promise<boolean> {
  const edge = 'rollout/clinic-edge';
  const replicas = async () => await field(appNamespace, edge, '{.spec.replicas}');
  const application = async (path: string) =>
    await field('argocd', 'application/clinic-edge', `{.status.${path}}`);
  const [compared, synced] = [
    await application('reconciledAt'),
    await application('operationState.finishedAt'),
  ];
  await kubectl('-n', appNamespace, 'scale', edge, '--replicas=3');
  await refresh();
  await until('it has compared', 20_000, async () => (await application('reconciledAt')) !== compared);
  // The autoscaler may have been faster. Then this proves nothing and is done again.
  if ((await replicas()) !== '3') return false;
  await sleep(3000);
  const after = [await application('operationState.finishedAt'), await application('sync.status')];
  if (after.join() !== `${synced},Synced`) throw new Error(`Argo CD saw a difference: ${after.join(', ')}`);
  return true;
}

const first = await readDigests(firstFile);
const release = await readDigests(releaseFile);
await run('git', ['clone', '-q', root, work]);
await run('git', ['init', '-q', '--bare', '--initial-branch=main', repository]);
await writePins(first, services);
await writeFile(
  join(work, 'argocd/envs/datastores.yaml'),
  `image:\n  digest: ${first['datastores']?.digest}\nstandInZone: "${process.env['STAND_IN_ZONE'] ?? ''}"\n`,
);
await git('commit', '-qam', 'What the test cluster runs');
await apply(readPart('rig', 'platform'));
await apply(await readFile(join(root, 'charts/cluster/issuer-discovery.yaml'), 'utf8'));
await ensureSecrets();
await configureArgo();
await git('push', '-q', '--force', repository, 'HEAD:refs/heads/main');
await run('sh', ['-c', afterPush]);
const began = performance.now();
await apply(await readFile(join(root, 'argocd/roots/rig.yaml'), 'utf8'));
await untilAllHealthy(everything, 900_000);
say(`everything is as the first commit says after ${seconds(began)}`);
await seed();
await sixSteps(url);

await underLoad({
  name: 'delivery from Git',
  perSecond: 10,
  failuresAllowed: 400,
  async run(load) {
    const deleted = performance.now();
    await kubectl('-n', appNamespace, 'delete', 'service', 'clinic-edge', '--wait=true');
    await until('the Service is back', 120_000, async () => {
      const name = await field(appNamespace, 'service/clinic-edge', '{.metadata.name}');
      return name === 'clinic-edge';
    });
    say(`a deleted Service is back after ${seconds(deleted)}`);
    await until('the sync that healed it is over', 120_000, async () => {
      const phase = '{.status.operationState.phase}';
      return (await field('argocd', 'application/clinic-edge', phase)) === 'Succeeded';
    });

    let tries = 10;
    while (!(await replicasLeftAlone())) {
      tries -= 1;
      if (tries === 0) throw new Error('the autoscaler was always faster than Argo CD');
    }
    say('replicas that something else has set are left alone');

    let bad = load.report().bad.length;
    await writePins(release, [released]);
    const digest = release[released]?.digest ?? '';
    const pushed = await push(`${released}: another version`);
    await untilReleased(digest);
    say(
      `a release is on every pod ${seconds(pushed)} after its push, through its gate; ` +
        `${load.report().bad.length - bad} operations failed meanwhile`,
    );

    bad = load.report().bad.length;
    const [mutant] = mutants;
    if (mutant === undefined) throw new Error('there is no mutant');
    const values = join(work, `charts/${released}/values.yaml`);
    await writeFile(
      values,
      `${await readFile(values, 'utf8')}env:\n  NODE_OPTIONS: ${JSON.stringify(mutantOptions(mutant))}\n`,
    );
    const worse = await push(`${released}: a mutant`);
    await until(
      'its canary is aborted',
      240_000,
      async () => (await field(appNamespace, `rollout/${released}`, '{.status.abort}')) === 'true',
    );
    say(
      `a bad release was stopped ${seconds(worse)} after its push; ` +
        `${load.report().bad.length - bad} operations failed meanwhile`,
    );
    await git('revert', '--no-edit', 'HEAD');
    const reverted = await publish();
    await untilReleased(digest);
    await untilAllHealthy(everything, 120_000);
    say(`Git says what runs again ${seconds(reverted)} after the revert`);
  },
});
