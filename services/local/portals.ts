import { fileURLToPath } from 'node:url';
import { withPublicFiles } from './public-files.ts';
import { runOnce } from './run-once.ts';
import type { OnLine } from './supervisor.ts';

const web = fileURLToPath(new URL('../web/', import.meta.url));
const portals: Readonly<Record<string, string>> = {
  'patient-edge': 'dist/patient',
  'clinic-edge': 'dist/clinic',
};

/** The folder of the built portal that an edge serves; undefined for other services. */
export function portalOf(service: string): string | undefined {
  const dir = portals[service];
  return dir === undefined ? undefined : `${web}${dir}`;
}

/** Builds the portals in a process of its own, unless their sources are unchanged since the last time. */
export function buildPortals(onLine: OnLine, signal: AbortSignal): Promise<void> {
  const env = { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', NO_COLOR: '1' };
  const program = { name: 'portals', command: process.execPath, args: [`${web}build.ts`], env, cwd: web };
  // Whoever starts the system next from this checkout has to read them.
  return withPublicFiles(() => runOnce(program, onLine, signal));
}
