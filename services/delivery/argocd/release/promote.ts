/**
 * Proposes that the next environment runs what this one runs.
 *
 *     FROM=dev [SERVICES="ehr scheduler"] GH_TOKEN=… node services/delivery/argocd/release/promote.ts
 */
import { promote, stages } from '../pins.ts';
import { wanted } from './built.ts';
import { openPullRequest } from './pull-request.ts';

const from = wanted('FROM');
const to = stages[stages.indexOf(from) + 1] ?? '';
const services = (process.env['SERVICES'] ?? '').split(' ').filter((service) => service !== '');
const changed = promote(from, to, services);
openPullRequest({
  branch: `promote/${to}`,
  title: `Run in ${to} what ${from} runs: ${changed.join(', ')}`,
  body: `Chart revision and image digest of ${changed.join(', ')}, copied from argocd/envs/${from}.`,
});
