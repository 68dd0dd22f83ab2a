/** Load doubles, and doubles again: pods come within a minute, and go again when it is over; no request fails. */
import { setTimeout as sleep } from 'node:timers/promises';
import { field, say, until } from '../cluster/programs.ts';
import { appNamespace } from '../cluster/secrets.ts';
import { underLoad, url } from './drill.ts';
import { loadPatients, startLoad } from './load.ts';

const service = 'patient-edge';
const replicas = async () => Number(await field(appNamespace, `hpa/${service}`, '{.status.currentReplicas}'));

await underLoad({
  name: 'scaling out and in',
  perSecond: 10,
  failuresAllowed: 0,
  async run() {
    const before = await replicas();
    const began = performance.now();
    const more = await startLoad(url, await loadPatients(url), 30);
    try {
      await until('pods were added', 90_000, async () => (await replicas()) > before);
      say(`${before} → ${await replicas()} pods after ${Math.round((performance.now() - began) / 1000)} s`);
      await sleep(45_000);
    } finally {
      const { scheduled, bad } = await more.stop();
      say(`the additional load: ${scheduled} operations, ${bad.length} bad`);
    }
    await until('the pods have gone again', 300_000, async () => (await replicas()) <= before);
    say('as many pods as before');
  },
});
