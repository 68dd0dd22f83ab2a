/**
 * Brings a database up to the migrations of a folder, and exits: what a Job runs before a service is released.
 *
 *     node services/runtime/migrate-main.ts services/scheduler/migrations
 *
 * DATABASE_URL, and the password by DATABASE_PASSWORD or DATABASE_PASSWORD_FILE.
 */
import { z } from 'zod';
import { postgresEnv, readConfig } from './config.ts';
import { createLogger } from './log.ts';
import { migrate } from './migrate.ts';
import { withPassword } from './postgres.ts';

const [dir] = process.argv.slice(2);
if (dir === undefined) throw new Error('the folder of the migrations is missing');
const log = createLogger('migrate', 'info');
const config = readConfig(z.object(postgresEnv));
const url = withPassword(config.DATABASE_URL, config.DATABASE_PASSWORD);
const applied = await migrate({ url, dir, connectWithinMs: 60_000 });
log.info({ applied }, 'the schema is up to date');
