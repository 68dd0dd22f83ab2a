import type { IdentityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { noticeKinds } from '../account-notice.ts';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { listNotices, removeNotices } from '../tables/account-change.ts';

const takeRequest = z.object({ keptIds: z.array(z.guid()).max(100) });

/**
 * Removes the notices that notification has stored, and gives those still to be sent.
 * @throws ServiceError invalid, unavailable
 */
export function takeAccountNotices({ store }: Parts): RpcOf<IdentityServiceDefinition, 'TakeAccountNotices'> {
  return {
    callers: ['workload:notification'],
    async handle(request, context) {
      await removeNotices(store, parse(takeRequest, request).keptIds, context.signal);
      const notices = await listNotices(store, context.signal);
      return {
        notices: notices.map(({ SK: id, personId, kind, at }) => ({
          id,
          personId,
          kind: noticeKinds[kind],
          at,
        })),
      };
    },
  };
}
