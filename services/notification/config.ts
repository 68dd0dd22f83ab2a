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
import type { Mailbox } from './calendar.ts';

const mailbox = z.string().transform((text, context): Mailbox => {
  const [, name = '', address] =
    /^\s*(?:"?([^"<>\r\n]*?)"?\s*<)?([^\s<>@]+@[^\s<>@]+?)>?\s*$/.exec(text) ?? [];
  if (address !== undefined) return { name, address };
  context.addIssue({ code: 'custom', message: 'must look like HealthBooker <no-reply@example.org>' });
  return z.NEVER;
});

const smtpUrl = z.url({ protocol: /^smtps?$/ });

const schema = z.object({
  ...serverEnv,
  ...grpcEnv,
  ...cognitoEnv,
  ...workloadEnv,
  ...postgresEnv,
  ...redisEnv,
  ...eventsEnv,
  WORKLOAD_TOKEN_DIR: z.string().min(1),
  EVENTS_QUEUE_URL: z.url(),
  SCHEDULER_ADDRESS: z.string().min(1),
  APPOINTMENT_ADDRESS: z.string().min(1),
  /** With user and password where the server wants them: then only over TLS. */
  SMTP_URL: smtpUrl,
  /** Read again for each mail. */
  SMTP_URL_FILE: z.string().optional(),
  MAIL_FROM: mailbox,
  /** The privacy group's mailbox: told when a patient disputes who acts for them. */
  PRIVACY_MAIL_TO: mailbox,
  /** Where the patient portal is; mails link there. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  RECONCILE_INTERVAL_MS: z.coerce.number().int().min(50).max(600_000).default(5000),
});

export type Config = z.infer<typeof schema>;

/** The only place that reads the environment. */
export const notificationConfig = (env?: NodeJS.ProcessEnv): Config => readConfig(schema, env);
