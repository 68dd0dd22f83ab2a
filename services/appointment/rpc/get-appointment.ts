import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import type { Reservation } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import { type CallContext, forward, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { actingFor } from '../acts-for.ts';
import { isLate } from '../late-cancellation.ts';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { findAppointment } from '../tables/find-appointment.ts';

const getRequest = z.object({ appointmentId: z.guid() });

/** Time kept for reading the table when the scheduler is slow. */
const fallback_ms = 400;

/**
 * An appointment of the caller or of somebody they act for, from the scheduler. While the scheduler cannot be reached:
 * the version in the table, for the caller's own appointments only, without reason and history.
 * @throws ServiceError invalid, not-found (also for somebody else's), unavailable
 */
export function getAppointment(parts: Parts): RpcOf<AppointmentServiceDefinition, 'GetAppointment'> {
  return {
    callers: ['Patients'],
    async handle(request, context) {
      const { appointmentId } = parse(getRequest, request);
      const { personId } = personOf(context);
      const appointment = await current(parts, appointmentId, personId, context);
      const isTheirs =
        appointment?.patientId != null &&
        (await actingFor(parts, context, appointment.patientId)) !== undefined;
      if (appointment === undefined || !isTheirs) {
        throw new ServiceError('not-found', 'There is no such appointment.');
      }
      const now = parts.clock().toISOString();
      return { appointment, late: await isLate(parts, context, appointment, now) };
    },
  };
}

async function current(
  { scheduler, store }: Parts,
  appointmentId: string,
  personId: string,
  context: CallContext,
): Promise<Reservation | undefined> {
  try {
    const outgoing = forward(context, { idempotent: true });
    const deadline = Math.max(outgoing.deadline - fallback_ms, Date.now() + fallback_ms);
    const asked = { ...outgoing, deadline: Math.min(deadline, outgoing.deadline) };
    const { reservation } = await scheduler.call('GetReservation', { appointmentId }, asked);
    return reservation ?? undefined;
  } catch (err) {
    const down = err instanceof ServiceError && (err.kind === 'unavailable' || err.kind === 'deadline');
    if (!down) throw err;
    const stored = await findAppointment(store, personId, appointmentId, context.signal);
    if (stored === undefined) throw err;
    context.log.warn(
      { err, appointmentId },
      'the scheduler cannot be asked: the appointment is answered from the table',
    );
    return stored;
  }
}
