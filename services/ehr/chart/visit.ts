import { ServiceError } from '@healthbooker/runtime/errors';
import { newTrace } from '@healthbooker/runtime/trace';
import type { SchedulerClient } from '../parts.ts';
import type { CheckedBody } from './body.ts';

const call_ms = 2000;

export type Visits = {
  /**
   * Refuses a note about another patient's visit, or about none that there is.
   * @throws ServiceError invalid, naming the field; unavailable, deadline
   */
  refuseAnothers(checked: CheckedBody, patientId: string): Promise<void>;
};

/** Asks the scheduler whose visit it is. It asks as a service, since the author may not see a colleague's visit. */
export function createVisits(scheduler: SchedulerClient, token: () => Promise<string>): Visits {
  async function isOf(appointmentId: string, patientId: string): Promise<boolean> {
    const context = { token, deadline: Date.now() + call_ms, trace: newTrace(), idempotent: true };
    try {
      const { reservation } = await scheduler.call('GetReservation', { appointmentId }, context);
      return reservation?.patientId === patientId;
    } catch (error) {
      if (error instanceof ServiceError && error.kind === 'not-found') return false;
      throw error;
    }
  }

  return {
    async refuseAnothers({ kind, body }, patientId) {
      if (kind !== 'encounter-note') return;
      const { appointmentId } = body as { appointmentId: string };
      if (appointmentId === '' || (await isOf(appointmentId, patientId))) return;
      throw new ServiceError('invalid', 'The entry has errors.', {
        fields: [{ field: 'body.appointmentId', message: 'is no visit of this patient' }],
      });
    },
  };
}
