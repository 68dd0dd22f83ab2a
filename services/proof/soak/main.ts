/** `npm run soak [-- --operations N]`: starts stores and runs `soak.ts` on them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startTestStack } from '@healthbooker/local/test/stack';

const stack = await startTestStack();
const soak = spawn(
  process.execPath,
  ['--enable-source-maps', fileURLToPath(new URL('./soak.ts', import.meta.url)), ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, ...stack.env } },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => soak.kill(signal));
const [code] = await once(soak, 'exit');
await stack.stop();
process.exitCode = code ?? 1;
