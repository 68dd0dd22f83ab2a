import { join } from 'node:path';
import type { Control } from './control.ts';
import { writeJson } from './data-folder.ts';
import { loopback } from './ports.ts';
import { coreTableName } from './resources.ts';
import type { StackParts } from './service-env.ts';
import type { ProcessStatus } from './supervisor.ts';

/**
 * Writes stack.json: every address, process and credential of the running stack, for tests and curious people.
 * It is current at all times, and only its owner can read it.
 */
export function writeStackFile(
  dataDir: string,
  parts: StackParts,
  control: Control,
  processes: readonly ProcessStatus[],
): void {
  const { url, services, stores, identity, events, databases, owners, logins } = parts;
  writeJson(join(dataDir, 'stack.json'), {
    url,
    dataDir,
    supervisor: { pid: process.pid },
    control: { url: control.url, token: control.token },
    processes,
    services: Object.fromEntries(
      services.map(({ name, kind, ports }) => [
        name,
        {
          metrics: `http://${loopback}:${ports.metrics}`,
          health: `${loopback}:${ports.health}`,
          ...(kind === 'edge'
            ? { http: `http://${loopback}:${ports.http}` }
            : { grpc: `${loopback}:${ports.grpc}` }),
        },
      ]),
    ),
    stores: {
      postgres: stores.postgres.url,
      databases,
      owners,
      dynamodb: stores.urls.dynamodb,
      table: coreTableName,
      redis: stores.urls.redis,
      events: stores.urls.events,
      ...events,
      smtp: stores.urls.smtp,
      inbox: stores.urls.inbox,
      s3: stores.urls.s3,
    },
    identity: identity.env,
    logins,
  });
}
