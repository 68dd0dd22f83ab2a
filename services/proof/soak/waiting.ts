import { randomUUID } from 'node:crypto';
import type { Reservation__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import type { WaitlistEntry__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistEntry';
import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import type { Person, SchedulerClients } from '@healthbooker/scheduler/test/service';
import { answers } from '@healthbooker/scheduler/test/waiting';
import { anyOf, ask, type Scene } from './clients.ts';
import { acknowledge, counted } from './tally.ts';

const AUTO_ACCEPT_SHARE = 0.3;
const LEAVE_SHARE = 0.2;
const clinics = [
  { specialtyId: 'cardiology', visitTypeId: 'heart-visit', regionIds: ['london'] },
  { specialtyId: 'dermatology', visitTypeId: 'skin-visit', regionIds: ['karachi'] },
];
const open = ['WAITLIST_STATE_WAITING', 'WAITLIST_STATE_OFFERED'];

const waitlist = ({ service }: SchedulerClients) =>
  service<WaitlistServiceDefinition>('healthbooker.scheduler.v1.WaitlistService');

/** The place of a patient on a waiting list: joins, answers offers, leaves. `booked` hears of visits that come of it. */
export function makeWaiting(scene: Scene, person: Person, booked: (visit: Reservation__Output) => void) {
  const { tally, days } = scene;
  let entry: WaitlistEntry__Output | undefined;

  function keep(changed: WaitlistEntry__Output | null): void {
    if (changed === null) throw new Error('a change was answered without its entry');
    acknowledge(tally, changed.appointmentId, changed.version);
    entry = changed;
  }

  /** The entry as it is; undefined when there is none, or it is over. */
  async function readEntry(): Promise<WaitlistEntry__Output | undefined> {
    if (entry === undefined) return undefined;
    const { appointmentId } = entry;
    keep((await ask(scene, (at) => waitlist(at)('GetWaitlistEntry', { appointmentId }, person.as()))).entry);
    if (open.includes(entry.state)) return entry;
    if (entry.state === 'WAITLIST_STATE_BOOKED') {
      const { reservation } = await ask(scene, ({ call }) =>
        call('GetReservation', { appointmentId }, person.as()),
      );
      if (reservation !== null && reservation.status !== 'VISIT_STATUS_CANCELLED') booked(reservation);
    }
    entry = undefined;
    return undefined;
  }

  async function join(): Promise<void> {
    // Wishes of one day leave room for those who book.
    const day = anyOf(days);
    const symptoms = anyOf(Object.values(answers));
    const need = { ...anyOf(clinics), earliestDate: day, latestDate: day, symptoms };
    const autoAccept = Math.random() < AUTO_ACCEPT_SHARE;
    const request = { patientId: person.id, need, autoAccept, operationKey: randomUUID() };
    const outcome = await counted(tally, 'join', () =>
      ask(scene, (at) => waitlist(at)('JoinWaitlist', request, person.as())),
    );
    if ('result' in outcome) keep(outcome.result.entry);
  }

  async function leave({ appointmentId, version: expectedVersion }: WaitlistEntry__Output): Promise<void> {
    const request = { appointmentId, expectedVersion, operationKey: randomUUID() };
    const outcome = await counted(tally, 'leave-list', () =>
      ask(scene, (at) => waitlist(at)('LeaveWaitlist', request, person.as())),
    );
    if ('result' in outcome) keep(outcome.result.entry);
  }

  async function answer(found: WaitlistEntry__Output, holdId: string): Promise<void> {
    const { appointmentId, version: expectedVersion } = found;
    const request = { appointmentId, expectedVersion, holdId, operationKey: randomUUID() };
    if (Math.random() < 0.5) {
      const outcome = await counted(tally, 'decline-offer', () =>
        ask(scene, (at) => waitlist(at)('DeclineOffer', request, person.as())),
      );
      if ('result' in outcome) keep(outcome.result.entry);
      return;
    }
    const outcome = await counted(tally, 'accept-offer', () =>
      ask(scene, (at) => waitlist(at)('AcceptOffer', request, person.as())),
    );
    if (!('result' in outcome)) return;
    entry = undefined;
    if (outcome.result.reservation === null)
      throw new Error('an accepted offer was answered without its visit');
    booked(outcome.result.reservation);
  }

  return {
    /** Joins when on no list; answers an offer; leaves now and then. */
    async step(): Promise<void> {
      const found = await readEntry();
      if (found === undefined) await join();
      else if (found.offer !== null) await answer(found, found.offer.holdId);
      else if (Math.random() < LEAVE_SHARE) await leave(found);
    },
    /** Off the list, whatever comes in between. */
    async leave(): Promise<void> {
      for (let found = await readEntry(); found !== undefined; found = await readEntry()) await leave(found);
    },
  };
}
