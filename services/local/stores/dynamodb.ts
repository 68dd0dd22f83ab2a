/**
 * DynamoDB: dynalite with its LevelDB store in DATA_DIR.
 *
 * PORT, DATA_DIR, HOST: see services/local/README.md.
 */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loopback } from '../ports.ts';

const { PORT, DATA_DIR, HOST = loopback } = process.env;
if (!PORT || !DATA_DIR) throw new Error('PORT and DATA_DIR are needed');
mkdirSync(DATA_DIR, { recursive: true });

type Dynalite = (options: Record<string, unknown>) => import('node:http').Server;
const dynalite: Dynalite = createRequire(import.meta.url)('dynalite');

// Tables need not pretend to take half a second to appear.
const server = dynalite({ path: DATA_DIR, createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
server.keepAliveTimeout = 60_000;
server.listen(Number(PORT), HOST);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}
