import { checkedOutCommit } from './commit.ts';
import type { Control } from './control.ts';
import { type Identity, mailFrom, privacyMailbox } from './identity.ts';
import { portalEnv } from './portals.ts';
import { coreTableName, type EventResources, type Follower } from './resources.ts';
import { type LocalService, peerEnv } from './services.ts';
import { archiveBucket, awsEnv, type Stores } from './stores.ts';
import type { WorkloadIssuer } from './workload-issuer.ts';

export type Login = { role: string; email: string };

export type StackParts = {
  /** The address of the whole system. */
  url: string;
  services: readonly LocalService[];
  stores: Stores;
  identity: Identity;
  issuer: WorkloadIssuer;
  control: Pick<Control, 'url'>;
  events: EventResources;
  /** URL of each service's own database, as the service connects. */
  databases: Readonly<Record<string, string>>;
  /** The same databases as the owner of their tables connects, who runs migrations and seeds. */
  owners: Readonly<Record<string, string>>;
  /** Who can sign in; nobody in an empty hospital. */
  logins: readonly Login[];
};

/** The environment of one service, with the variables that production sets too; only their values differ. */
export function serviceEnv(service: LocalService, parts: StackParts): Record<string, string> {
  const { url, stores, identity, issuer, control, events } = parts;
  const database = parts.databases[service.name];
  const queueUrl = events.queueUrls[service.name as Follower];
  return {
    NODE_ENV: 'development',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
    ...awsEnv,
    ...identity.env,
    COGNITO_BROWSER_ENDPOINT: `${url}/cognito`,
    WORKLOAD_ISSUER: issuer.issuer,
    WORKLOAD_JWKS_URL: `${control.url}/workload/jwks.json`,
    WORKLOAD_TOKEN_DIR: issuer.tokenDir(service.name),
    ...peerEnv(parts.services),
    DYNAMODB_ENDPOINT: stores.urls.dynamodb,
    DYNAMODB_TABLE: coreTableName,
    REDIS_URL: stores.urls.redis,
    S3_ENDPOINT: stores.urls.s3,
    ARCHIVE_BUCKET: archiveBucket,
    SNS_ENDPOINT: stores.urls.events,
    SQS_ENDPOINT: stores.urls.events,
    EVENTS_TOPIC_ARN: events.topicArn,
    SMTP_URL: stores.urls.smtp,
    MAIL_FROM: mailFrom,
    PRIVACY_MAIL_TO: privacyMailbox,
    PUBLIC_URL: url,
    ENVIRONMENT: 'local',
    COMMIT: checkedOutCommit() ?? '',
    // The ingress.
    TRUSTED_PROXY_HOPS: '1',
    ...(queueUrl !== undefined && { EVENTS_QUEUE_URL: queueUrl }),
    ...(database !== undefined && { DATABASE_URL: database }),
    ...(service.pools.postgres !== undefined && { DATABASE_POOL_MAX: String(service.pools.postgres) }),
    ...portalEnv(service.name),
  };
}
