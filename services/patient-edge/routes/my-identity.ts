import type { Peers } from '@healthbooker/edge/peers';
import {
  Identity,
  IdentityRequest,
  identityJson,
  identityRequestJson,
  wantedIdentity,
} from '@healthbooker/protos/json/identity';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { nothing, type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function getMyIdentity({ identity }: Peers): Route {
  return route({
    method: 'GET',
    path: '/v1/me/identity',
    callers: ['Patients'],
    summary: 'The caller’s legal name, birth date and sex, what they ask for and what was decided',
    responses: { 200: Identity },
    problems: [404],
    async handle({ context }) {
      const known = await identity.call('GetIdentity', {}, forward(context, { idempotent: true }));
      return { status: 200, body: identityJson(known) };
    },
  });
}

/** It needs no key: only one request can be open, and a repeated request finds that one. */
export function requestIdentityChange({ identity }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/me/identity/requests',
    callers: ['Patients'],
    summary:
      'Asks for another legal name, birth date or sex, which reception confirms; 409 while a request is open, three a day',
    body: z.strictObject({
      wanted: wantedIdentity,
      reason: z.string().min(3).max(500).describe('Why, and what the patient will bring'),
    }),
    responses: { 201: IdentityRequest },
    problems: [404, 409],
    async handle({ body, context }) {
      const { request } = await identity.call('RequestIdentityChange', body, forward(context));
      return { status: 201, body: identityRequestJson(present(request, 'request')) };
    },
  });
}

export function withdrawIdentityRequest({ identity }: Peers): Route {
  return route({
    method: 'DELETE',
    path: '/v1/me/identity/requests/:id',
    callers: ['Patients'],
    summary: 'Takes a request back; 409 when reception has decided it',
    params: z.strictObject({ id: z.guid() }),
    responses: { 204: nothing },
    problems: [404, 409],
    async handle({ params: { id: requestId }, context }) {
      const outgoing = forward(context, { idempotent: true });
      await identity.call('WithdrawIdentityRequest', { requestId }, outgoing);
      return { status: 204, body: undefined };
    },
  });
}
