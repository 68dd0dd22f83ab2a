import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { isLoopback } from '../people/loopback.ts';

const stackFile = z.object({
  url: z.string(),
  dataDir: z.string(),
  supervisor: z.object({ pid: z.number() }),
  processes: z.array(z.object({ name: z.string(), pid: z.number().optional() })),
});

/** A stack of `npm start` on this machine. */
export type LocalStack = { dataDir: string; processes: { name: string; pid: number }[] };

/** The stack that answers at an address, found by its data folder (HB_DATA, or .data); undefined when there is none. */
export function findLocalStack(url: string, env: NodeJS.ProcessEnv): LocalStack | undefined {
  if (!isLoopback(url)) return undefined;
  const root = fileURLToPath(new URL('../..', import.meta.url));
  for (const folder of [env['HB_DATA'], join(root, '.data')]) {
    if (!folder) continue;
    const stack = readStack(join(resolve(folder), 'stack.json'));
    if (stack === undefined || new URL(stack.url).port !== new URL(url).port) continue;
    const running = stack.processes.flatMap(({ name, pid }) => (pid === undefined ? [] : [{ name, pid }]));
    return {
      dataDir: stack.dataDir,
      processes: [{ name: 'supervisor', pid: stack.supervisor.pid }, ...running],
    };
  }
  return undefined;
}

function readStack(path: string): z.infer<typeof stackFile> | undefined {
  try {
    return stackFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}
