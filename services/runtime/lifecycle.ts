import { setTimeout as sleep } from 'node:timers/promises';
import type { Health } from './health.ts';
import type { Logger } from './log.ts';

/** The ports a service listens on, by what is spoken there: `grpc`, `http`, `health`, `metrics`. */
export type Ports = Readonly<Record<string, number>>;

/** What every service's `create` returns. */
export type Service = {
  start(): Promise<{ ports: Ports }>;
  close(): Promise<void>;
};

export type Lifecycle = {
  /** Registers how to close a part. Parts are closed in the reverse of this order, one after the other. */
  onClose(name: string, close: () => unknown): void;
  /**
   * Makes the process unready, still takes requests for a pause, then closes every part. If a part fails to close,
   * this is logged and the next part is closed. A second call waits for the first.
   */
  close(): Promise<void>;
};

/**
 * Keeps the order of shutdown for one service: register stores first and servers last, so that servers finish their
 * work while the stores are still open.
 */
export function createLifecycle(options: {
  health: Health;
  log: Logger;
  /** How long requests are still accepted after the process became unready: callers notice that a little later. */
  shutdownDelayMs?: number;
}): Lifecycle {
  const { health, log, shutdownDelayMs = 0 } = options;
  const parts: { name: string; close: () => unknown }[] = [];
  let closing: Promise<void> | undefined;

  async function closeAll(): Promise<void> {
    health.drain();
    if (shutdownDelayMs > 0) await sleep(shutdownDelayMs);
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      try {
        await part.close();
        log.debug({ part: part.name }, 'closed');
      } catch (err) {
        log.error({ err, part: part.name }, 'could not be closed');
      }
    }
  }

  return {
    onClose: (name, close) => void parts.push({ name, close }),
    close() {
      closing ??= closeAll();
      return closing;
    },
  };
}

export type MainOptions = {
  log: Logger;
  create: () => Promise<Service>;
  /** After this long a shutdown is cut short; below Kubernetes' grace of 30 s. */
  hardLimitMs?: number;
};

/**
 * Runs a service as this process: creates and starts it, logs its ports, closes it on SIGTERM or SIGINT and exits
 * with 0. Exits with 1 when it cannot start, when something was thrown that nobody caught, when closing takes longer
 * than the hard limit, or on a second signal.
 */
export async function runMain({ log, create, hardLimitMs = 25_000 }: MainOptions): Promise<void> {
  let service: Service | undefined;
  let stopping = false;

  function stop(reason: string, exitCode: number): void {
    if (stopping) {
      log.warn({ reason }, 'stopping at once');
      process.exit(1);
    }
    stopping = true;
    log.info({ reason }, 'stopping');
    setTimeout(() => {
      log.error({ hardLimitMs }, 'could not stop in time');
      process.exit(1);
    }, hardLimitMs).unref();
    const closed = service === undefined ? Promise.resolve() : service.close();
    closed.then(
      () => {
        log.info('stopped');
        process.exit(exitCode);
      },
      (err: unknown) => {
        log.error({ err }, 'could not stop');
        process.exit(1);
      },
    );
  }

  process.on('SIGTERM', () => stop('SIGTERM', 0));
  process.on('SIGINT', () => stop('SIGINT', 0));
  const crash = (err: unknown) => {
    log.fatal({ err }, 'an error was not caught: the process stops');
    if (!stopping) stop('crash', 1);
  };
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);

  try {
    service = await create();
    const { ports } = await service.start();
    log.info({ ports, pid: process.pid }, 'ready');
  } catch (err) {
    log.fatal({ err }, 'could not start');
    if (!stopping) stop('could not start', 1);
  }
}
