import type { Peers } from '@healthbooker/edge/peers';
import { Profile, profileJson } from '@healthbooker/protos/json/profile';
import { present } from '@healthbooker/protos/json/words';
import { forward, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

const Session = z.strictObject({
  profile: Profile.nullable(),
  refreshToken: z
    .boolean()
    .describe('Refresh the tokens and call again: the account has just become a patient’s'),
});

/**
 * Begins a session after signing in. An account in no group becomes a patient's, which only its next token shows;
 * with that token the profile is made, if there is none yet.
 */
export function startSession({ accounts, appointment }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/session',
    callers: 'signed-in',
    summary: 'Begins a session; the first one makes the profile',
    body: z.strictObject({}),
    responses: { 200: Session },
    async handle({ context }) {
      const { groups } = personOf(context);
      if (groups.length > 0 && !groups.includes('Patients')) {
        throw new ServiceError('forbidden', 'This is the patients’ portal. Please use the clinic’s.');
      }
      const account = await accounts.describe(context.token ?? '', context.signal);
      if (groups.length === 0) {
        await accounts.addToGroup(account.username, 'Patients', context.signal);
        return { status: 200, body: { profile: null, refreshToken: true } };
      }
      const { email, name, birthDate, phone } = account;
      const { profile } = await appointment.call(
        'EnsureProfile',
        { email, name, birthDate, phone },
        forward(context, { idempotent: true }),
      );
      return {
        status: 200,
        body: { profile: profileJson(present(profile, 'profile')), refreshToken: false },
      };
    },
  });
}
