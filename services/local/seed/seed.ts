import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readJson, writeJson } from '../data-folder.ts';
import { coreTableName } from '../resources.ts';
import { runOnce } from '../run-once.ts';
import type { StackParts } from '../service-env.ts';
import { awsEnv } from '../stores.ts';
import type { OnLine } from '../supervisor.ts';

/** For which day a data folder was filled, and whether that was finished. */
type SeedRecord = { day: string; done: boolean };

const record = 'seed.json';

/** Whether a data folder was filled, or is being filled. */
export function isSeeded(dataDir: string): boolean {
  return existsSync(join(dataDir, record));
}

/**
 * Fills a new data folder with the made-up hospital. A run that was interrupted is repeated for the same day, so
 * that it adds what is missing and nothing else.
 */
export async function seed(
  dataDir: string,
  { stores, identity, owners }: Pick<StackParts, 'stores' | 'identity' | 'owners'>,
  onLine: OnLine,
  signal: AbortSignal,
): Promise<void> {
  const file = join(dataDir, record);
  const { day, done } = readJson<SeedRecord>(file) ?? {
    day: new Date().toISOString().slice(0, 10),
    done: false,
  };
  if (done) return;
  writeJson(file, { day, done: false } satisfies SeedRecord);
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const env = {
    ...awsEnv,
    PATH: process.env['PATH'] ?? '',
    TZ: 'UTC',
    SEED_DAY: day,
    SCHEDULER_DATABASE_URL: owners['scheduler'] ?? '',
    EHR_DATABASE_URL: owners['ehr'] ?? '',
    DYNAMODB_ENDPOINT: stores.urls.dynamodb,
    DYNAMODB_TABLE: coreTableName,
    COGNITO_DATA_DIR: identity.dataDir,
    COGNITO_USER_POOL_ID: identity.userPoolId,
  };
  await runOnce({ name: 'seed', command: process.execPath, args: [main], env }, onLine, signal);
  writeJson(file, { day, done: true } satisfies SeedRecord);
}
