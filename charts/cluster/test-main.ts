/**
 * Installs HealthBooker into the cluster of the kubeconfig and tries it: the six steps over the one address, helm's
 * tests, `verify`.
 *
 *     npm run test:cluster -- [services/image/dist/images.json]
 *
 * CLUSTER_URL is where the NodePort 30080 is reached, http://localhost:8080 unless set. Without a file nothing is
 * installed, and what runs is tried.
 */
import { readCatalogue } from '@healthbooker/delivery/catalogue';
import { install, readDigests } from './install.ts';
import { run, say } from './programs.ts';
import { appNamespace } from './secrets.ts';
import { sixSteps } from './six-steps.ts';
import { verify } from './verify.ts';

const url = process.env['CLUSTER_URL'] ?? 'http://localhost:8080';
const [file] = process.argv.slice(2);
if (file !== undefined) await install(await readDigests(file));
for (const { name } of readCatalogue()) {
  await run('helm', ['test', name, '--namespace', appNamespace, '--timeout', '90s']);
}
say('every service answers by its name');
await sixSteps(url);
await verify();
