import type { Peers } from '@healthbooker/edge/peers';
import { Profile, profileJson } from '@healthbooker/protos/json/profile';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { versionTag } from '@healthbooker/runtime/version-tag';

export function getMe({ appointment }: Peers): Route {
  return route({
    method: 'GET',
    path: '/v1/me',
    callers: ['Patients'],
    summary: 'The caller’s own profile',
    responses: { 200: Profile },
    problems: [404],
    async handle({ context }) {
      const { profile } = await appointment.call('GetProfile', {}, forward(context, { idempotent: true }));
      const body = profileJson(present(profile, 'profile'));
      return { status: 200, body, headers: { ETag: versionTag(body.version) } };
    },
  });
}
