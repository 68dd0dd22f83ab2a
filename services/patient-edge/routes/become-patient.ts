import type { Peers } from '@healthbooker/edge/peers';
import { nothing, type Route, route } from '@healthbooker/runtime/route';

/** Somebody who works here wants to be a patient too; the next token shows it, and the session after it makes the profile. */
export function becomePatient({ accounts }: Peers): Route {
  return route({
    method: 'PUT',
    path: '/v1/me/patient',
    callers: 'signed-in',
    summary: 'Makes the account a patient’s as well; refresh the tokens afterwards',
    responses: { 204: nothing },
    async handle({ context }) {
      const { username } = await accounts.describe(context.token ?? '', context.signal);
      await accounts.addToGroup(username, 'Patients', context.signal);
      return { status: 204, body: undefined };
    },
  });
}
