/**
 * Installs HealthBooker with its stores into the cluster of the kubeconfig, or brings it up to other images.
 *
 *     node charts/cluster/install-main.ts services/image/dist/images.json
 */
import { install, readDigests } from './install.ts';
import { say } from './programs.ts';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('name the images.json that npm run image wrote');
const began = performance.now();
await install(await readDigests(file));
say(`everything is healthy after ${Math.round((performance.now() - began) / 1000)} s`);
