import { AccountNoticeKind } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AccountNoticeKind';
import { z } from 'zod';
import type { AccountChange } from './tables/profile.ts';

/** Kinds of notices as the contract names them. */
export const noticeKinds = {
  confirmed: 'ACCOUNT_NOTICE_KIND_CONFIRMED',
  refused: 'ACCOUNT_NOTICE_KIND_REFUSED',
  email: 'ACCOUNT_NOTICE_KIND_EMAIL',
  phone: 'ACCOUNT_NOTICE_KIND_PHONE',
} as const satisfies Record<AccountChange['kind'], keyof typeof AccountNoticeKind>;

/** A kind as the table names it. */
export const noticeKind = z.enum(AccountNoticeKind).transform((name, context) => {
  const found = Object.entries(noticeKinds).find(([, value]) => value === name);
  if (found !== undefined) return found[0] as AccountChange['kind'];
  context.addIssue({ code: 'custom', message: 'must be a kind of notice' });
  return z.NEVER;
});
