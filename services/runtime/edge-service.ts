import { z } from 'zod';
import { cognitoEnv, grpcEnv, httpEnv, redisEnv, serverEnv } from './config.ts';
import type { Capacity } from './context.ts';
import { createEdge } from './edge.ts';
import type { Service } from './lifecycle.ts';
import { createLiveHub, type LiveHub } from './live.ts';
import type { OpenApiInfo } from './openapi.ts';
import { createProcess, type Overrides, type Process } from './process.ts';
import { createRateLimiter, type RateLimiter } from './rate-limit.ts';
import { openRedis, openSubscriber } from './redis.ts';
import type { Route } from './route.ts';
import { createWorkloadTokens, type WorkloadTokens } from './workload.ts';

/** Every kind of system that runs; `local` is `npm start` and tests, the others are those of charts/envs. */
export const environments = ['local', 'rig', 'dev', 'staging', 'prod'] as const;

/** What every edge reads from its environment. */
export const edgeEnv = {
  ...serverEnv,
  ...httpEnv,
  ...cognitoEnv,
  ...redisEnv,
  /** Where our own tokens lie, a file per callee. */
  WORKLOAD_TOKEN_DIR: z.string().min(1),
  GRPC_TLS_CERT_FILE: grpcEnv.GRPC_TLS_CERT_FILE,
  GRPC_TLS_KEY_FILE: grpcEnv.GRPC_TLS_KEY_FILE,
  GRPC_TLS_CA_FILE: grpcEnv.GRPC_TLS_CA_FILE,
  /** Where browsers reach the user pool; the region's own endpoint unless set. */
  COGNITO_BROWSER_ENDPOINT: z.url().optional(),
  /** The folder of the built portal; without it only the API is served. */
  PORTAL_DIR: z.string().optional(),
  /** Where browsers reach the system. */
  PUBLIC_URL: z.url().optional(),
  /** Which environment this is. Load tests ask first, since some must not get load. No default: it would be a guess. */
  ENVIRONMENT: z.enum(environments),
  /** The commit that the image was built from; empty outside images and repositories. */
  COMMIT: z
    .string()
    .regex(/^[0-9a-f]{40}$/, 'must be a full commit')
    .optional(),
  /** How many of our own proxies write X-Forwarded-For before a request gets here. */
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  RATE_LIMIT_PERSON_PER_MINUTE: z.coerce.number().int().min(1).default(300),
  /** Many people share the address of a clinic or a mobile network. */
  RATE_LIMIT_ADDRESS_PER_MINUTE: z.coerce.number().int().min(1).default(3000),
};

const edgeConfig = z.object(edgeEnv);
export type EdgeConfig = z.infer<typeof edgeConfig>;

/** The parts that an edge's routes need. */
export type EdgeParts = Pick<Process, 'client' | 'onClose'> & {
  readonly live: LiveHub;
  /** This edge's own tokens, with which it vouches for what it has looked up. */
  readonly workloads: WorkloadTokens;
  /** Limits something beyond all requests, shared with the other processes of this edge. */
  limiter(name: string, limitPerMinute: number): RateLimiter;
};

export type EdgeOverrides = Pick<Overrides, 'log' | 'metrics'> & { checkResponses?: boolean };

export type EdgeServiceOptions = {
  name: string;
  config: EdgeConfig;
  info: OpenApiInfo;
  /** Whether its callers are patients or staff: tokens of the other app client are refused. */
  capacity: Capacity;
  /** The path of the portal, with slashes at both ends; the API is `<base>v1/`, its document `<base>openapi.json`. */
  base: `/${string}`;
  /** Portals that it serves besides the one at its base; a portal without a folder is left out. */
  furtherPortals?: readonly { dir: string | undefined; base: `/${string}` }[];
  /** Names that services give to fields, and what callers of this edge know them as. */
  fieldNames: Readonly<Record<string, string>>;
  routes(parts: EdgeParts): readonly Route[];
  overrides?: EdgeOverrides | undefined;
};

/** An edge as a service: limits, live updates and HTTP. They are closed in an order in which no request is lost. */
export function createEdgeService(options: EdgeServiceOptions): Service {
  const { name, config, base, overrides = {} } = options;
  return createProcess({
    name,
    config,
    overrides,
    async open({ log, metrics, verifier, onClose, client }) {
      const redis = openRedis(config.REDIS_URL, log, metrics);
      onClose('redis', () => redis.disconnect());
      const limiter = (who: string, limitPerMinute: number) => {
        const made = createRateLimiter({ name: who, limitPerMinute, redis, log });
        onClose(`${who} limits`, made.close);
        return made;
      };
      const rateLimits = {
        person: limiter('person', config.RATE_LIMIT_PERSON_PER_MINUTE),
        address: limiter('address', config.RATE_LIMIT_ADDRESS_PER_MINUTE),
      };

      const subscriber = openSubscriber(config.REDIS_URL, log, metrics);
      const live = createLiveHub({ subscriber, log, metrics });
      const workloads = createWorkloadTokens(config.WORKLOAD_TOKEN_DIR);
      const routes = options.routes({ live, client, workloads, onClose, limiter });
      const edge = createEdge({
        info: options.info,
        capacity: options.capacity,
        openApiPath: `${base}openapi.json`,
        apiBase: `${base}v1/`,
        routes,
        verifier,
        metrics,
        log,
        rateLimits,
        fieldNames: options.fieldNames,
        trustedProxyHops: config.TRUSTED_PROXY_HOPS,
        portals: [{ dir: config.PORTAL_DIR, base }, ...(options.furtherPortals ?? [])].flatMap(
          ({ dir, base }) => (dir === undefined ? [] : [{ dir, base }]),
        ),
        connectOrigins: [new URL(browserEndpoint(config)).origin],
        publicUrl: config.PUBLIC_URL,
        production: config.NODE_ENV === 'production',
        checkResponses: overrides.checkResponses ?? config.NODE_ENV === 'test',
      });
      const http = await edge.listen(config.HOST, config.HTTP_PORT);
      onClose('http', edge.close);
      // Streams end first: each is a request that would never end by itself.
      onClose('live updates', live.close);
      return { http };
    },
  });
}

/** Where browsers reach the user pool. */
export function browserEndpoint(config: Pick<EdgeConfig, 'COGNITO_BROWSER_ENDPOINT' | 'AWS_REGION'>): string {
  return config.COGNITO_BROWSER_ENDPOINT ?? `https://cognito-idp.${config.AWS_REGION}.amazonaws.com/`;
}
