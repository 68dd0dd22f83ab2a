import {
  bucketEnv,
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
  ...bucketEnv,
  EVENTS_TOPIC_ARN: eventsEnv.EVENTS_TOPIC_ARN.unwrap(),
  /**
   * Secret of the hash that breaks ties between equally good slots. Unset, each process draws its own, so that
   * production, where replicas must agree, insists on it.
   */
  ALLOCATION_KEY: z.string().min(16).optional(),
  /** Where decisions go that are over. Production insists on it: without one they stay in the database. */
  ARCHIVE_BUCKET: z.string().min(3).optional(),
  /** Where tests let the process die, as `armFaultPoint` of runtime understands it. */
  FAULT_POINT: z
    .string()
    .regex(/^[a-z0-9-]+(\+commit)?$/)
    .optional(),
  /** How long a slot is held for a patient who is looking at it. */
  HOLD_MS: z.coerce.number().int().min(1000).max(1_800_000).default(300_000),
  /** Bookings that may wait for their batch before further ones are refused: some 0.2 s of work. */
  RESERVE_QUEUE_MAX: z.coerce.number().int().min(1).max(100_000).default(1000),
});

export type Config = z.infer<typeof schema>;

/** The only place that reads the environment. */
export function schedulerConfig(env?: NodeJS.ProcessEnv): Config {
  const config = readConfig(schema, env);
  const needed = ['ALLOCATION_KEY', 'ARCHIVE_BUCKET'] as const;
  const missing = needed.filter((name) => config[name] === undefined);
  if (config.NODE_ENV === 'production' && missing.length > 0) {
    throw new Error(
      `The environment is not complete:${missing.map((name) => `\n  ${name}: is not set`).join('')}`,
    );
  }
  return config;
}
