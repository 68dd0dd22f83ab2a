import type { AccountNoticeKind } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AccountNoticeKind';
import type { Composed, ComposeOptions } from './compose.ts';
import type { ClaimedMessage } from './ledger.ts';
import { type AccountTemplate, renderAccountMail } from './mail/account-templates.ts';
import { addressed, contactOf, noRecipient, recipientOf } from './recipient.ts';

const kinds = {
  'identity-confirmed': 'ACCOUNT_NOTICE_KIND_CONFIRMED',
  'identity-refused': 'ACCOUNT_NOTICE_KIND_REFUSED',
  'email-left': 'ACCOUNT_NOTICE_KIND_EMAIL',
  'email-changed': 'ACCOUNT_NOTICE_KIND_EMAIL',
  'phone-changed': 'ACCOUNT_NOTICE_KIND_PHONE',
} as const satisfies Record<AccountTemplate, keyof typeof AccountNoticeKind>;

/** A change is announced a moment before it is made; after this time it was made, or never will be. */
const settled_ms = 60_000;

/**
 * Writes a notice about a person's own account, to them or to a proxy for their record. A notice about a changed
 * address goes to the old address as well. Rejects when a service that has to be asked is unavailable.
 */
export async function composeAccount(
  message: ClaimedMessage,
  template: AccountTemplate,
  { peers, publicUrl, nowMs }: ComposeOptions,
): Promise<Composed> {
  if (message.mail !== undefined) return { result: 'mail', mail: message.mail };
  const change = await peers.getAccountNotice(message.personId, message.appointmentId, kinds[template]);
  if (change === undefined) {
    return nowMs - message.changedAt.getTime() < settled_ms
      ? { result: 'wait', reason: 'The change has not been made yet.' }
      : { result: 'suppress', reason: 'The change was not made.' };
  }
  const contact =
    template === 'email-left'
      ? await formerContact(message.personId, peers)
      : await recipientOf(message.personId, peers, ({ scope }) => scope === 'PROXY_SCOPE_RECORD');
  const recipient = template === 'email-left' ? change.formerEmail : (contact?.email ?? '');
  if (contact === undefined || recipient === '') return noRecipient;
  const { at, aboutName, aboutBirthDate } = change;
  const rendered = renderAccountMail(template, {
    name: contact.name,
    timeZone: contact.timeZone,
    at,
    aboutName,
    aboutBirthDate,
    url: `${publicUrl.replace(/\/+$/, '')}/account`,
  });
  return { result: 'mail', mail: { ...rendered, recipient, calendar: '' } };
}

async function formerContact(personId: string, peers: ComposeOptions['peers']) {
  const contact = await contactOf(personId, peers);
  return contact && addressed(contact);
}
