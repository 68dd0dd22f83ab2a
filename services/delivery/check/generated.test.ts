import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { argoFiles } from '../argocd/apps.ts';
import { buildAll } from '../cdk8s/build.ts';
import { clusterConfigs } from '../eksctl/cluster.ts';
import { differences } from '../folder.ts';
import { root } from '../root.ts';

const again = 'npm run k8s:manifests writes them anew';

test('cdk8s/dist is what the code makes', () => {
  assert.deepEqual(differences(join(root, 'cdk8s/dist'), buildAll()), [], again);
});

test('argocd/dist and argocd/roots are what the code makes', () => {
  const files = argoFiles();
  for (const folder of ['dist', 'roots']) {
    const own = [...files].filter(([file]) => file.startsWith(`${folder}/`));
    const wanted = new Map(own.map(([file, text]) => [file.slice(folder.length + 1), text]));
    assert.deepEqual(differences(join(root, 'argocd', folder), wanted), [], again);
  }
});

test('the ClusterConfigs of eksctl are what the code makes', () => {
  for (const [file, text] of clusterConfigs()) {
    assert.equal(readFileSync(join(root, 'eksctl', file), 'utf8'), text, again);
  }
});

test('folders of what is generated hold no generator, only charts the programs that run a cluster', () => {
  const folders = ['charts', 'cdk8s', 'eksctl', 'argocd'];
  const code = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,js}`, { cwd: root }));
  assert.ok(code.length > 0);
  assert.deepEqual(
    code.filter((file) => !/^charts\/(cluster|drills)\//.test(file)),
    [],
  );
});
