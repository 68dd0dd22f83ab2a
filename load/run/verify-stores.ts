import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The result of comparing the stores: `not verified` where they cannot be reached. */
export type Verified = { result: 'well' | 'broken' | 'not verified'; said: string };

/** Runs `npm run verify -- --since …` on a stack of this machine, for what changed since the run began. */
export async function verifyStores(dataDir: string, since: Date, signal: AbortSignal): Promise<Verified> {
  const main = fileURLToPath(new URL('../../services/local/verify/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, '--since', since.toISOString()], {
    env: { ...process.env, HB_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  return { result: code === 0 ? 'well' : 'broken', said: said.trim() };
}
