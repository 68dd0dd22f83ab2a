import type { IdentityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { noticeKind } from '../account-notice.ts';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { findChange } from '../tables/account-change.ts';
import { findProfile } from '../tables/profile.ts';

const getRequest = z.object({ personId: z.guid(), noticeId: z.guid(), kind: noticeKind });

/**
 * What a notice is about. Not-found for a change that was prepared and did not happen.
 * @throws ServiceError invalid, not-found, unavailable
 */
export function getAccountNotice({ store }: Parts): RpcOf<IdentityServiceDefinition, 'GetAccountNotice'> {
  return {
    callers: ['workload:notification'],
    async handle(request, context) {
      const { personId, noticeId, kind } = parse(getRequest, request);
      const profile = await findProfile(store, personId, context.signal);
      const change = profile && (await findChange(store, profile, kind, noticeId, context.signal));
      if (change === undefined) throw new ServiceError('not-found', 'There is no such change.');
      const wanted = 'wanted' in change ? change.wanted : {};
      return {
        at: change.at,
        aboutName: wanted.name !== undefined,
        aboutBirthDate: wanted.birthDate !== undefined,
        formerEmail: change.kind === 'email' ? change.before : '',
      };
    },
  };
}
