import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { type CalledSystem, callsTo, type Metrics } from './metrics.ts';

export type AwsClientOptions = {
  region: string;
  /** Unset in production, where the SDK finds it by region. */
  endpoint?: string | undefined;
  /** How long one attempt may take. */
  requestTimeoutMs?: number;
  maxAttempts?: number;
};

/**
 * Settings for any AWS SDK client: a connection within half a second, an answer within a second and a half unless
 * told otherwise, at most two attempts, and bounded sockets. Credentials come from where the SDK looks for them.
 */
export function awsClientConfig({
  region,
  endpoint,
  requestTimeoutMs = 1500,
  maxAttempts = 2,
}: AwsClientOptions) {
  return {
    region,
    ...(endpoint !== undefined && { endpoint }),
    maxAttempts,
    requestHandler: {
      connectionTimeout: 500,
      requestTimeout: requestTimeoutMs,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: true, maxSockets: 50 },
      httpsAgent: { keepAlive: true, maxSockets: 50 },
    },
  };
}

/** For publishing events: nobody waits for it, so it may take longer than a request. */
export function createSns(config: { AWS_REGION: string; SNS_ENDPOINT?: string | undefined }): SNSClient {
  return new SNSClient(
    awsClientConfig({ region: config.AWS_REGION, endpoint: config.SNS_ENDPOINT, requestTimeoutMs: 5000 }),
  );
}

/** For following a queue: a long poll holds its request for up to 20 s. */
export function createSqs(config: { AWS_REGION: string; SQS_ENDPOINT?: string | undefined }): SQSClient {
  return new SQSClient(
    awsClientConfig({ region: config.AWS_REGION, endpoint: config.SQS_ENDPOINT, requestTimeoutMs: 25_000 }),
  );
}

/** For what an edge asks the user pool on a person's behalf. */
export function createCognito(config: {
  AWS_REGION: string;
  COGNITO_ENDPOINT?: string | undefined;
}): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient(
    awsClientConfig({ region: config.AWS_REGION, endpoint: config.COGNITO_ENDPOINT }),
  );
}

/** Wraps one step of a request, whatever its kind. */
type Middleware = <Step extends (call: never) => unknown>(next: Step) => Step;
type AnyClient = {
  middlewareStack: {
    addRelativeTo(middleware: Middleware, where: { relation: 'after'; toMiddleware: string }): void;
  };
};

/** Counts every request that an SDK client sends; each attempt counts as one. */
export function countCalls(
  client: AnyClient,
  system: CalledSystem,
  metrics: Pick<Metrics, 'outboundCalls'>,
): void {
  const calls = callsTo(system, metrics);
  const count: Middleware = <Step extends (call: never) => unknown>(next: Step) => {
    const counted = (call: never) => {
      calls.inc();
      return next(call);
    };
    return counted as Step;
  };
  client.middlewareStack.addRelativeTo(count, { relation: 'after', toMiddleware: 'retryMiddleware' });
}
