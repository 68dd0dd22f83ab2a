import { createHash } from 'node:crypto';
import type { Reservation__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import { Appointment, appointmentJson } from '@healthbooker/protos/json/appointment';
import { z } from 'zod';

const scopes = {
  this: 'SERIES_SCOPE_THIS',
  'this-and-later': 'SERIES_SCOPE_THIS_AND_LATER',
} as const;

/** The fields of every change of a series. */
export const seriesChange = {
  appointmentId: z.guid(),
  scope: z.enum(['this', 'this-and-later']),
  versions: z
    .array(z.strictObject({ id: z.guid(), version: z.int32().min(1) }))
    .min(1)
    .max(12)
    .describe('Every appointment that the change is to touch, as it was seen'),
};

/** The same as the scheduler names it. */
export function changeRequest(body: {
  appointmentId: string;
  scope: keyof typeof scopes;
  versions: readonly { id: string; version: number }[];
}) {
  return {
    appointmentId: body.appointmentId,
    scope: scopes[body.scope],
    versions: body.versions.map(({ id, version }) => ({ appointmentId: id, expectedVersion: version })),
  };
}

/** The appointments of a series, first to last. */
export const Appointments = z.strictObject({ appointments: z.array(Appointment) });

export function appointmentsJson(reservations: readonly Reservation__Output[]): z.input<typeof Appointments> {
  return { appointments: reservations.map(appointmentJson) };
}

/**
 * An id made from a person's key: the same key gives the same id, so that asking twice books once. `what` keeps
 * several ids of one request apart.
 */
export function idOfKey(personId: string, idempotencyKey: string, what: string): string {
  const hex = createHash('sha256').update(`${what}\n${personId}\n${idempotencyKey}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
