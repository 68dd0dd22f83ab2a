import { fileURLToPath } from 'node:url';
import type { Pool, PoolOptions } from './postgres.ts';
import type { Process } from './process.ts';
import { waitForSchema } from './schema-gate.ts';

/** `postgresEnv`. */
type DatabaseConfig = {
  DATABASE_URL: string;
  DATABASE_PASSWORD?: string | undefined;
  DATABASE_PASSWORD_FILE?: string | undefined;
  DATABASE_POOL_MAX: number;
};

/**
 * A service's own database. The process is not ready before it has every migration beside the module, in `migrations/`.
 * @param openPool the service's own, which knows its name and how its statements are planned
 * @param importMetaUrl of the module in the service's folder
 */
export function openDatabase(
  { metrics, log, health, onClose }: Process,
  config: DatabaseConfig,
  openPool: (options: Omit<PoolOptions, 'name' | 'plansOnce'>) => Pool,
  importMetaUrl: string,
): Pool {
  const pool = openPool({
    url: config.DATABASE_URL,
    password: config.DATABASE_PASSWORD,
    passwordFile: config.DATABASE_PASSWORD_FILE,
    max: config.DATABASE_POOL_MAX,
    metrics,
    log,
    health,
  });
  onClose('pool', () => pool.end());
  const dir = fileURLToPath(new URL('./migrations', importMetaUrl));
  onClose('schema', waitForSchema({ pool, dir, health, log }).close);
  return pool;
}
