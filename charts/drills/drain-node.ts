/** A node is drained and comes back, as in every upgrade of a cluster: nobody notices. */

import { readCatalogue } from '@healthbooker/delivery/catalogue';
import { untilHealthy } from '../cluster/install.ts';
import { kubectl, run, say } from '../cluster/programs.ts';
import { appNamespace } from '../cluster/secrets.ts';
import { underLoad } from './drill.ts';

const [node] = process.argv.slice(2);
if (node === undefined)
  throw new Error('name the node to drain: one without stand-ins, which would lose their data');

await underLoad({
  name: `drain of ${node}`,
  // Replacements start all at once, beside what they replace.
  perSecond: 5,
  failuresAllowed: 0,
  async run() {
    try {
      const began = performance.now();
      const which = `--pod-selector=app.kubernetes.io/component=service`;
      await run(
        'kubectl',
        ['drain', node, '--ignore-daemonsets', '--delete-emptydir-data', which, '--timeout=240s'],
        {
          timeout_ms: 250_000,
        },
      );
      say(`drained within ${Math.round((performance.now() - began) / 1000)} s`);
      await Promise.all(readCatalogue().map(({ name }) => untilHealthy(name)));
    } finally {
      await kubectl('uncordon', node);
    }
    say((await kubectl('-n', appNamespace, 'get', 'pods', '-o', 'wide')).trim());
  },
});
