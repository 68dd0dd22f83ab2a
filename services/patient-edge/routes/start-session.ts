import { accountFields, ensureProfile } from '@healthbooker/edge/ensure-profile';
import type { Peers } from '@healthbooker/edge/peers';
import { Profile, profileJson } from '@healthbooker/protos/json/profile';
import { type CallContext, isInGroup } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

const Session = z.strictObject({
  profile: Profile.nullable(),
  refreshToken: z
    .boolean()
    .describe(
      'Refresh the tokens and call again: the account is a patient’s, which the token does not say yet',
    ),
  worksHere: z
    .boolean()
    .describe(
      'The account is of somebody who works here and is no patient: ask them, then PUT /v1/me/patient',
    ),
  wrong: z
    .array(z.strictObject({ field: z.enum(accountFields), message: z.string() }))
    .describe('What of the account no profile can be made of: ask for it and call again with it'),
});

/** Data that the person was asked for, in place of the account's. It does not change an existing profile. */
const Given = z.strictObject({
  name: z.string().max(500).exactOptional(),
  birthDate: z.string().max(40).exactOptional().describe('YYYY-MM-DD'),
  phone: z.string().max(40).exactOptional(),
  postcode: z.string().max(40).exactOptional().describe('Says which places the person can reach'),
});

/**
 * Begins a session after signing in. An account in no group becomes a patient's account. Only its next token shows
 * that, and with that token the profile is made, if there is none yet. Staff become patients only when they say so.
 * If no profile can be made from an account, the answer says what to ask for.
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
      if (!isInGroup(context.caller, 'Patients')) {
        const worksHere = !(await isPatientByNow(peers, context));
        return { status: 200, body: { profile: null, refreshToken: !worksHere, worksHere, wrong: [] } };
      }
      const { profile, wrong = [] } = await ensureProfile(peers, body, context);
      return {
        status: 200,
        body: {
          profile: profile ? profileJson(profile) : null,
          refreshToken: false,
          worksHere: false,
          wrong: [...wrong],
        },
      };
    },
  });
}

/** Whether the account is a patient's. An account in no group becomes one here; false for staff. */
async function isPatientByNow({ accounts }: Peers, { token = '', signal }: CallContext): Promise<boolean> {
  const { username } = await accounts.describe(token, signal);
  const groups = await accounts.groupsOf(username, signal);
  if (groups.length === 0) await accounts.addToGroup(username, 'Patients', signal);
  return groups.length === 0 || groups.includes('Patients');
}
