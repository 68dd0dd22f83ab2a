import type { Peers } from '@healthbooker/edge/peers';
import { Appointment, appointmentJson } from '@healthbooker/protos/json/appointment';
import { Location, VisitType } from '@healthbooker/protos/json/directory';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { versionTag } from '@healthbooker/runtime/version-tag';
import { z } from 'zod';

const AppointmentPage = z.strictObject({
  appointment: Appointment,
  location: Location.nullable().describe('Null when the directory does not have it'),
  visitType: VisitType.nullable(),
  late: z.boolean().describe('Cancelling now would be marked as late'),
});

export function getAppointment({ appointment: service, directory }: Peers): Route {
  return route({
    method: 'GET',
    path: '/v1/appointments/:id',
    callers: ['Patients'],
    summary: 'One appointment of the caller, with its place and preparation',
    params: z.strictObject({ id: z.guid() }),
    responses: { 200: AppointmentPage },
    async handle({ params, context }) {
      const [reply, known] = await Promise.all([
        service.call('GetAppointment', { appointmentId: params.id }, forward(context, { idempotent: true })),
        directory.find(context),
      ]);
      const appointment = appointmentJson(present(reply.appointment, 'appointment'));
      const location = known?.locations.get(appointment.slot.locationId) ?? null;
      const visitType = known?.visitTypes.get(appointment.slot.visitTypeId) ?? null;
      return {
        status: 200,
        body: { appointment, location, visitType, late: reply.late },
        headers: { ETag: versionTag(appointment.version) },
      };
    },
  });
}
