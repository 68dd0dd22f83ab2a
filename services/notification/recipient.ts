import type { GetContactResponse__Output } from '@healthbooker/protos/gen/healthbooker/appointment/v1/GetContactResponse';
import type { ProxyLink__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyLink';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Peers } from './peers.ts';

/** The result for a message that has no recipient. */
export const noRecipient = {
  result: 'suppress',
  reason: 'No e-mail address is known for this person or anybody who acts for them.',
} as const;

/** A contact with the name by which the person is addressed. */
export function addressed(contact: GetContactResponse__Output): GetContactResponse__Output {
  return { ...contact, name: contact.preferredName || contact.name };
}

/**
 * Where a person's mail goes: to them, or, when they have no address, to the first of those who act for them who has
 * one, with a name that says for whom. The name is the one they are addressed by. Undefined when there is none. Rejects when a service cannot be asked.
 * @param mayRead which of those who act for the person may have this mail
 */
export async function recipientOf(
  personId: string,
  peers: Pick<Peers, 'getContact' | 'listProxies'>,
  mayRead: (link: ProxyLink__Output) => boolean = () => true,
): Promise<GetContactResponse__Output | undefined> {
  const own = await contactOf(personId, peers);
  if (own !== undefined && own.email !== '') return addressed(own);
  for (const link of await peers.listProxies(personId)) {
    if (!mayRead(link)) continue;
    const proxy = await contactOf(link.proxyId, peers);
    if (proxy === undefined || proxy.email === '') continue;
    return own === undefined || own.name === ''
      ? addressed(proxy)
      : { ...proxy, name: `${addressed(proxy).name} (for ${own.name})` };
  }
  return undefined;
}

/** Where to reach somebody; undefined when nobody knows them. Rejects when the service cannot be asked. */
export async function contactOf(
  personId: string,
  peers: Pick<Peers, 'getContact'>,
): Promise<GetContactResponse__Output | undefined> {
  try {
    return await peers.getContact(personId);
  } catch (err) {
    if (err instanceof ServiceError && err.kind === 'not-found') return undefined;
    throw err;
  }
}
