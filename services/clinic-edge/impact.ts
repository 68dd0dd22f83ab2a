import type { Peers } from '@healthbooker/edge/peers';
import { namesOf } from '@healthbooker/edge/people';
import type { Impact__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Impact';
import { impactJson } from '@healthbooker/protos/json/availability';
import { present } from '@healthbooker/protos/json/words';
import type { CallContext } from '@healthbooker/runtime/context';

/** What a change does, with the names of those whose visits it meets. */
export async function namedImpact(
  { appointment }: Pick<Peers, 'appointment'>,
  reply: Impact__Output | null,
  context: CallContext,
): Promise<ReturnType<typeof impactJson>> {
  const impact = present(reply, 'impact');
  const ids = impact.visits.map(({ patientId }) => patientId);
  return impactJson(impact, await namesOf(appointment, ids, context));
}
