import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productionClosure } from './dependencies.ts';

type Component = { 'bom-ref': string; name: string; version: string };
type Bill = {
  serialNumber?: string;
  metadata: { timestamp?: string };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
};

/**
 * The packages of a service's image with versions, hashes and licences, in CycloneDX. npm is asked for all workspaces
 * of the image together, because for one alone it leaves out the packages of the others. Packages that the image does
 * not hold are removed. Time and serial number are removed too, so that the same image has the same bill.
 */
export function billOfMaterials(root: string, service: string): Bill {
  const { packages, workspaces } = productionClosure(root, `services/${service}`);
  const format = ['--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
  // With --omit dev npm would also leave out a package that one workspace needs and another needs only for its tests.
  const args = ['sbom', '--package-lock-only', ...format];
  const text = execFileSync('npm', [...args, ...workspaces.flatMap((path) => ['--workspace', path])], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
    // npm warns about settings that are not ours.
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const bill = JSON.parse(text.toString('utf8')) as Bill;
  delete bill.serialNumber;
  delete bill.metadata.timestamp;
  const held = new Set([...packages, ...workspaces].map((path) => nameOf(root, path)));
  bill.components = bill.components.filter(({ name, version }) => held.has(`${name}@${version}`));
  const listed = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
  const missing = packages.map((path) => nameOf(root, path)).filter((name) => !listed.has(name));
  if (missing.length > 0) throw new Error(`npm's bill of materials lacks ${missing.join(', ')}`);
  const refs = new Set(bill.components.map((component) => component['bom-ref']));
  bill.dependencies = bill.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) }));
  return bill;
}

/** The name and version of what lies in a folder: `koa@3.3.0`. */
function nameOf(root: string, path: string): string {
  const { name, version } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return `${name}@${version}`;
}
