/**
 * The process of one pod of each service is killed inside its node, one after the other; kubelet starts it again. How
 * to run a program inside a node depends on the cluster: IN_NODE is a shell command that runs its input there; `$1`
 * is the name of the node. With kind it is `docker exec -i "$1" sh -s`.
 */

import { readCatalogue } from '@healthbooker/delivery/catalogue';
import { untilHealthy } from '../cluster/install.ts';
import { field, kubectl, run, say, until } from '../cluster/programs.ts';
import { appNamespace, ofService } from '../cluster/secrets.ts';
import { underLoad } from './drill.ts';

const { IN_NODE: inNode } = process.env;
if (!inNode) throw new Error('IN_NODE is needed: how a program is run in a node');

type Container = { node: string; id: string; restarts: number; ready: boolean };

async function containerOf(pod: string): Promise<Container> {
  const container = '.status.containerStatuses[0]';
  const paths = [
    '.spec.nodeName',
    `${container}.containerID`,
    `${container}.restartCount`,
    `${container}.ready`,
  ];
  const text = await field(appNamespace, pod, paths.map((path) => `{${path}}`).join(' '));
  const [node = '', id = '', restarts, ready] = text.split(' ');
  return { node, id: id.replace(/^.*:\/\//, ''), restarts: Number(restarts), ready: ready === 'true' };
}

await underLoad({
  name: 'killed processes',
  perSecond: 10,
  // What a killed process was answering is lost: a handful of requests for each.
  failuresAllowed: 30,
  async run() {
    for (const { name } of readCatalogue()) {
      const labels = ofService(name);
      const pods = await kubectl('-n', appNamespace, 'get', 'pods', '-l', labels, '-o', 'name');
      const [pod = ''] = pods.split('\n');
      const { node, id, restarts } = await containerOf(pod);
      const program = `ctr --namespace k8s.io tasks kill --signal SIGKILL ${id}`;
      await run('sh', ['-c', inNode, 'sh', node], { input: program });
      const began = performance.now();
      await until(`${pod} runs again`, 120_000, async () => {
        const { restarts: then, ready } = await containerOf(pod);
        return then > restarts && ready;
      });
      say(`killed ${pod} in ${node}; ready again after ${((performance.now() - began) / 1000).toFixed(1)} s`);
      await untilHealthy(name);
    }
  },
});
