import { callersOf } from './catalogue.ts';
import { createGrpcServer, type ServedService } from './grpc-server.ts';
import type { Service } from './lifecycle.ts';
import { createProcess, type Overrides, type Process, type ProcessConfig } from './process.ts';

export type ComposeOptions = {
  /** As services/catalogue.json names it, which also says who may call. */
  name: string;
  config: ProcessConfig & { GRPC_PORT: number };
  overrides: Overrides;
  /** Opens the stores, starts the followers and clocks, and returns what is served at the one port. */
  open(process: Process): readonly ServedService[];
};

/** A gRPC service: its port is opened last and closed first, so that calls under way still have their stores. */
export function compose({ name, config, overrides, open }: ComposeOptions): Service {
  return createProcess({
    name,
    config,
    overrides,
    workloads: { callee: name, callers: callersOf(name) },
    async open(process) {
      const { verifier, metrics, log, health } = process;
      const services = open(process);
      const server = createGrpcServer({ services, verifier, metrics, log, health, tls: config });
      process.onClose('grpc', server.close);
      return { grpc: await server.listen(config.HOST, config.GRPC_PORT) };
    },
  });
}
