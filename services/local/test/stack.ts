import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { prepareIdentity } from '../identity.ts';
import { endOrphans } from '../orphans.ts';
import { identify, isRunning, type ProcessIdentity } from '../process-identity.ts';
import { prepareStores } from '../stores.ts';
import { createSupervisor, type RunningProcess } from '../supervisor.ts';
import { startTestIssuers, testPool } from './issuers.ts';

export type TestStack = {
  /** The HB_TEST_* variables of services/local/README.md. */
  env: Record<string, string>;
  stop(): Promise<void>;
};

/** Kept in each run's folder, so that a later run can clear up after one that was killed. */
type RunRecord = { runner: ProcessIdentity | undefined; processes: RunningProcess[] };

const runs = join(tmpdir(), `healthbooker-test-${userInfo().username}`);

/**
 * Starts every store with empty data in a folder of its own, which goes when the stack stops; or with the data of a folder
 * that stays. Processes that a killed run left there are ended first.
 */
export async function startTestStack(kept?: string): Promise<TestStack> {
  mkdirSync(runs, { recursive: true });
  await clearKilledRuns();
  if (kept !== undefined) await takeOver(kept);
  const dataDir = kept ?? mkdtempSync(join(runs, 'run-'));
  // PostgreSQL may run as another user, who has to pass through.
  for (const folder of [runs, dataDir]) chmodSync(folder, 0o711);

  const lines: string[] = [];
  const cache = { NODE_COMPILE_CACHE: join(runs, 'compile-cache') };
  const supervisor = createSupervisor({
    env: cache,
    onLine: (name, line) => {
      lines.push(`${name} | ${line}`);
      if (process.env['HB_TEST_LOG']) console.error(lines.at(-1));
    },
    onChange: () => record(dataDir, { runner: identify(process.pid), processes: supervisor.running() }),
  });
  const stop = async () => {
    await supervisor.close();
    if (kept === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const stores = await prepareStores({ dataDir, durable: false, maxConnections: 300 });
    const identity = await prepareIdentity({ dataDir, smtpUrl: stores.urls.smtp, ids: testPool });
    const issuers = await startTestIssuers(dataDir, identity.jwksUrl);
    await Promise.all([...stores.specs, identity.spec].map((spec) => supervisor.start(spec)));
    return {
      env: {
        ...cache,
        HB_TEST_POSTGRES_URL: stores.postgres.url,
        HB_TEST_DYNAMODB_ENDPOINT: stores.urls.dynamodb,
        HB_TEST_REDIS_URL: stores.urls.redis,
        HB_TEST_AWS_ENDPOINT: stores.urls.events,
        HB_TEST_SMTP_URL: stores.urls.smtp,
        HB_TEST_INBOX_URL: stores.urls.inbox,
        HB_TEST_S3_ENDPOINT: stores.urls.s3,
        HB_TEST_COGNITO_ENDPOINT: identity.url,
        ...issuers.env,
      },
      async stop() {
        await issuers.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function record(dataDir: string, content: RunRecord): void {
  writeFileSync(join(dataDir, 'run.json'), JSON.stringify(content));
}

async function clearKilledRuns(): Promise<void> {
  for (const name of readdirSync(runs)) {
    const run = readRecord(join(runs, name));
    // Another run that is just beginning has no record yet.
    if (run === undefined || (run.runner && isRunning(run.runner))) continue;
    await endOrphans(run.processes);
    rmSync(join(runs, name), { recursive: true, force: true });
  }
}

async function takeOver(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  const run = readRecord(dataDir);
  if (run?.runner && isRunning(run.runner)) throw new Error(`another run has ${dataDir}`);
  await endOrphans(run?.processes ?? []);
}

function readRecord(dataDir: string): RunRecord | undefined {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8')) as RunRecord;
  } catch {
    return undefined;
  }
}
