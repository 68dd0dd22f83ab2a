import type { ProxyLink__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyLink';
import type { Composed, ComposeOptions } from './compose.ts';
import type { ClaimedMessage } from './ledger.ts';
import { type ProxyTemplate, renderProxyMail } from './mail/proxy-templates.ts';
import { contactOf, noRecipient, recipientOf } from './recipient.ts';

/**
 * Writes a notice that somebody acts for a patient. It goes to the patient, or to another proxy for the record, never
 * to the person it is about. It is sent even if the link has ended since: the patient hears of a link that was open for
 * a minute too. Rejects when a service that has to be asked is unavailable.
 */
export async function composeProxy(
  message: ClaimedMessage,
  template: ProxyTemplate,
  { peers, publicUrl }: ComposeOptions,
): Promise<Composed> {
  if (message.mail !== undefined) return { result: 'mail', mail: message.mail };
  const { link, secret } = await peers.getProxyNotice(message.appointmentId);
  if (link.version < message.version) {
    return { result: 'wait', reason: 'The scheduler does not know this version of the link.' };
  }
  const reason = whyNot(template, link);
  if (reason !== undefined) return { result: 'suppress', reason };
  const contact = await recipientOf(message.personId, peers, (other) => {
    return other.proxyId !== link.proxyId && other.scope === 'PROXY_SCOPE_RECORD';
  });
  if (contact === undefined) return noRecipient;
  const proxy = await contactOf(link.proxyId, peers);
  const rendered = renderProxyMail(template, {
    name: contact.name,
    proxyName: proxy?.name ?? '',
    withRecord: link.scope === 'PROXY_SCOPE_RECORD',
    isMadeByStaff: link.isMadeByStaff,
    expiresAt: link.expiresAt,
    // Behind the #, which browsers do not send: so the secret is in no log.
    url: `${publicUrl.replace(/\/+$/, '')}${noticePath}#${secret}`,
  });
  return { result: 'mail', mail: { ...rendered, recipient: contact.email, calendar: '' } };
}

/** Where the portal takes the secret of a notice. */
const noticePath = '/not-me';

/** The words of a notice for whoever else may read the ledger: without the secret, which is the patient's. */
export function withoutSecret(words: string): string {
  return words.replaceAll(/(\/not-me#)[\w-]+/g, '$1…');
}

function whyNot(template: ProxyTemplate, { state }: ProxyLink__Output): string | undefined {
  const wasConfirmed = state === 'PROXY_STATE_ACTIVE' || state === 'PROXY_STATE_EXPIRED';
  if (template === 'proxy-asked' && wasConfirmed) return 'It was confirmed before it was sent.';
  return undefined;
}
