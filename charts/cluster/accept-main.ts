/**
 * Asks the API server of the kubeconfig whether it would accept every manifest of every environment: strictly, and
 * with the admission policies. Namespaces, policies and accounts stay in the cluster, so use one that you can throw
 * away.
 *
 *     npm run k8s:accept -- <folder of CustomResourceDefinitions>
 */
import { manifestFiles, type Read, readManifests } from '@healthbooker/delivery/manifests';
import { readPart } from '@healthbooker/delivery/parts';
import { stringify } from 'yaml';
import { apply, kubectl, say } from './programs.ts';
import { appNamespace, dataNamespace } from './secrets.ts';

const [crds] = process.argv.slice(2);
if (crds === undefined) throw new Error('name the folder of the CustomResourceDefinitions');
await kubectl('apply', '--server-side', '--force-conflicts', '-R', '-f', crds);
await kubectl('wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s');

const files = [...manifestFiles.charts(), ...manifestFiles.cdk8s(), ...manifestFiles.argocd()];
// Those of third parties are made by them.
const namespaces = new Set(files.flatMap(readManifests).flatMap(({ metadata }) => metadata.namespace ?? []));
for (const name of namespaces)
  await apply(toYaml({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));

const environments = ['rig', 'dev', 'staging', 'prod'];
const refusals: string[] = [];
let asked = 0;
for (const environment of environments) {
  const own = files.filter((file) => file.split(/[/.+]/).includes(environment));
  const charts = own.filter((file) => file.startsWith('charts/'));
  // First what other objects refer to: namespaces, classes, and the accounts of pods.
  await apply(readPart(environment, 'platform'));
  for (const file of charts) {
    const accounts = readManifests(file).filter(({ kind }) => kind === 'ServiceAccount');
    if (accounts.length > 0) await apply(accounts.map(inNamespace).map(toYaml).join('---\n'));
  }
  for (const file of own) {
    const manifests = readManifests(file).map((manifest) =>
      charts.includes(file) ? inNamespace(manifest) : manifest,
    );
    asked += manifests.length;
    await apply(manifests.map(toYaml).join('---\n'), '--dry-run=server').catch((error: unknown) =>
      refusals.push(`${file}: ${error}`),
    );
  }
  say(`${environment}: ${own.length} files`);
}
say(
  refusals.length === 0 ? `all ${asked} objects are taken` : `${refusals.length} files hold what is refused`,
);
for (const refusal of refusals) console.log(refusal);
process.exitCode = refusals.length === 0 ? 0 : 1;

/** Helm names the namespace at installation, not in what it renders. */
function inNamespace(manifest: Read): Read {
  const namespace = manifest.file.endsWith('/datastores.yaml') ? dataNamespace : appNamespace;
  return { ...manifest, metadata: { namespace, ...manifest.metadata } };
}

function toYaml({ file: _, ...manifest }: Partial<Read>): string {
  return stringify(manifest);
}
