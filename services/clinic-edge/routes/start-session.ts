import { ensureProfile } from '@healthbooker/edge/ensure-profile';
import type { Peers } from '@healthbooker/edge/peers';
import { Provider } from '@healthbooker/protos/json/directory';
import { Profile, profileJson } from '@healthbooker/protos/json/profile';
import { groups, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { staff } from '../callers.ts';

const Session = z.strictObject({
  profile: Profile,
  groups: z.array(z.enum(groups)),
  provider: Provider.nullable().describe('The caller’s entry in the directory'),
});

export function startSession(peers: Peers): Route {
  return route({
    method: 'POST',
    path: '/clinic/v1/session',
    callers: staff,
    summary: 'Begins a session; the first one makes the profile',
    body: z.strictObject({}),
    responses: { 200: Session },
    async handle({ context }) {
      const caller = personOf(context);
      const [{ profile, wrong }, { providers }] = await Promise.all([
        ensureProfile(peers, {}, context),
        peers.directory.get(context),
      ]);
      if (wrong) {
        throw new ServiceError('invalid', 'Something in your account is not right. Ask whoever made it.', {
          fields: wrong,
        });
      }
      return {
        status: 200,
        body: {
          profile: profileJson(profile),
          groups: [...caller.groups],
          provider: providers.get(caller.personId) ?? null,
        },
      };
    },
  });
}
