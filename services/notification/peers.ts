import type { AccountNotice__Output } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AccountNotice';
import type { AccountNoticeKind__Output } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AccountNoticeKind';
import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import type { GetAccountNoticeResponse__Output } from '@healthbooker/protos/gen/healthbooker/appointment/v1/GetAccountNoticeResponse';
import type { GetContactResponse__Output } from '@healthbooker/protos/gen/healthbooker/appointment/v1/GetContactResponse';
import type { IdentityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityService';
import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import type { ListChangedResponse__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ListChangedResponse';
import type { ListProxiesChangedResponse__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ListProxiesChangedResponse';
import type { ListWaitlistChangedResponse__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ListWaitlistChangedResponse';
import type { Location__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Location';
import type { ProxyLink__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyLink';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { Reservation__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import type { WaitlistEntry__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistEntry';
import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import type { OutgoingContext } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import { newTrace } from '@healthbooker/runtime/trace';
import type { WorkloadTokens } from '@healthbooker/runtime/workload';

/** What this service asks others, in its own name unless a context is given. Rejects with their `ServiceError`s. */
export type Peers = {
  /** The appointment as it is now; `not-found` when the scheduler (or the context's caller) knows none. */
  getReservation(appointmentId: string, as?: OutgoingContext): Promise<Reservation__Output>;
  getContact(personId: string): Promise<GetContactResponse__Output>;
  /** The policy's hours before a visit in which a cancellation is late. Up to a minute old. */
  getLateCancellationHours(): Promise<number>;
  /** Undefined when the directory does not list it. Up to a minute old. */
  getLocation(locationId: string, as?: OutgoingContext): Promise<Location__Output | undefined>;
  /** Puts a visit that was moved on the worklist of staff, because no message reaches its patient. */
  reportUnreached(appointmentId: string): Promise<void>;
  /** Who acts for a person, the longest first. */
  listProxies(personId: string): Promise<ProxyLink__Output[]>;
  /** A link as it is now, with a fresh secret to dispute it by; `not-found` when the scheduler knows none. */
  getProxyNotice(linkId: string): Promise<{ link: ProxyLink__Output; secret: string }>;
  listProxiesChanged(cursor: string, pageSize: number): Promise<ListProxiesChangedResponse__Output>;
  listChanged(cursor: string, pageSize: number): Promise<ListChangedResponse__Output>;
  /** The waiting entry as it is now; `not-found` when the scheduler knows none. */
  getWaitlistEntry(appointmentId: string): Promise<WaitlistEntry__Output>;
  listWaitlistChanged(cursor: string, pageSize: number): Promise<ListWaitlistChangedResponse__Output>;
  /** The notices that are owed about accounts; first removes those that are stored here already. */
  takeAccountNotices(keptIds: string[]): Promise<AccountNotice__Output[]>;
  /** What a notice is about; undefined when there was no such change. */
  getAccountNotice(
    personId: string,
    noticeId: string,
    kind: AccountNoticeKind__Output,
  ): Promise<GetAccountNoticeResponse__Output | undefined>;
};

const patience_ms = 3000;
const directoryKept_ms = 60_000;

export function createPeers(
  scheduler: GrpcClient<SchedulerServiceDefinition>,
  proxies: GrpcClient<ProxyServiceDefinition>,
  waitlist: GrpcClient<WaitlistServiceDefinition>,
  leave: GrpcClient<LeaveServiceDefinition>,
  appointment: GrpcClient<AppointmentServiceDefinition>,
  identity: GrpcClient<IdentityServiceDefinition>,
  tokens: WorkloadTokens,
): Peers {
  let directory:
    | { locations: Map<string, Location__Output>; lateHours: number; readAtMs: number }
    | undefined;

  const asOurselves = (callee: string): OutgoingContext => ({
    token: () => tokens.tokenFor(callee),
    deadline: Date.now() + patience_ms,
    trace: newTrace(),
    idempotent: true,
  });

  async function readDirectory(as: OutgoingContext): Promise<NonNullable<typeof directory>> {
    if (directory === undefined || Date.now() - directory.readAtMs > directoryKept_ms) {
      const { locations, lateCancellationHours } = await scheduler.call('GetDirectory', {}, as);
      directory = {
        locations: new Map(locations.map((place) => [place.id, place])),
        lateHours: lateCancellationHours,
        readAtMs: Date.now(),
      };
    }
    return directory;
  }

  return {
    async getReservation(appointmentId, as = asOurselves('scheduler')) {
      const { reservation } = await scheduler.call('GetReservation', { appointmentId }, as);
      if (reservation?.slot == null) {
        throw new ServiceError('internal', 'the scheduler answered without a slot');
      }
      return reservation;
    },
    getContact: (personId) => appointment.call('GetContact', { personId }, asOurselves('appointment')),
    async getLateCancellationHours() {
      return (await readDirectory(asOurselves('scheduler'))).lateHours;
    },
    async getLocation(locationId, as = asOurselves('scheduler')) {
      return (await readDirectory(as)).locations.get(locationId);
    },
    async reportUnreached(appointmentId) {
      await leave.call('ReportUnreached', { appointmentId }, asOurselves('scheduler'));
    },
    async listProxies(personId) {
      const links = await proxies.call('ListProxies', { personId }, asOurselves('scheduler'));
      return links.proxies;
    },
    async getProxyNotice(linkId) {
      const { link, secret } = await proxies.call('GetProxyNotice', { linkId }, asOurselves('scheduler'));
      if (link === null) throw new ServiceError('internal', 'the scheduler answered without a link');
      return { link, secret };
    },
    listProxiesChanged: (cursor, pageSize) =>
      proxies.call('ListProxiesChanged', { cursor, pageSize }, asOurselves('scheduler')),
    listChanged: (cursor, pageSize) =>
      scheduler.call('ListChanged', { cursor, pageSize }, asOurselves('scheduler')),
    async getWaitlistEntry(appointmentId) {
      const { entry } = await waitlist.call('GetWaitlistEntry', { appointmentId }, asOurselves('scheduler'));
      if (entry === null) throw new ServiceError('internal', 'the scheduler answered without an entry');
      return entry;
    },
    listWaitlistChanged: (cursor, pageSize) =>
      waitlist.call('ListWaitlistChanged', { cursor, pageSize }, asOurselves('scheduler')),
    async takeAccountNotices(keptIds) {
      const taken = await identity.call('TakeAccountNotices', { keptIds }, asOurselves('appointment'));
      return taken.notices;
    },
    async getAccountNotice(personId, noticeId, kind) {
      try {
        const wanted = { personId, noticeId, kind };
        return await identity.call('GetAccountNotice', wanted, asOurselves('appointment'));
      } catch (err) {
        if (err instanceof ServiceError && err.kind === 'not-found') return undefined;
        throw err;
      }
    },
  };
}
