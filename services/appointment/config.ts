import {
  cognitoEnv,
  eventsEnv,
  grpcEnv,
  readConfig,
  serverEnv,
  workloadEnv,
} from '@healthbooker/runtime/config';
import { z } from 'zod';

const schema = z.object({
  ...serverEnv,
  ...grpcEnv,
  ...cognitoEnv,
  ...workloadEnv,
  ...eventsEnv,
  WORKLOAD_TOKEN_DIR: z.string().min(1),
  EVENTS_QUEUE_URL: z.url(),
  SCHEDULER_ADDRESS: z.string().min(1),
  /** Unset in production. */
  DYNAMODB_ENDPOINT: z.url().optional(),
  DYNAMODB_TABLE: z.string().min(3).default('PBHMS_Core'),
  RECONCILE_INTERVAL_MS: z.coerce.number().int().min(50).max(600_000).default(5000),
});

export type Config = z.infer<typeof schema>;

/** The only place that reads the environment. */
export const appointmentConfig = (env?: NodeJS.ProcessEnv): Config => readConfig(schema, env);
