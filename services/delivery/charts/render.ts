/**
 * Renders every chart for every environment into charts/golden, where a review sees what a change of a chart changes.
 *
 *     npm run k8s:render [-- --check | --whole <folder>]
 *
 * With --check nothing is written, and a difference fails; with --whole a folder gets every render as Helm made it.
 *
 * Needs Helm 4: the program that HELM names, else `helm`. Images have a digest of zeros, so that code changes nothing.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readCatalogue } from '../catalogue.ts';
import { environments } from '../environments.ts';
import { differences, writeFiles, writeFolder } from '../folder.ts';
import { root } from '../root.ts';
import { committed, goldenDir } from './golden.ts';

const charts = join(root, 'charts');
const golden = join(root, goldenDir);
const helm = process.env['HELM'] ?? 'helm';
const image = ['--set', `image.digest=sha256:${'0'.repeat(64)}`];

const run = async (...args: string[]) =>
  (await promisify(execFile)(helm, args, { cwd: charts, maxBuffer: 16 * 1024 * 1024 })).stdout;

const renders = new Map<string, string>();
for (const { name: service } of readCatalogue()) {
  await run('dependency', 'build', service);
  for (const { name: environment } of environments) {
    const values = ['-f', `envs/${environment}.yaml`, ...image];
    renders.set(`${environment}/${service}.yaml`, await template(service, 'healthbooker', values));
  }
}
renders.set('rig/datastores.yaml', await template('datastores', 'healthbooker-data', image));

const whole = process.argv.indexOf('--whole');
if (whole !== -1) {
  const folder = process.argv[whole + 1];
  if (folder === undefined) throw new Error('Say into which folder: --whole <folder>');
  writeFiles(folder, renders);
} else if (process.argv.includes('--check')) {
  const different = differences(golden, committed(renders));
  if (different.length > 0) {
    throw new Error(`charts render differently: ${different.join(', ')}; run npm run k8s:render`);
  }
} else writeFolder(golden, committed(renders));

function template(chart: string, namespace: string, values: string[]): Promise<string> {
  const capabilities = ['--kube-version', '1.35.4', '--skip-tests'];
  return run('template', chart, chart, '--namespace', namespace, ...capabilities, ...values);
}
