import { accountFields, ensureProfile } from '@healthbooker/edge/ensure-profile';
import type { Peers } from '@healthbooker/edge/peers';
import { Profile, profileJson } from '@healthbooker/protos/json/profile';
import { personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

const Session = z.strictObject({
  profile: Profile.nullable(),
  refreshToken: z
    .boolean()
    .describe('Refresh the tokens and call again: the account has just become a patient’s'),
  wrong: z
    .array(z.strictObject({ field: z.enum(accountFields), message: z.string() }))
    .describe('What of the account no profile can be made of: ask for it and call again with it'),
});

/** What was asked for, instead of what the account says; a profile that exists is not changed by it. */
const Given = z.strictObject({
  name: z.string().max(500).exactOptional(),
  birthDate: z.string().max(40).exactOptional().describe('YYYY-MM-DD'),
  phone: z.string().max(40).exactOptional(),
});

/**
 * Begins a session after signing in. An account in no group becomes a patient's, which only its next token shows;
 * with that token the profile is made, if there is none yet. An account of which none can be made is no dead end: the
 * answer says what to ask for.
 */
export function startSession(peers: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/session',
    callers: 'signed-in',
    summary: 'Begins a session; the first one makes the profile',
    body: Given,
    responses: { 200: Session },
    async handle({ body, context }) {
      const { groups } = personOf(context);
      if (groups.length > 0 && !groups.includes('Patients')) {
        throw new ServiceError('forbidden', 'This is the patients’ portal. Please use the clinic’s.');
      }
      if (groups.length === 0) {
        const { username } = await peers.accounts.describe(context.token ?? '', context.signal);
        await peers.accounts.addToGroup(username, 'Patients', context.signal);
        return { status: 200, body: { profile: null, refreshToken: true, wrong: [] } };
      }
      const { profile, wrong = [] } = await ensureProfile(peers, body, context);
      return {
        status: 200,
        body: { profile: profile ? profileJson(profile) : null, refreshToken: false, wrong: [...wrong] },
      };
    },
  });
}
