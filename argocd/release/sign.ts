/**
 * Signs what was pushed and attests its bill of materials, with the identity of the workflow: no key is kept anywhere.
 *
 *     node argocd/release/sign.ts
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readBuilt } from './built.ts';

const cosign = (...args: string[]) => execFileSync('cosign', [...args, '--yes'], { stdio: 'inherit' });

for (const { service, repository, digest } of readBuilt()) {
  const bill = fileURLToPath(new URL(`../../services/image/dist/${service}/sbom.cdx.json`, import.meta.url));
  const image = `${repository}@${digest}`;
  cosign('sign', image);
  cosign('attest', '--type', 'cyclonedx', '--predicate', bill, image);
}
