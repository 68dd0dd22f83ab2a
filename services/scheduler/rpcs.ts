import type { AccessServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AccessService';
import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { type Rpcs, type ServedService, serve } from '@healthbooker/runtime/grpc-server';
import { availabilityServices } from './availability-rpcs.ts';
import { cancelReservation } from './booking/cancel-reservation.ts';
import { changeVisitStatus } from './booking/change-visit-status.ts';
import { extendHold } from './booking/extend-hold.ts';
import { getReservation } from './booking/get-reservation.ts';
import { holdSlot } from './booking/hold-slot.ts';
import { latenessService } from './booking/lateness-rpcs.ts';
import { countingLimits } from './booking/limits.ts';
import { listProviderDay } from './booking/list-provider-day.ts';
import { moveReservation } from './booking/move-reservation.ts';
import { propose } from './booking/propose.ts';
import { releaseHold } from './booking/release-hold.ts';
import { reserve } from './booking/reserve.ts';
import { searchSlots } from './booking/search-slots.ts';
import { seriesService } from './booking/series/rpcs.ts';
import { listAccess } from './care/access-log/list-access.ts';
import { recordingTries } from './care/access-log/tries.ts';
import { hasCareRelationship } from './care/has-care-relationship.ts';
import { careServices } from './care/rpcs.ts';
import { getDirectory } from './directory/get-directory.ts';
import { policyService } from './directory/rpcs.ts';
import { setPatientReach } from './directory/set-patient-reach.ts';
import { listChanged } from './history/list-changed.ts';
import { decisionService } from './history/rpcs.ts';
import { leaveService } from './leave/rpcs.ts';
import type { Parts } from './parts.ts';
import { waitlistService } from './waiting/rpcs.ts';

/** The services of the contract that this process serves. */
export function served(parts: Parts): ServedService[] {
  const services = [
    serve<AccessServiceDefinition>('healthbooker.scheduler.v1.AccessService', {
      ListAccess: listAccess(parts),
    }),
    serve<SchedulerServiceDefinition>('healthbooker.scheduler.v1.SchedulerService', schedulerRpcs(parts)),
    ...availabilityServices(parts),
    ...careServices(parts),
    decisionService(parts),
    latenessService(parts),
    leaveService(parts),
    policyService(parts),
    seriesService(parts),
    waitlistService(parts),
  ];
  return services.map((service) => countingLimits(recordingTries(service, parts), parts.measures));
}

/** Every RPC of SchedulerService, each in its file of rpc/. */
export function schedulerRpcs(parts: Parts): Rpcs<SchedulerServiceDefinition> {
  return {
    GetDirectory: getDirectory(parts),
    SearchSlots: searchSlots(parts),
    Propose: propose(parts),
    HoldSlot: holdSlot(parts),
    ExtendHold: extendHold(parts),
    ReleaseHold: releaseHold(parts),
    Reserve: reserve(parts),
    MoveReservation: moveReservation(parts),
    CancelReservation: cancelReservation(parts),
    ChangeVisitStatus: changeVisitStatus(parts),
    GetReservation: getReservation(parts),
    ListProviderDay: listProviderDay(parts),
    ListChanged: listChanged(parts),
    HasCareRelationship: hasCareRelationship(parts),
    SetPatientReach: setPatientReach(parts),
  };
}
