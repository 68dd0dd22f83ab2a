import { identityEnv } from '@healthbooker/local/test/tokens';
import type { NotificationServiceDefinition } from '@healthbooker/protos/gen/healthbooker/notification/v1/NotificationService';
import { z } from 'zod';
import { callersOf } from './catalogue.ts';
import { cognitoEnv, readConfig, serverEnv, workloadEnv } from './config.ts';
import { createClient, type GrpcClientOptions } from './grpc-client.ts';
import { createGrpcServer, type GrpcServerOptions, type RpcOf, serve } from './grpc-server.ts';
import { createVerifier } from './identity.ts';
import { createLogger } from './log.ts';
import { createMetrics } from './metrics.ts';

/** The smallest contract there is stands for any: tests give its methods a meaning of their own. */
export const protoService = 'healthbooker.notification.v1.NotificationService';
export type Definition = NotificationServiceDefinition;
export type GetCalendar = RpcOf<Definition, 'GetCalendar'>;

const config = readConfig(z.object({ ...serverEnv, ...cognitoEnv, ...workloadEnv }), identityEnv());

/** A server whose one interesting method is `handle`; patients and the scheduler may call it. */
export async function startServer(handle: GetCalendar['handle'], options: Partial<GrpcServerOptions> = {}) {
  const metrics = createMetrics('test');
  const lines: string[] = [];
  const server = createGrpcServer({
    services: [
      serve<Definition>(protoService, {
        GetCalendar: { callers: ['Patients', 'workload:scheduler'], handle },
        ListMessages: { callers: ['Admins'], handle: async () => ({ messages: [] }) },
      }),
    ],
    verifier: createVerifier(config, {
      callee: 'scheduler',
      callers: [...callersOf('scheduler'), 'scheduler'],
    }),
    metrics,
    log: createLogger('test', 'debug', { write: (line) => void lines.push(line) }),
    ...options,
  });
  const port = await server.listen('127.0.0.1', 0);
  return { ...server, port, metrics, logged: () => lines.join('') };
}

/** A client of servers at these ports of this machine. */
export function clientOf(ports: readonly number[], options: Partial<GrpcClientOptions> = {}) {
  const metrics = createMetrics('test-client');
  const address = `ipv4:${ports.map((port) => `127.0.0.1:${port}`).join(',')}`;
  const client = createClient<Definition>({ protoService, address, metrics, ...options });
  return { ...client, metrics };
}
