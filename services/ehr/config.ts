import {
  cognitoEnv,
  eventsEnv,
  grpcEnv,
  postgresEnv,
  readConfig,
  redisEnv,
  serverEnv,
  workloadEnv,
} from '@healthbooker/runtime/config';
import { z } from 'zod';

const schema = z.object({
  ...serverEnv,
  ...grpcEnv,
  ...cognitoEnv,
  ...workloadEnv,
  ...postgresEnv,
  ...redisEnv,
  ...eventsEnv,
  EVENTS_TOPIC_ARN: eventsEnv.EVENTS_TOPIC_ARN.unwrap(),
  SCHEDULER_ADDRESS: z.string().min(1),
  APPOINTMENT_ADDRESS: z.string().min(1),
  WORKLOAD_TOKEN_DIR: z.string().min(1),
  /** Pause between two requests for the scheduler's access rows. */
  ACCESS_INTERVAL_MS: z.coerce.number().int().min(100).max(60_000).default(2000),
});

export type Config = z.infer<typeof schema>;

/** The only place that reads the environment. */
export const ehrConfig = (env?: NodeJS.ProcessEnv): Config => readConfig(schema, env);
