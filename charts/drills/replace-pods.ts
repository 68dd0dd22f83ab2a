/** Every pod of every service is deleted, one after the other: nobody notices, and each replacement serves within 5 s. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { readCatalogue } from '@healthbooker/delivery/catalogue';
import { untilHealthy } from '../cluster/install.ts';
import { kubectl, say } from '../cluster/programs.ts';
import { appNamespace, ofService } from '../cluster/secrets.ts';
import { underLoad } from './drill.ts';

const serving_ms = 5000;

const selected = (service: string) => ['-n', appNamespace, 'get', 'pods', '-l', ofService(service)];
const podsOf = async (service: string) =>
  (await kubectl(...selected(service), '-o', 'jsonpath={.items[*].metadata.name}')).split(' ');

/**
 * Deletes a pod and returns how long its replacement took from being scheduled to being ready, in milliseconds, as a
 * watch sees it: the times in a pod's conditions are whole seconds. Throws when there is none within a minute.
 */
async function replace(service: string, pod: string): Promise<number> {
  const before = await podsOf(service);
  const row = '{.metadata.name} {.spec.nodeName} {.status.conditions[?(@.type=="Ready")].status}{"\\n"}';
  const watch = spawn('kubectl', [...selected(service), '--watch', '-o', `jsonpath=${row}`], {
    timeout: 60_000,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let isDeleted = false;
  let scheduled: number | undefined;
  try {
    for await (const line of createInterface(watch.stdout)) {
      if (!isDeleted) await kubectl('-n', appNamespace, 'delete', 'pod', pod, '--wait=false');
      isDeleted = true;
      const [name = '', node, ready] = line.split(' ');
      if (before.includes(name) || !node) continue;
      scheduled ??= performance.now();
      if (ready === 'True') return performance.now() - scheduled;
    }
    throw new Error(`nothing took the place of ${pod}`);
  } finally {
    watch.kill();
  }
}

await underLoad({
  name: 'replaced pods',
  // Few enough that no autoscaler wants another number of pods meanwhile, and that a pod has a processor to start on.
  perSecond: 2,
  failuresAllowed: 0,
  async run() {
    const took: number[] = [];
    for (const { name } of readCatalogue()) {
      for (const pod of await podsOf(name)) {
        const ms = await replace(name, pod);
        took.push(ms);
        say(`${name}: ready ${(ms / 1000).toFixed(1)} s after it was scheduled`);
        await untilHealthy(name);
      }
    }
    const late = took.filter((ms) => ms > serving_ms);
    if (late.length > 0) throw new Error(`${late.length} of ${took.length} pods took longer than 5 s`);
  },
});
