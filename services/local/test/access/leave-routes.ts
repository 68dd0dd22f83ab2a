import type { EdgeRule } from './edge-rules.ts';
import { itsPatient } from './rules.ts';

/** What patients say about a time that the hospital chose. */
export const leaveRoutes: Record<string, EdgeRule> = {
  'POST /v1/appointments/{id}/answer': {
    people: itsPatient,
    request: async ({ movedByClinic }) => {
      const { appointmentId, expectedVersion: version } = await movedByClinic();
      return { path: `/v1/appointments/${appointmentId}/answer`, body: { version, answer: 'keep' } };
    },
  },
};
