import type { Peers } from '@healthbooker/edge/peers';
import { namesOf } from '@healthbooker/edge/people';
import type { Impact__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Impact';
import { impactJson } from '@healthbooker/protos/json/availability';
import { type AppliedMove, movesMessage } from '@healthbooker/protos/json/moves';
import { present } from '@healthbooker/protos/json/words';
import type { CallContext } from '@healthbooker/runtime/context';
import type { z } from 'zod';

/** What a change does, with the names of those whose visits it meets. */
export async function namedImpact(
  { appointment }: Pick<Peers, 'appointment'>,
  reply: Impact__Output | null,
  context: CallContext,
): Promise<ReturnType<typeof impactJson>> {
  const impact = present(reply, 'impact');
  const ids = [...impact.visits, ...impact.moves].map(({ patientId }) => patientId);
  return impactJson(impact, await namesOf(appointment, ids, context));
}

/** What of a plan goes with a change; nothing of it is saved when a visit or a time has changed since. */
export function asPlanned(moves: z.output<typeof AppliedMove>[] | undefined) {
  return moves === undefined ? {} : { moves: movesMessage(moves), onlyIfUnchanged: true };
}
