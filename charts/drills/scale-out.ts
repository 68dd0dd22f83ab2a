/** Load is multiplied by five: pods come within a minute, and go again when it is over; no request fails. */
import { setTimeout as sleep } from 'node:timers/promises';
import { field, kubectl, say, until } from '../cluster/programs.ts';
import { appNamespace, ofService } from '../cluster/secrets.ts';
import { underLoad, url } from './drill.ts';
import { loadPatients, startLoad } from './load.ts';

/** The one that works most for each operation. */
const service = 'appointment';
const out_within_s = 60;
const share_after_ms = 45_000;
const replicas = async () => Number(await field(appNamespace, `hpa/${service}`, '{.status.currentReplicas}'));
const seconds = (since: number) => Math.round((performance.now() - since) / 1000);

async function readyPods(): Promise<string[]> {
  const labels = ofService(service);
  const ready = '{range .items[?(@.status.containerStatuses[0].ready==true)]}{.metadata.name}{"\\n"}{end}';
  const text = await kubectl('-n', appNamespace, 'get', 'pods', '-l', labels, '-o', `jsonpath=${ready}`);
  return text.trim().split('\n');
}

/** Requests per second of each pod over the last 15 s. */
async function rates(): Promise<Map<string, number>> {
  const query = `sum by (pod) (rate(rpc_server_duration_seconds_count{app="${service}"}[15s]))`;
  const prometheus = '/api/v1/namespaces/monitoring/services/prometheus:9090/proxy/api/v1/query';
  const text = await kubectl('get', '--raw', `${prometheus}?query=${encodeURIComponent(query)}`);
  type Series = { metric: { pod: string }; value: [number, string] };
  const { data } = JSON.parse(text) as { data: { result: Series[] } };
  return new Map(data.result.map(({ metric, value }) => [metric.pod, Number(value[1])]));
}

await underLoad({
  name: 'scaling out and in',
  perSecond: 5,
  failuresAllowed: 0,
  async run() {
    const before = await readyPods();
    let failed = 0;
    const more = await startLoad(url, await loadPatients(url), 20);
    const began = performance.now();
    try {
      await until('pods were added', out_within_s * 1000, async () => (await replicas()) > before.length);
      say(`${before.length} → ${await replicas()} pods after ${seconds(began)} s`);
      await until('one of them is ready', 60_000, async () => (await readyPods()).length > before.length);
      const added = (await readyPods()).filter((pod) => !before.includes(pod));
      say(`${added.length} of them ready after ${seconds(began)} s`);
      await sleep(share_after_ms);
      const all = await rates();
      const fair = [...all.values()].reduce((sum, rate) => sum + rate, 0) / all.size;
      for (const [pod, rate] of all)
        say(`  ${pod}: ${rate.toFixed(1)} requests per second${added.includes(pod) ? ' (added)' : ''}`);
      for (const pod of added)
        if ((all.get(pod) ?? 0) < fair / 2) throw new Error(`${pod} does not carry half of its share`);
    } finally {
      const { scheduled, bad, p99 } = await more.stop();
      say(`the additional load: ${scheduled} operations, ${bad.length} bad, p99 ${p99} ms`);
      for (const [what, list] of Map.groupBy(bad, (each) => each.what)) say(`  ${list.length} × ${what}`);
      failed = bad.length;
    }
    if (failed > 0) throw new Error('operations of the additional load failed');
    const over = performance.now();
    await until('the pods have gone again', 300_000, async () => (await replicas()) <= before.length);
    say(`as many pods as before ${seconds(over)} s after the load`);
  },
});
