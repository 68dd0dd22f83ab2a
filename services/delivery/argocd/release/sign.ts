/**
 * Signs what was pushed and attests its bill of materials, with the identity of the workflow: no key is kept anywhere.
 *
 *     node services/delivery/argocd/release/sign.ts
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../root.ts';
import { readBuilt } from './built.ts';

const cosign = (...args: string[]) => execFileSync('cosign', [...args, '--yes'], { stdio: 'inherit' });

for (const { service, repository, digest } of readBuilt()) {
  const bill = join(root, `services/image/dist/${service}/sbom.cdx.json`);
  const image = `${repository}@${digest}`;
  cosign('sign', image);
  cosign('attest', '--type', 'cyclonedx', '--predicate', bill, image);
}
