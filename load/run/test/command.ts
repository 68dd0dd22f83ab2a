import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** `npm run load` and `npm run load:people`. */
const mains = { run: '../main.ts', people: '../../people/main.ts' };

/** Starts one of the commands, in this environment and no other. */
export function startCommand(command: keyof typeof mains, args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [fileURLToPath(new URL(mains[command], import.meta.url)), ...args], {
    env,
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => (said.out += text));
  child.stderr.on('data', (text) => (said.err += text));
  return { child, said, ended: once(child, 'close').then(([code]) => code as number) };
}

/** Runs one of the commands to its end. */
export async function runCommand(command: keyof typeof mains, args: string[], env: Record<string, string>) {
  const { said, ended } = startCommand(command, args, env);
  return { code: await ended, ...said };
}
