import { answer } from '../../shared/api/client.ts';
import { ApiProblem } from '../../shared/api/problem.ts';
import { api, type Hold } from '../api.ts';
import type { HoldState } from './hold-clock.ts';

/** More time for a hold: made longer, which is possible once, or asked for anew when its time is up. */
export async function keepHold(
  hold: Hold,
  state: HoldState,
  { otherRegionAgreed, ...whose }: { patientId?: string; otherRegionAgreed?: true },
): Promise<Hold> {
  if (state !== 'expired') {
    try {
      return await answer(
        api.POST('/v1/holds/{id}/extend', { params: { path: { id: hold.id }, query: whose } }),
      );
    } catch (error) {
      // By the clinic's clock its time is up, or another tab has made it longer: asking again tells which.
      if (!(error instanceof ApiProblem) || error.kind !== 'conflict') throw error;
    }
  }
  const agreed = otherRegionAgreed ? { otherRegionAgreed } : {};
  return answer(api.POST('/v1/holds', { body: { ...whose, ...agreed, slotId: hold.slot.id } }));
}
