/**
 * Publishes events of a running stack again, for followers that lost some: `runtime/republish-main.ts` for each service.
 *
 *     npm run republish -- --since 6h [--service scheduler] [--after <place>] [--per-second 200]
 *
 * HB_DATA names the folder, .data when unset. It ends with 1 when a service could not be done, with 2 when it could not begin.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readOptions, refuse, runningStack } from './running-stack.ts';
import { awsEnv } from './stores.ts';

const publishers = ['scheduler', 'ehr'] as const;
const stackFile = z.object({
  stores: z.object({
    databases: z.object({ scheduler: z.string(), ehr: z.string() }),
    events: z.string(),
    topicArn: z.string(),
  }),
});
const program = fileURLToPath(new URL('../runtime/republish-main.ts', import.meta.url));

const { service, ...options } = readOptions({
  since: { type: 'string' },
  service: { type: 'string' },
  after: { type: 'string' },
  'per-second': { type: 'string' },
});
const chosen = publishers.filter((name) => service === undefined || name === service);
if (chosen.length === 0) refuse(`--service must be ${publishers.join(' or ')}`);
if (options.after !== undefined && chosen.length > 1)
  refuse('--after belongs to one service: name it with --service');
const passed = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value ?? '']);
const { databases, events, topicArn } = runningStack(stackFile).stores;

for (const name of chosen) {
  console.log(`${name}:`);
  const child = spawn(process.execPath, [program, ...passed], {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...awsEnv,
      DATABASE_URL: databases[name],
      SNS_ENDPOINT: events,
      EVENTS_TOPIC_ARN: topicArn,
    },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) {
    process.exitCode = code ?? 1;
    break;
  }
}
