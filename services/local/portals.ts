import { fileURLToPath } from 'node:url';
import { withPublicFiles } from './public-files.ts';
import { runOnce } from './run-once.ts';
import type { OnLine } from './supervisor.ts';

const web = fileURLToPath(new URL('../web/', import.meta.url));
const portals: Readonly<Record<string, Record<string, string>>> = {
  'patient-edge': { PORTAL_DIR: `${web}dist/patient` },
  'clinic-edge': { PORTAL_DIR: `${web}dist/clinic`, ADMIN_PORTAL_DIR: `${web}dist/admin` },
};

/** The variables that name the folders of the built portals an edge serves; none for other services. */
export function portalEnv(service: string): Record<string, string> {
  return portals[service] ?? {};
}

/** Builds the portals in a process of its own, unless their sources are unchanged since the last time. */
export function buildPortals(onLine: OnLine, signal: AbortSignal): Promise<void> {
  const env = { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', NO_COLOR: '1' };
  const program = { name: 'portals', command: process.execPath, args: [`${web}build.ts`], env, cwd: web };
  // Another user may start the system from this checkout and must be able to read them.
  return withPublicFiles(() => runOnce(program, onLine, signal));
}
