import { readConfig } from '@healthbooker/runtime/config';
import { edgeEnv } from '@healthbooker/runtime/edge-service';
import { z } from 'zod';

const schema = z.object({
  ...edgeEnv,
  APPOINTMENT_ADDRESS: z.string().min(1),
  SCHEDULER_ADDRESS: z.string().min(1),
  EHR_ADDRESS: z.string().min(1),
  NOTIFICATION_ADDRESS: z.string().min(1),
  /** The folder of the built admin portal; without it only the clinic's is served. */
  ADMIN_PORTAL_DIR: z.string().optional(),
  /** What pages tell people to call when they cannot go on. */
  CLINIC_PHONE: z.string().default('020 7946 0900'),
});

export type Config = z.infer<typeof schema>;

/** The only place that reads the environment. */
export const clinicEdgeConfig = (env?: NodeJS.ProcessEnv): Config => readConfig(schema, env);
