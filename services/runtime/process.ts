import type { ServiceDefinition } from '@grpc/grpc-js';
import { createClient, type GrpcClient } from './grpc-client.ts';
import type { GrpcTlsConfig } from './grpc-credentials.ts';
import { createHealth, type Health } from './health.ts';
import { listenProbes, type ProbeOptions } from './health-server.ts';
import { createVerifier, type IdentityConfig, type Verifier, type WorkloadPolicy } from './identity.ts';
import { waitForKeys } from './keys-gate.ts';
import { createLifecycle, type Ports, type Service } from './lifecycle.ts';
import { createLogger, type Logger, type LogLevel } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';

/** What every process reads from its environment: `serverEnv`, `cognitoEnv`, and `workloadEnv` and `grpcEnv` or parts of them. */
export type ProcessConfig = ProbeOptions['config'] &
  IdentityConfig &
  GrpcTlsConfig & { LOG_LEVEL: LogLevel; SHUTDOWN_DELAY_MS: number };

/** Something that a service does by itself from time to time. */
export type Round = {
  name: string;
  /** Does all of it that is due. */
  run(): Promise<void>;
};

/** What a test replaces. */
export type Overrides = {
  clock?: (() => Date) | undefined;
  log?: Logger | undefined;
  metrics?: Metrics | undefined;
  /** Takes the rounds that follow the time of day, which the process then leaves to it: a proof moves the time by hours. */
  takeRound?: ((round: Round) => void) | undefined;
};

/** A process that is starting, as its parts see it. */
export type Process = {
  readonly clock: () => Date;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly verifier: Verifier;
  /** Registers how to close a part. Parts are closed in the reverse of this order: stores first here, servers last. */
  onClose(name: string, close: () => unknown): void;
  readonly takeRound: Overrides['takeRound'];
  /** A client of a service, closed with the process. `protoService`: `healthbooker.scheduler.v1.SchedulerService`. */
  client<D extends ServiceDefinition>(protoService: string, address: string): GrpcClient<D>;
};

export type ProcessOptions = {
  name: string;
  config: ProcessConfig;
  overrides: Overrides;
  /** The services whose own tokens it accepts; edges leave this out. */
  workloads?: WorkloadPolicy;
  /** Opens what the process is made of, and resolves to the ports on which it serves. */
  open(process: Process): Promise<Ports>;
};

/**
 * How gRPC services and edges start and end: first probes, then the keys of callers, then what `open` opens. Nothing
 * listens before `start`. Closing is in reverse, so that probes answer until the end.
 */
export function createProcess({ name, config, overrides, workloads, open }: ProcessOptions): Service {
  const { clock = () => new Date(), log = createLogger(name, config.LOG_LEVEL), takeRound } = overrides;
  const metrics = overrides.metrics ?? createMetrics(name);
  const health = createHealth();
  const lifecycle = createLifecycle({ health, log, shutdownDelayMs: config.SHUTDOWN_DELAY_MS });
  const { onClose } = lifecycle;

  return {
    async start() {
      const probes = await listenProbes({ health, metrics, log, lifecycle, config });
      const verifier = createVerifier(config, workloads);
      onClose('keys', waitForKeys({ verifier, health, log }).close);
      const client = <D extends ServiceDefinition>(protoService: string, address: string) => {
        const made = createClient<D>({ protoService, address, metrics, tls: config });
        onClose(`client of ${protoService}`, made.close);
        return made;
      };
      const ports = await open({ clock, log, metrics, health, verifier, onClose, takeRound, client });
      health.started();
      return { ports: { ...probes, ...ports } };
    },
    close: lifecycle.close,
  };
}
