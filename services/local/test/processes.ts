import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { compileCache } from '../compile-cache.ts';
import { answers, freePorts, loopback } from '../ports.ts';

export type ServiceProcess = {
  pid: number;
  /** HTTP address of an edge. */
  url: string;
  /** host:port of a gRPC service. */
  address: string;
  healthAddress: string;
  metricsUrl: string;
  /** Everything written to stdout and stderr so far. */
  output(): string;
  /** How it ended: exit code or the signal's name; undefined while it runs. */
  ended(): number | NodeJS.Signals | undefined;
  /** Sends a signal and resolves with the exit code, or the signal's name, once the process has ended. */
  end(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
};

const start_ms = 30_000;

/**
 * Runs services/<service>/main.ts as its own process on free ports, and waits until it is ready.
 *
 * @param env what the service needs beyond its ports
 */
export async function startService(service: string, env: Record<string, string>): Promise<ServiceProcess> {
  const [http, grpc, health, metrics] = await freePorts(4);
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', fileURLToPath(new URL(`../../${service}/main.ts`, import.meta.url))],
    {
      env: {
        PATH: process.env['PATH'] ?? '',
        NODE_ENV: 'test',
        ...compileCache,
        HOST: loopback,
        HTTP_PORT: `${http}`,
        GRPC_PORT: `${grpc}`,
        HEALTH_PORT: `${health}`,
        METRICS_PORT: `${metrics}`,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  // A test that fails half-way must not leave its services running.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));

  const metricsUrl = `http://${loopback}:${metrics}`;
  const deadline = performance.now() + start_ms;
  while (!(await answers(`${metricsUrl}/readyz`))) {
    if (hasEnded(child)) throw new Error(`${service} ended before it was ready:\n${output}`);
    if (performance.now() > deadline) {
      // Left running it would keep the test process alive for good.
      kill();
      throw new Error(`${service} is not ready after ${start_ms} ms:\n${output}`);
    }
    await sleep(50);
  }
  return {
    pid: child.pid ?? 0,
    url: `http://${loopback}:${http}`,
    address: `${loopback}:${grpc}`,
    healthAddress: `${loopback}:${health}`,
    metricsUrl,
    output: () => output,
    ended: () => child.exitCode ?? child.signalCode ?? undefined,
    async end(signal = 'SIGTERM') {
      if (!hasEnded(child)) {
        child.kill(signal);
        await once(child, 'exit');
      }
      return child.exitCode ?? child.signalCode;
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
