/**
 * A process for tests of `runMain`: it answers gRPC. Its first argument chooses what goes wrong; to the file its second
 * argument names it writes the parts in the order of their closing.
 */
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { protoService, startServer } from './grpc.test-parts.ts';
import { createHealth } from './health.ts';
import { createLifecycle, runMain } from './lifecycle.ts';
import { createLogger } from './log.ts';

const [, , mode, closedFile = '/dev/null'] = process.argv;
const note = (part: string) => appendFileSync(closedFile, `${part}\n`);
const log = createLogger('test-main', 'debug');
const health = createHealth();
const lifecycle = createLifecycle({ health, log, shutdownDelayMs: mode === 'delay' ? 1500 : 0 });

await runMain({
  log,
  hardLimitMs: mode === 'stuck' ? 1000 : 20_000,
  create: async () => ({
    async start() {
      if (mode === 'no-start') throw new Error('the port is taken');
      lifecycle.onClose('store', () => note('store'));
      lifecycle.onClose('broken', async () => {
        note('broken');
        throw new Error('it would not close');
      });
      if (mode === 'stuck') lifecycle.onClose('stuck', () => sleep(60_000));
      const server = await startServer(
        async () => {
          log.info('handling');
          return sleep(300, { ics: protoService });
        },
        { health },
      );
      lifecycle.onClose('grpc', async () => {
        await server.close();
        note('grpc');
      });
      health.started();
      if (mode === 'crash') setTimeout(() => Promise.reject(new Error('nobody waits for this')), 50);
      return { ports: { grpc: server.port } };
    },
    close: lifecycle.close,
  }),
});
