import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import { type ServedService, serve } from '@healthbooker/runtime/grpc-server';
import type { Parts } from './parts.ts';
import { addClosure } from './rpc/add-closure.ts';
import { endSession } from './rpc/end-session.ts';
import { listClosures } from './rpc/list-closures.ts';
import { listProviderWeek } from './rpc/list-provider-week.ts';
import { listSessions } from './rpc/list-sessions.ts';
import { putSession } from './rpc/put-session.ts';
import { removeClosure } from './rpc/remove-closure.ts';

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
