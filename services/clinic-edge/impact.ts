import type { Peers } from '@healthbooker/edge/peers';
import { namesOf } from '@healthbooker/edge/people';
import type { Impact__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Impact';
import { impactJson } from '@healthbooker/protos/json/availability';
import { type AppliedMove, movesMessage } from '@healthbooker/protos/json/moves';
import { present } from '@healthbooker/protos/json/words';
import type { CallContext } from '@healthbooker/runtime/context';
import type { z } from 'zod';

/** The effects of a change, with the names of the patients whose visits it hits. */
export async function namedImpact(
  { appointment }: Pick<Peers, 'appointment'>,
  reply: Impact__Output | null,
  context: CallContext,
): Promise<ReturnType<typeof impactJson>> {
  const impact = present(reply, 'impact');
  const ids = [...impact.visits, ...impact.moves].map(({ patientId }) => patientId);
  return impactJson(impact, await namesOf(appointment, ids, context));
}

/** The part of a plan that is sent with a change. When a visit or a time has changed since, nothing is saved. */
export function asPlanned(moves: z.output<typeof AppliedMove>[] | undefined) {
  return moves === undefined ? {} : { moves: movesMessage(moves), onlyIfUnchanged: true };
}
