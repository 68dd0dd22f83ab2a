/**
 * Redis, in memory: js-redis-server. PORT, HOST: see services/local/README.md.
 */
import { createRedisServer } from 'js-redis-server';
import { listenOnLoopbackOnly } from './loopback-only.ts';

const { PORT } = process.env;
if (!PORT) throw new Error('PORT is needed');

listenOnLoopbackOnly();
await createRedisServer({ port: Number(PORT) });
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));
