import type { Peers } from '@healthbooker/edge/peers';
import { Provider } from '@healthbooker/protos/json/directory';
import { Profile, profileJson } from '@healthbooker/protos/json/profile';
import { present } from '@healthbooker/protos/json/words';
import { forward, groups, personOf } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { staff } from '../callers.ts';

const Session = z.strictObject({
  profile: Profile,
  groups: z.array(z.enum(groups)),
  provider: Provider.nullable().describe('The caller’s entry in the directory'),
});

export function startSession({ accounts, appointment, directory }: Peers): Route {
  return route({
    method: 'POST',
    path: '/clinic/v1/session',
    callers: staff,
    summary: 'Begins a session; the first one makes the profile',
    body: z.strictObject({}),
    responses: { 200: Session },
    async handle({ context }) {
      const caller = personOf(context);
      const [account, { providers }] = await Promise.all([
        accounts.describe(context.token ?? '', context.signal),
        directory.get(context),
      ]);
      const { email, name, birthDate, phone } = account;
      const { profile } = await appointment.call(
        'EnsureProfile',
        { email, name, birthDate, phone },
        forward(context, { idempotent: true }),
      );
      return {
        status: 200,
        body: {
          profile: profileJson(present(profile, 'profile')),
          groups: [...caller.groups],
          provider: providers.get(caller.personId) ?? null,
        },
      };
    },
  });
}
