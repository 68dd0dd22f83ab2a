import type { IdentityChange } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityChange';
import type { IdentityDetails } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityDetails';
import type { IdentityRequest } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityRequest';
import { type CallContext, forward, personOf, refuseForOneself } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Parts } from './parts.ts';
import { changeAccount, type Decided, listDecided } from './tables/account-change.ts';
import {
  type IdentityDetails as Details,
  findProfile,
  type IdentityRequestItem,
  type ProfileChange,
  type ProfileItem,
} from './tables/profile.ts';

/** How many former names, birth dates or sexes a profile holds for the banner of a chart; older ones are in the list. */
const kept_former = 10;
/** How often a decision is tried again when the patient changes their profile at the same moment. */
const tries = 3;

export type Decision = { kind: 'confirmed'; evidence: string } | { kind: 'refused'; refusal: string };

/**
 * Reception decides a request, once. A later decision, or one about a request that is not the open one, is a conflict.
 * @throws ServiceError not-found, forbidden (about oneself, or somebody one acts for), conflict, unavailable
 */
export async function decide(
  parts: Parts,
  { personId, requestId }: { personId: string; requestId: string },
  decision: Decision,
  context: CallContext,
): Promise<Decided> {
  const { store, clock, measures } = parts;
  refuseForOneself(context, personId);
  await refuseForWard(parts, personId, context);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const profile = await findProfile(store, personId, context.signal);
    if (profile === undefined) throw new ServiceError('not-found', 'There is no such profile.');
    const { identityRequest: request } = profile;
    if (request?.id !== requestId) throw await notOpen(parts, profile, requestId, context.signal);
    const { evidence, refusal } = { evidence: '', refusal: '', ...decision };
    const change: Decided = {
      ...request,
      kind: decision.kind,
      at: clock().toISOString(),
      before: sameFields(request.wanted, profile),
      decidedBy: personOf(context).personId,
      evidence,
      refusal,
    };
    const taken = decision.kind === 'confirmed' ? confirmedFields(profile, change) : {};
    const done = await changeAccount(
      store,
      profile,
      { ...taken, identityRequest: null },
      change,
      context.signal,
    );
    if (done === undefined) continue;
    measures.identityRequests.inc({ outcome: decision.kind });
    return change;
  }
  throw new ServiceError('conflict', 'This person’s profile is being changed. Look at it again.', {
    details: { reason: 'busy' },
  });
}

/** Nobody decides for a person they act for: the evidence would be their own. */
async function refuseForWard({ proxies }: Parts, personId: string, context: CallContext): Promise<void> {
  const links = await proxies.call('ListProxies', { personId }, forward(context, { idempotent: true }));
  const self = personOf(context).personId;
  if ([...links.proxies, ...links.unconfirmed].some(({ proxyId }) => proxyId === self)) {
    throw new ServiceError('forbidden', 'You act for this person: a colleague has to decide this.');
  }
}

async function notOpen(
  { store }: Parts,
  profile: ProfileItem,
  requestId: string,
  signal: AbortSignal,
): Promise<ServiceError> {
  const known = (await listDecided(store, profile, signal)).find(({ id }) => id === requestId);
  const state = known?.kind ?? 'gone';
  const sentences = {
    confirmed: 'This request has been confirmed already.',
    refused: 'This request has been refused already.',
    gone: 'This request is not open any more. Look at what the patient asks for now.',
  };
  return new ServiceError('conflict', sentences[state], { details: { reason: 'state', state } });
}

function confirmedFields(profile: ProfileItem, { wanted, before, at }: Decided): ProfileChange {
  const { name, birthDate, sex } = before;
  const former = {
    ...(name ? { name } : {}),
    ...(birthDate ? { birthDate } : {}),
    ...(sex && sex !== 'unknown' ? { sex } : {}),
  };
  const isKnown = Object.keys(former).length > 0;
  return {
    ...wanted,
    formerly: [...(isKnown ? [{ ...former, until: at }] : []), ...profile.formerly].slice(0, kept_former),
  };
}

/** What the profile says in the fields that a request would change. */
function sameFields(wanted: Details, { name, birthDate, sex }: ProfileItem): Details {
  return {
    ...(wanted.name === undefined ? {} : { name }),
    ...(wanted.birthDate === undefined ? {} : { birthDate }),
    ...(wanted.sex === undefined ? {} : { sex }),
  };
}

export function toDetails({ name = '', birthDate = '', sex = '' }: Details): IdentityDetails {
  return { name, birthDate, sex };
}

export function toRequest({ id, wanted, reason, requestedAt }: IdentityRequestItem): IdentityRequest {
  return { id, wanted: toDetails(wanted), reason, requestedAt };
}

/** @param withStaff with the name of the person who decided it: for staff, not for the patient */
export function toChange(change: Decided, withStaff: boolean): IdentityChange {
  const { id, reason, requestedAt, evidence, refusal, at: decidedAt, decidedBy } = change;
  return {
    id,
    confirmed: change.kind === 'confirmed',
    before: toDetails(change.before),
    wanted: toDetails(change.wanted),
    reason,
    requestedAt,
    decidedAt,
    decidedBy: withStaff ? decidedBy : '',
    evidence,
    refusal,
  };
}
