import type { Peers } from '@healthbooker/edge/peers';
import { namesOf } from '@healthbooker/edge/people';
import type { IdentityChange__Output } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityChange';
import {
  Identity,
  IdentityChange,
  identityChangeJson,
  identityJson,
} from '@healthbooker/protos/json/identity';
import { present } from '@healthbooker/protos/json/words';
import { type CallContext, forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

const which = z.strictObject({ id: z.guid(), requestId: z.guid() });
const words = z.string().trim().min(3).max(500);

export function getPatientIdentity({ identity, appointment }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/patients/:id/identity',
    callers: ['Receptionists'],
    summary: 'A patient’s legal name, birth date and sex, what they ask for and what was decided',
    params: z.strictObject({ id: z.guid() }),
    responses: { 200: Identity },
    problems: [404],
    async handle({ params: { id: personId }, context }) {
      const known = await identity.call('GetIdentity', { personId }, forward(context, { idempotent: true }));
      const ids = known.changes.map(({ decidedBy }) => decidedBy);
      const nameOf = await namesOf(appointment, ids, context);
      return { status: 200, body: identityJson(known, nameOf) };
    },
  });
}

export function setPostcode({ identity }: Peers): Route {
  return route({
    method: 'PUT',
    path: '/clinic/v1/patients/:id/postcode',
    callers: ['Receptionists'],
    summary:
      'The postcode that a patient says, which decides what places they are offered; empty takes it away',
    params: z.strictObject({ id: z.guid() }),
    body: z.strictObject({ postcode: z.string().max(40) }),
    responses: { 200: z.strictObject({ postcode: z.string() }) },
    problems: [404],
    async handle({ params: { id: personId }, body: { postcode }, context }) {
      const wanted = { personId, postcode };
      const kept = await identity.call('SetPostcode', wanted, forward(context, { idempotent: true }));
      return { status: 200, body: { postcode: kept.postcode } };
    },
  });
}

export function confirmIdentity({ identity, appointment }: Peers): Route {
  return route({
    method: 'POST',
    path: '/clinic/v1/patients/:id/identity/requests/:requestId/confirm',
    callers: ['Receptionists'],
    summary: 'Reception has seen the evidence: the profile says what was asked for; 409 when it is not open',
    params: which,
    body: z.strictObject({ evidence: words.describe('What was shown') }),
    responses: { 200: IdentityChange },
    problems: [404, 409],
    async handle({ params: { id: personId, requestId }, body: { evidence }, context }) {
      const wanted = { personId, requestId, evidence };
      const { change } = await identity.call('ConfirmIdentityRequest', wanted, forward(context));
      return { status: 200, body: await namedChange(appointment, present(change, 'change'), context) };
    },
  });
}

export function refuseIdentity({ identity, appointment }: Peers): Route {
  return route({
    method: 'POST',
    path: '/clinic/v1/patients/:id/identity/requests/:requestId/refuse',
    callers: ['Receptionists'],
    summary: 'The change is not made; the patient reads why; 409 when it is not open',
    params: which,
    body: z.strictObject({ refusal: words.describe('Why, for the patient to read') }),
    responses: { 200: IdentityChange },
    problems: [404, 409],
    async handle({ params: { id: personId, requestId }, body: { refusal }, context }) {
      const wanted = { personId, requestId, refusal };
      const { change } = await identity.call('RefuseIdentityRequest', wanted, forward(context));
      return { status: 200, body: await namedChange(appointment, present(change, 'change'), context) };
    },
  });
}

async function namedChange(
  appointment: Peers['appointment'],
  change: IdentityChange__Output,
  context: CallContext,
): Promise<z.input<typeof IdentityChange>> {
  return identityChangeJson(change, await namesOf(appointment, [change.decidedBy], context));
}
