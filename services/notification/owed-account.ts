import type { AccountNotice__Output } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AccountNotice';
import type { AccountNoticeKind__Output } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AccountNoticeKind';
import type { OwedMessage } from './ledger.ts';
import type { AccountTemplate } from './mail/account-templates.ts';
import { newsFor_ms } from './owed.ts';

/**
 * The old address gets a mail about a changed address as well: a person whose account was taken over still reads it.
 */
const templates: Readonly<Record<AccountNoticeKind__Output, readonly AccountTemplate[]>> = {
  ACCOUNT_NOTICE_KIND_UNSPECIFIED: [],
  ACCOUNT_NOTICE_KIND_CONFIRMED: ['identity-confirmed'],
  ACCOUNT_NOTICE_KIND_REFUSED: ['identity-refused'],
  ACCOUNT_NOTICE_KIND_EMAIL: ['email-left', 'email-changed'],
  ACCOUNT_NOTICE_KIND_PHONE: ['phone-changed'],
};

/** The mails that a change of somebody's account calls for. */
export function accountMessagesOwed(
  { id, personId, kind, at: changedAt }: AccountNotice__Output,
  nowMs: number,
): OwedMessage[] {
  if (nowMs - Date.parse(changedAt) > newsFor_ms) return [];
  return templates[kind].map((template, index) => ({
    personId,
    template,
    appointmentId: id,
    version: 1,
    sequence: index + 1,
    changedAt,
  }));
}
