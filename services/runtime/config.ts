import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A port to listen on; 0 lets the system choose one. */
const port = z.coerce.number().int().min(0).max(65535);
const url = z.url();

/** Every process: where it listens for probes and metrics, how it logs and how it stops. */
export const serverEnv = {
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  HOST: z.string().default('0.0.0.0'),
  HEALTH_PORT: port.default(0),
  METRICS_PORT: port.default(0),
  /** How long requests are still accepted after SIGTERM, in case no preStop hook waits for deregistration. */
  SHUTDOWN_DELAY_MS: z.coerce.number().int().min(0).max(15_000).default(0),
};

/** A process that answers HTTP. */
export const httpEnv = { HTTP_PORT: port };

/** A process that answers or makes gRPC calls; without certificate files the connection is plaintext. */
export const grpcEnv = {
  GRPC_PORT: port.default(0),
  GRPC_TLS_CERT_FILE: z.string().optional(),
  GRPC_TLS_KEY_FILE: z.string().optional(),
  GRPC_TLS_CA_FILE: z.string().optional(),
};

/** Whose access tokens are accepted. `COGNITO_JWKS_URL` redirects only where the keys are fetched. */
export const cognitoEnv = {
  AWS_REGION: z.string().default('eu-central-1'),
  COGNITO_USER_POOL_ID: z.string().regex(/^[\w-]+_\w+$/, 'must look like region_id'),
  /** The patients' app client: whoever signed in with it acts as a patient. */
  COGNITO_PATIENTS_CLIENT_ID: z.string().min(1),
  /** The clinic's app client: whoever signed in with it acts as staff. */
  COGNITO_CLINIC_CLIENT_ID: z.string().min(1),
  COGNITO_ENDPOINT: url.optional(),
  COGNITO_JWKS_URL: url.optional(),
};

/** Tokens of services, for nobody or beside a person's: whose are accepted, and where our own lie. */
export const workloadEnv = {
  WORKLOAD_ISSUER: url.optional(),
  WORKLOAD_JWKS_URL: url.optional(),
  WORKLOAD_NAMESPACE: z.string().default('healthbooker'),
  WORKLOAD_TOKEN_DIR: z.string().optional(),
};

/**
 * The service's own database. The password may be left out of the URL and given by `DATABASE_PASSWORD_FILE`, which is
 * read again for each connection.
 */
export const postgresEnv = {
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_PASSWORD: z.string().optional(),
  DATABASE_PASSWORD_FILE: z.string().optional(),
  DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(64).default(10),
};

/** Events: the topic to publish to and the queue to follow. Endpoints are unset in production. */
export const eventsEnv = {
  AWS_REGION: z.string().default('eu-central-1'),
  SNS_ENDPOINT: url.optional(),
  SQS_ENDPOINT: url.optional(),
  EVENTS_TOPIC_ARN: z.string().startsWith('arn:').optional(),
  EVENTS_QUEUE_URL: url.optional(),
};

/** A bucket of S3; its name is in the service's own variable. The endpoint is unset in production. */
export const bucketEnv = { S3_ENDPOINT: url.optional() };

export const redisEnv = { REDIS_URL: z.url({ protocol: /^rediss?$/ }) };

/** Settings for the local stack and for tests. They would weaken a production process, which refuses them. */
const refusedInProduction = ['COGNITO_JWKS_URL', 'FAULT_POINT'];

/**
 * Reads the environment into a typed object. Empty variables count as unset; `X` may be supplied by the contents
 * of the file that `X_FILE` names. Throws one error that lists every problem by variable name and prints no value.
 */
export function readConfig<S extends z.ZodObject>(
  schema: S,
  env: NodeJS.ProcessEnv = process.env,
): z.infer<S> {
  const problems: string[] = [];
  const values: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = readVariable(name, env, problems);
    if (value !== undefined) values[name] = value;
    if (value !== undefined && env['NODE_ENV'] === 'production' && refusedInProduction.includes(name)) {
      problems.push(`${name}: is refused when NODE_ENV is production`);
    }
  }
  const result = schema.safeParse(values);
  for (const issue of result.error?.issues ?? []) {
    const name = String(issue.path[0] ?? '');
    if (problems.some((problem) => problem.startsWith(`${name}_FILE:`))) continue;
    problems.push(`${name}: ${name in values ? issue.message : 'is not set'}`);
  }
  if (problems.length > 0 || !result.success) {
    throw new Error(`The environment is not complete:\n  ${problems.join('\n  ')}`);
  }
  return result.data;
}

function readVariable(name: string, env: NodeJS.ProcessEnv, problems: string[]): string | undefined {
  const direct = env[name];
  if (direct !== undefined && direct !== '') return direct;
  const file = env[`${name}_FILE`];
  if (file === undefined || file === '') return undefined;
  try {
    return readFileSync(file, 'utf8').trimEnd();
  } catch (err) {
    const reason = err instanceof Error && 'code' in err ? String(err.code) : 'error';
    problems.push(`${name}_FILE: the file cannot be read (${reason})`);
    return undefined;
  }
}
