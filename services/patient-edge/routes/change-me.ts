import type { Peers } from '@healthbooker/edge/peers';
import { sexes } from '@healthbooker/protos/json/identity';
import { Profile, profileJson } from '@healthbooker/protos/json/profile';
import { present } from '@healthbooker/protos/json/words';
import { maxNameLength } from '@healthbooker/protos/person';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { expectedVersion, underIfMatch, versionTag } from '@healthbooker/runtime/version-tag';
import { z } from 'zod';

const asItIs = 'Taken as it is only: for another one see POST /v1/me/identity/requests';

const Change = z
  .strictObject({
    name: z.string().min(1).max(maxNameLength).exactOptional().describe(asItIs),
    preferredName: z.string().max(maxNameLength).exactOptional().describe('Empty: none'),
    phone: z.string().max(40).exactOptional(),
    timeZone: z.string().max(64).exactOptional(),
    language: z.string().max(35).exactOptional(),
    sex: z.enum(sexes).exactOptional().describe(asItIs),
    postcode: z.string().max(12).exactOptional(),
    accessNeeds: z.array(z.string().min(1).max(100)).max(10).exactOptional(),
  })
  .refine((change) => Object.keys(change).length > 0, { error: 'must change something' });

export function changeMe({ appointment }: Peers): Route {
  return route({
    method: 'PATCH',
    path: '/v1/me',
    callers: ['Patients'],
    summary: 'Changes fields of the caller’s own profile',
    headers: z.object({ 'if-match': z.string().optional() }),
    body: Change,
    responses: { 200: Profile },
    problems: [404, 412, 428],
    async handle({ body: { accessNeeds, ...fields }, headers, context }) {
      const change = {
        ...fields,
        expectedVersion: expectedVersion(headers['if-match']),
        ...(accessNeeds && { accessNeeds: { needs: accessNeeds } }),
      };
      const { profile } = await underIfMatch(appointment.call('UpdateProfile', change, forward(context)));
      const body = profileJson(present(profile, 'profile'));
      return { status: 200, body, headers: { ETag: versionTag(body.version) } };
    },
  });
}
