/** A pod of each service is killed without warning, one after the other. */
import { setTimeout as sleep } from 'node:timers/promises';
import { untilHealthy } from '../cluster/install.ts';
import { kubectl, say } from '../cluster/programs.ts';
import { appNamespace } from '../cluster/secrets.ts';
import { readCatalogue } from '../copies.ts';
import { underLoad } from './drill.ts';

await underLoad({
  name: 'killed pods',
  perSecond: 10,
  // What a killed process was answering is lost: a handful of requests for each.
  failuresAllowed: 30,
  async run() {
    for (const { name } of readCatalogue()) {
      const labels = `app.kubernetes.io/component=service,app.kubernetes.io/name=${name}`;
      const pods = await kubectl('-n', appNamespace, 'get', 'pods', '-l', labels, '-o', 'name');
      const [pod = ''] = pods.split('\n');
      await kubectl('-n', appNamespace, 'delete', pod, '--grace-period=0', '--force', '--wait=false');
      say(`killed ${pod}`);
      await sleep(5000);
      await untilHealthy(name);
    }
  },
});
