import type { SeriesServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SeriesService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { roleTowards } from '../../care/access.ts';
import { parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { planCancel } from '../plan-cancel.ts';
import { writeVersionIn } from '../write-version.ts';
import { type Changed, changeSchema, changeSeries, versionSeen } from './change.ts';

/** Cancels one visit of a series, or it and all later ones that are not over: all of them or none. */
export function cancelSeries(parts: Parts): RpcOf<SeriesServiceDefinition, 'CancelSeries'> {
  return {
    callers: ['Patients', 'Receptionists'],
    async handle(message, context) {
      const change = parse(changeSchema, message);
      const { operationKey, ...request } = change;
      const isOpen = (status: string) => status === 'booked' || status === 'arrived';
      const reservations = await changeSeries(
        parts,
        'cancel-series',
        change,
        context,
        isOpen,
        async (tx, { visits }) => {
          const changed: Changed = { written: [], freed: new Set() };
          for (const visit of visits) {
            const written = await writeVersionIn(
              tx,
              parts,
              {
                operation: 'cancel-series',
                request,
                operationKey,
                appointmentId: visit.appointment_id,
                expectedVersion: versionSeen(change, visit),
                authorise: (on, current) => roleTowards(on, context, current, parts.clock()),
                plan: (on, current) => planCancel(on, context, current, parts.clock()),
              },
              context,
            );
            changed.written.push(written);
            if (written.freedSpecialtyId !== undefined) changed.freed.add(written.freedSpecialtyId);
          }
          return changed;
        },
      );
      return { reservations };
    },
  };
}
