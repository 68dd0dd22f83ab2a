import type { AccessServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AccessService';
import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { type Rpcs, type ServedService, serve } from '@healthbooker/runtime/grpc-server';
import { recordingTries } from './access-log/tries.ts';
import { availabilityServices } from './availability-rpcs.ts';
import { countingLimits } from './booking/limits.ts';
import { careServices } from './care-rpcs.ts';
import { decisionService } from './decision-rpcs.ts';
import { leaveService } from './leave-rpcs.ts';
import type { Parts } from './parts.ts';
import { policyService } from './policy-rpcs.ts';
import { cancelReservation } from './rpc/cancel-reservation.ts';
import { changeVisitStatus } from './rpc/change-visit-status.ts';
import { extendHold } from './rpc/extend-hold.ts';
import { getDirectory } from './rpc/get-directory.ts';
import { getReservation } from './rpc/get-reservation.ts';
import { hasCareRelationship } from './rpc/has-care-relationship.ts';
import { holdSlot } from './rpc/hold-slot.ts';
import { listAccess } from './rpc/list-access.ts';
import { listChanged } from './rpc/list-changed.ts';
import { listProviderDay } from './rpc/list-provider-day.ts';
import { moveReservation } from './rpc/move-reservation.ts';
import { propose } from './rpc/propose.ts';
import { releaseHold } from './rpc/release-hold.ts';
import { reserve } from './rpc/reserve.ts';
import { searchSlots } from './rpc/search-slots.ts';
import { setPatientReach } from './rpc/set-patient-reach.ts';
import { seriesService } from './series-rpcs.ts';
import { waitlistService } from './waitlist-rpcs.ts';

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
