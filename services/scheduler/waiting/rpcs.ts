import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import { type ServedService, serve } from '@healthbooker/runtime/grpc-server';
import type { Parts } from '../parts.ts';
import { acceptOffer } from './accept-offer.ts';
import { changeWaitlistEntry } from './change-waitlist-entry.ts';
import { declineOffer } from './decline-offer.ts';
import { getWaitlistEntry } from './get-waitlist-entry.ts';
import { joinWaitlist } from './join-waitlist.ts';
import { leaveWaitlist } from './leave-waitlist.ts';
import { listWaitlist } from './list-waitlist.ts';
import { listWaitlistChanged } from './list-waitlist-changed.ts';
import { recordContact } from './record-contact.ts';
import { retriage } from './retriage.ts';

/** The waiting list. */
export function waitlistService(parts: Parts): ServedService {
  return serve<WaitlistServiceDefinition>('healthbooker.scheduler.v1.WaitlistService', {
    JoinWaitlist: joinWaitlist(parts),
    ChangeWaitlistEntry: changeWaitlistEntry(parts),
    LeaveWaitlist: leaveWaitlist(parts),
    GetWaitlistEntry: getWaitlistEntry(parts),
    ListWaitlist: listWaitlist(parts),
    AcceptOffer: acceptOffer(parts),
    DeclineOffer: declineOffer(parts),
    Retriage: retriage(parts),
    RecordContact: recordContact(parts),
    ListWaitlistChanged: listWaitlistChanged(parts),
  });
}
