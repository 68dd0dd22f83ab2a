/**
 * Renders every chart for every environment into charts/golden, where a review sees what a change of a chart changes.
 *
 *     npm run k8s:render [-- --check]      with --check nothing is written, and a difference fails
 *
 * Needs Helm 4: the program that HELM names, else `helm`. Images have a digest of zeros, so that code changes nothing.
 */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { readCatalogue } from '../catalogue.ts';
import { environments } from '../environments.ts';
import { root } from '../root.ts';
import { goldenDir } from './golden.ts';

const charts = join(root, 'charts');
const helm = process.env['HELM'] ?? 'helm';
const check = process.argv.includes('--check');
const noDigest = `sha256:${'0'.repeat(64)}`;

const run = async (...args: string[]) =>
  (await promisify(execFile)(helm, args, { cwd: charts, maxBuffer: 16 * 1024 * 1024 })).stdout;

const services = readCatalogue().map(({ name }) => name);
const different: string[] = [];
for (const service of services) {
  await run('dependency', 'build', service);
  for (const { name: environment } of environments) {
    const values = ['-f', `envs/${environment}.yaml`, '--set', `image.digest=${noDigest}`];
    await golden(environment, service, await template(service, 'healthbooker', values));
  }
}
const image = ['--set', `image.digest=${noDigest}`];
await golden('rig', 'datastores', await template('datastores', 'healthbooker-data', image));
if (different.length > 0) {
  throw new Error(`charts render differently: ${different.join(', ')}; run npm run k8s:render`);
}

function template(chart: string, namespace: string, values: string[]): Promise<string> {
  const capabilities = ['--kube-version', '1.35.4', '--skip-tests'];
  return run('template', chart, chart, '--namespace', namespace, ...capabilities, ...values);
}

async function golden(environment: string, chart: string, text: string): Promise<void> {
  const file = join(goldenDir, environment, `${chart}.yaml`);
  if (!check) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    different.push(`${environment}/${chart}`);
  }
}
