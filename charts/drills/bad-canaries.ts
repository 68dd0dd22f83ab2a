/**
 * Bad releases of appointment under load: each is stopped by the gate made for it, and a good one gets through. The
 * harm that a bad canary does until then is printed, and it must stay within a bound.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { installService, untilHealthy } from '../cluster/install.ts';
import { field, kubectl, say, until } from '../cluster/programs.ts';
import { appNamespace } from '../cluster/secrets.ts';
import { underLoad } from './drill.ts';
import type { Load } from './load.ts';
import { type Mutant, mutants, mutantValues } from './mutants.ts';

const service = 'appointment';
const stopped_within_s = 90;
const rollout = (path: string) => field(appNamespace, `rollout/${service}`, path);
const seconds = (since: number) => Math.round((performance.now() - since) / 1000);

type Run = { metadata: { name: string }; status?: { metricResults?: { name: string; phase: string }[] } };

/** The measurements that failed in the analyses of one release. */
async function failedGates(hash: string): Promise<string[]> {
  const text = await kubectl('-n', appNamespace, 'get', 'analysisruns', '-o', 'json');
  const { items } = JSON.parse(text) as { items: Run[] };
  const own = items.filter(({ metadata }) => metadata.name.includes(hash));
  return own
    .flatMap(({ status }) => status?.metricResults ?? [])
    .filter(({ phase }) => phase === 'Failed')
    .map(({ name }) => name);
}

/** Releases one mutant and waits until it is stopped and every pod is of the old release again. */
async function tryMutant(mutant: Mutant, image: string, load: Load): Promise<void> {
  const before = load.report();
  const began = performance.now();
  const stable = await rollout('{.status.stableRS}');
  await installService(service, image, mutantValues(mutant));
  let served: number | undefined;
  await until(`${mutant.name} is stopped`, 180_000, async () => {
    if (served === undefined && mutant.gate !== undefined) {
      const hash = await rollout('{.status.currentPodHash}');
      if (hash !== stable && (await readyPods(hash)) > 0) served = performance.now();
    }
    return (await rollout('{.status.abort}')) === 'true';
  });
  const hash = await rollout('{.status.currentPodHash}');
  const took = seconds(served ?? began);
  const failed = await failedGates(hash);
  const reason = failed.length > 0 ? `by the gate ${failed.join(', ')}` : await rollout('{.status.message}');
  say(`${mutant.name} (${mutant.does}): stopped ${reason}`);
  await until('nobody is served by it', 60_000, async () => (await readyPods(hash)) === 0);
  const after = load.report();
  say(
    `  ${took} s after ${served === undefined ? 'it was released' : 'its first pod was ready'}, gone ` +
      `${seconds(began)} s after it was released; ${after.bad.length - before.bad.length} of ` +
      `${after.scheduled - before.scheduled} operations failed meanwhile`,
  );
  if (mutant.gate !== undefined && !failed.includes(mutant.gate))
    throw new Error(`${mutant.name} was stopped by ${reason}, not by ${mutant.gate}`);
  if (took > stopped_within_s) throw new Error(`${mutant.name} was stopped after ${took} s only`);
  // Does what a revert in Git does.
  await installService(service, image);
  await untilHealthy(service);
}

async function readyPods(hash: string): Promise<number> {
  const labels = `rollouts-pod-template-hash=${hash}`;
  const path = '{range .items[*]}{.status.containerStatuses[0].ready}{"\\n"}{end}';
  const text = await kubectl('-n', appNamespace, 'get', 'pods', '-l', labels, '-o', `jsonpath=${path}`);
  return text.split('\n').filter((ready) => ready === 'true').length;
}

const only = process.argv.slice(2);
await underLoad({
  name: 'bad canaries',
  perSecond: 12,
  // A mutant that fails timelines has half of them until it is stopped.
  failuresAllowed: 400,
  async run(load) {
    const image = (await rollout('{.spec.template.spec.containers[0].image}')).split('@')[1] ?? '';
    for (const mutant of mutants.filter(({ name }) => only.length === 0 || only.includes(name))) {
      await tryMutant(mutant, image, load);
      await sleep(5000);
    }
    const began = performance.now();
    const failed = load.report().bad.length;
    await installService(service, image, ['--set-string', `commonEnv.RELEASED_AT=${Date.now()}`]);
    await untilHealthy(service);
    const lost = load.report().bad.length - failed;
    say(`a good release got through within ${seconds(began)} s; ${lost} operations failed meanwhile`);
    if (lost > 0) throw new Error('a good release cost operations');
  },
});
