import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import { type ServedService, serve } from '@healthbooker/runtime/grpc-server';
import { listClosures } from './calendar/list-closures.ts';
import { listProviderWeek } from './calendar/list-provider-week.ts';
import { listSessions } from './calendar/list-sessions.ts';
import { removeClosure } from './calendar/remove-closure.ts';
import { addClosure } from './leave/add-closure.ts';
import { endSession } from './leave/end-session.ts';
import { putSession } from './leave/put-session.ts';
import type { Parts } from './parts.ts';

/** The services about when providers see patients. */
export function availabilityServices(parts: Parts): ServedService[] {
  return [
    serve<AvailabilityServiceDefinition>('healthbooker.scheduler.v1.AvailabilityService', {
      ListSessions: listSessions(parts),
      PutSession: putSession(parts),
      EndSession: endSession(parts),
      AddClosure: addClosure(parts),
      ListClosures: listClosures(parts),
      RemoveClosure: removeClosure(parts),
      ListProviderWeek: listProviderWeek(parts),
    }),
  ];
}
