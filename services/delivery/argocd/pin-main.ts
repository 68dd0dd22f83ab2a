/**
 * Writes what dev runs: the commit that was built and the digests of its images.
 *
 *     node services/delivery/argocd/pin-main.ts <commit> <service>=<digest>…
 */
import { writePin } from './pins.ts';

const [revision = '', ...built] = process.argv.slice(2);
if (built.length === 0) throw new Error('Say which images were built: <commit> <service>=sha256:…');
for (const each of built) {
  const [service = '', digest = ''] = each.split('=');
  writePin('dev', { service, chart: { revision }, image: { digest } });
}
