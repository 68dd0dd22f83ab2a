import { hash, randomBytes } from 'node:crypto';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { id, parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { linkById, toLink } from './link.ts';

const insert = statement(
  'insert-proxy-notice',
  `insert into proxy_notice(secret_sha256, link_id, made_at) values ($1, $2, $3)`,
);
const schema = z.object({ linkId: id });

/** A link as it is now, with a fresh secret to dispute it by. Only the hash of the secret is stored. */
export function getProxyNotice({ pool, clock }: Parts): RpcOf<ProxyServiceDefinition, 'GetProxyNotice'> {
  return {
    callers: ['workload:notification'],
    async handle(request) {
      const now = clock();
      const link = await linkById(pool, parse(schema, request).linkId, now);
      const secret = randomBytes(32).toString('base64url');
      await query(pool, insert, [hash('sha256', secret, 'buffer'), link.id, now]);
      return { link: toLink(link), secret };
    },
  };
}
