/**
 * Writes cdk8s/dist, the ClusterConfigs of eksctl/ and the applications of argocd/, or with --check compares them.
 *
 *     npm run k8s:manifests [-- --check | --whole <folder>]
 *
 * With --whole a folder gets what each environment has, unshared, and rules and dashboards as Prometheus and Grafana take
 * them without a cluster; nothing else is written.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argoFiles } from './argocd/apps.ts';
import { buildAll, wholeFiles } from './cdk8s/build.ts';
import { clusterConfigs } from './eksctl/cluster.ts';
import { differences, writeFiles, writeFolder } from './folder.ts';
import { root } from './root.ts';

const below = (prefix: string, files: ReadonlyMap<string, string>) =>
  new Map(
    [...files]
      .filter(([file]) => file.startsWith(prefix))
      .map(([file, text]) => [file.slice(prefix.length), text]),
  );

const whole = process.argv.indexOf('--whole');
if (whole !== -1) {
  const folder = process.argv[whole + 1];
  if (folder === undefined) throw new Error('Say into which folder: --whole <folder>');
  writeFiles(folder, wholeFiles());
  process.exit();
}
const argo = argoFiles();
/** Folders that hold nothing else. */
const folders = new Map([
  [join(root, 'cdk8s/dist'), buildAll()],
  [join(root, 'argocd/dist'), below('dist/', argo)],
  [join(root, 'argocd/roots'), below('roots/', argo)],
]);
const eksctl = join(root, 'eksctl');
const configs = clusterConfigs();

if (process.argv.includes('--check')) {
  const changed = [
    ...[...folders].flatMap(([dir, files]) => differences(dir, files).map((line) => `${dir}: ${line}`)),
    ...[...configs]
      .filter(([file, text]) => readFileSync(join(eksctl, file), 'utf8') !== text)
      .map(([file]) => `eksctl/${file} is not what the code makes`),
  ];
  for (const line of changed) console.error(line);
  if (changed.length > 0) console.error('npm run k8s:manifests writes them anew.');
  process.exit(changed.length > 0 ? 1 : 0);
}
for (const [dir, files] of folders) writeFolder(dir, files);
writeFiles(eksctl, configs);
