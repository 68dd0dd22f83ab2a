import type { Peers } from '@healthbooker/edge/peers';
import { listPeople } from '@healthbooker/edge/people';
import type { ProxyLink__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyLink';
import { peopleOfLinks, type StaffLink, staffLinkJson } from '@healthbooker/protos/json/proxy';
import type { CallContext } from '@healthbooker/runtime/context';
import type { z } from 'zod';

/** Links as staff see them, with the names of everybody they mention; names are empty while they cannot be read. */
export async function namedLinks(
  { appointment }: Pick<Peers, 'appointment'>,
  links: readonly ProxyLink__Output[],
  context: CallContext,
): Promise<z.input<typeof StaffLink>[]> {
  const known = await listPeople(appointment, peopleOfLinks(links), context);
  return links.map((link) => staffLinkJson(link, known));
}

/** One link, as {@link namedLinks}. */
export async function namedLink(
  peers: Pick<Peers, 'appointment'>,
  link: ProxyLink__Output,
  context: CallContext,
): Promise<z.input<typeof StaffLink>> {
  const [named] = await namedLinks(peers, [link], context);
  if (named === undefined) throw new Error('a link was lost while it was named');
  return named;
}
