/**
 * Proposes that dev runs what was built.
 *
 *     COMMIT=<sha> GH_TOKEN=… node services/delivery/argocd/release/propose.ts
 */
import { writePin } from '../pins.ts';
import { readBuilt, wanted } from './built.ts';
import { openPullRequest } from './pull-request.ts';

const revision = wanted('COMMIT');
const built = readBuilt();
for (const { service, digest } of built) writePin('dev', { service, chart: { revision }, image: { digest } });
openPullRequest({
  branch: 'release/dev',
  title: `Run ${revision.slice(0, 12)} in dev`,
  body: built.map(({ service, digest }) => `- ${service} \`${digest}\``).join('\n'),
});
