/**
 * SNS and SQS: fauxqs with its SQLite store in DATA_DIR.
 *
 * PORT, DATA_DIR, HOST, AWS_REGION: see services/local/README.md.
 */
import { mkdirSync } from 'node:fs';
import { startFauxqs } from 'fauxqs';
import { listenOnLoopbackOnly } from './loopback-only.ts';

const { PORT, DATA_DIR, AWS_REGION } = process.env;
if (!PORT || !DATA_DIR || !AWS_REGION) throw new Error('PORT, DATA_DIR and AWS_REGION are needed');
mkdirSync(DATA_DIR, { recursive: true });

listenOnLoopbackOnly();
const fauxqs = await startFauxqs({
  port: Number(PORT),
  logger: false,
  dataDir: DATA_DIR,
  defaultRegion: AWS_REGION,
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    // Long polls may hold connections for 20 s; every change is in SQLite already.
    setTimeout(() => process.exit(0), 500).unref();
    void fauxqs.stop().then(() => process.exit(0));
  });
}
