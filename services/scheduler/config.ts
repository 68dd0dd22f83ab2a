import {
  cognitoEnv,
  eventsEnv,
  grpcEnv,
  postgresEnv,
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
  ...postgresEnv,
  ...eventsEnv,
  EVENTS_TOPIC_ARN: eventsEnv.EVENTS_TOPIC_ARN.unwrap(),
  /** Secret of the hash that breaks ties between equally good slots; each process draws its own when unset. */
  ALLOCATION_KEY: z.string().min(16).optional(),
  /** How long a slot is held for a patient who is looking at it. */
  HOLD_MS: z.coerce.number().int().min(1000).max(1_800_000).default(300_000),
});

export type Config = z.infer<typeof schema>;

/** The only place that reads the environment. */
export const schedulerConfig = (env?: NodeJS.ProcessEnv): Config => readConfig(schema, env);
