/**
 * Writes cdk8s/dist, the ClusterConfigs of eksctl/ and the applications of argocd/, or with --check compares them.
 *
 *     npm run k8s:manifests [-- --check | --plain <folder>]      --plain: rules and dashboards for a Prometheus without its
 *                                                                operator and any Grafana, into a folder
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argoFiles } from './argocd/apps.ts';
import { buildAll, plainFiles } from './cdk8s/build.ts';
import { clusterConfigs } from './eksctl/cluster.ts';
import { differences, writeFiles, writeFolder } from './folder.ts';
import { root } from './root.ts';

const below = (prefix: string, files: ReadonlyMap<string, string>) =>
  new Map(
    [...files]
      .filter(([file]) => file.startsWith(prefix))
      .map(([file, text]) => [file.slice(prefix.length), text]),
  );

const plain = process.argv.indexOf('--plain');
if (plain !== -1) {
  const folder = process.argv[plain + 1];
  if (folder === undefined) throw new Error('Say into which folder: --plain <folder>');
  writeFiles(folder, plainFiles());
  process.exit();
}
const argo = argoFiles();
/** Folders that hold nothing else. */
const whole = new Map([
  [join(root, 'cdk8s/dist'), buildAll()],
  [join(root, 'argocd/dist'), below('dist/', argo)],
  [join(root, 'argocd/roots'), below('roots/', argo)],
]);
const eksctl = join(root, 'eksctl');
const configs = clusterConfigs();

if (process.argv.includes('--check')) {
  const changed = [
    ...[...whole].flatMap(([dir, files]) => differences(dir, files).map((line) => `${dir}: ${line}`)),
    ...[...configs]
      .filter(([file, text]) => readFileSync(join(eksctl, file), 'utf8') !== text)
      .map(([file]) => `eksctl/${file} is not what the code makes`),
  ];
  for (const line of changed) console.error(line);
  if (changed.length > 0) console.error('npm run k8s:manifests writes them anew.');
  process.exit(changed.length > 0 ? 1 : 0);
}
for (const [dir, files] of whole) writeFolder(dir, files);
writeFiles(eksctl, configs);
