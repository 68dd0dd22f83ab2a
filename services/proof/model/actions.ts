import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { History, Lane } from './lane.ts';
import {
  accept,
  away,
  book,
  cancel,
  decline,
  hold,
  hoursOf,
  join,
  leave,
  type Model,
  move,
  type Outcome,
  openEntry,
  release,
  wait,
} from './model.ts';

export const PATIENTS = 4;

/** One step of a history. A number that is too large wraps around. */
export type Action =
  | { do: 'book' | 'hold'; patient: number; slot: number }
  | { do: 'release'; patient: number }
  | { do: 'move'; visit: number; slot: number }
  | { do: 'cancel'; visit: number }
  | { do: 'join'; patient: number; isUrgent: boolean; autoAccept: boolean }
  | { do: 'accept' | 'decline' | 'leave'; patient: number }
  | { do: 'wait'; minutes: number }
  | { do: 'away'; provider: number; first: number; count: number };

const patient = fc.nat({ max: PATIENTS - 1 });
const slot = fc.nat({ max: 5 });
const visit = fc.nat({ max: 7 });

/** Holds end after 5 minutes; at 1,440 the notice of the first starts is over, at 1,560 they begin. */
const minutes = fc.constantFrom(1, 4, 6, 60, 700, 1440);

export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('book' as const), patient, slot }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('hold' as const), patient, slot }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const), patient }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), visit, slot }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), visit }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('join' as const),
      patient,
      isUrgent: fc.boolean(),
      autoAccept: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('accept', 'decline', 'leave'), patient }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('away' as const),
      provider: fc.nat({ max: 1 }),
      first: fc.nat({ max: 2 }),
      count: fc.integer({ min: 1, max: 2 }),
    }),
  },
);

/** Does a step in the model. Undefined: there is nothing to do it to, and the database is left alone as well. */
export function inModel(model: Model, action: Action): Outcome | undefined {
  switch (action.do) {
    case 'book':
      return book(model, action.patient, action.slot);
    case 'hold':
      return hold(model, action.patient, action.slot);
    case 'release':
      return model.holds.has(action.patient) ? release(model, action.patient) : undefined;
    case 'wait':
      return wait(model, action.minutes);
    case 'away':
      return away(model, action.provider, action.first, action.count);
    case 'join':
      return join(model, action.patient, action.isUrgent ? 'urgent' : 'routine', action.autoAccept);
    case 'accept':
    case 'decline':
    case 'leave': {
      const entry = openEntry(model, action.patient);
      return entry && { accept, decline, leave }[action.do](model, entry);
    }
    default: {
      const found = model.visits[action.visit % model.visits.length];
      if (found === undefined) return undefined;
      return action.do === 'move' ? move(model, found, action.slot) : cancel(model, found);
    }
  }
}

/** The state before a step. */
export type Before = {
  /** Whether the step frees a slot, or somebody waits. */
  settles: boolean;
  visits: readonly { version: number; patient: number }[];
  /** The patient's open entry, if any, and what the database says of it. */
  entry: { id: string; version: number; holdId: string | null } | undefined;
};

/** Does the same on the database. */
export async function inDatabase(
  { call, outcome, settleAll }: Lane,
  history: History,
  before: Before,
  action: Action,
): Promise<Outcome> {
  const done = await act();
  if (before.settles) await settleAll();
  return done;

  async function act(): Promise<Outcome> {
    const operationKey = randomUUID();
    const idOf = (index: number) => history.patients[index] ?? '';
    switch (action.do) {
      case 'book': {
        const patientId = idOf(action.patient);
        const appointmentId = randomUUID();
        const request = { appointmentId, patientId, slotId: history.slots[action.slot], operationKey };
        return outcome(call('Reserve', request, patientId), () => void history.visits.push(appointmentId));
      }
      case 'hold': {
        const patientId = idOf(action.patient);
        const request = { patientId, slotId: history.slots[action.slot] };
        return outcome(call('HoldSlot', request, patientId), ({ hold: held }) => {
          history.holds.set(action.patient, (held as { id: string }).id);
        });
      }
      case 'release': {
        const patientId = idOf(action.patient);
        const request = { patientId, holdId: history.holds.get(action.patient) ?? '' };
        return outcome(call('ReleaseHold', request, patientId));
      }
      case 'wait':
        await history.wait(action.minutes);
        return 'ok';
      case 'away': {
        const { fromMin, toMin } = hoursOf(action.first, action.count);
        const request = {
          leaveId: randomUUID(),
          providerId: history.providers[action.provider],
          operationKey,
          period: history.period(fromMin, toMin),
          moves: [],
          onlyIfUnchanged: false,
        };
        let listed = 0;
        const made = call('ApplyLeave', request, randomUUID(), 'Admins');
        const kind = await outcome(made, ({ visits }) => {
          listed = (visits as unknown[]).length;
        });
        return kind === 'ok' ? `ok ${listed}` : kind;
      }
      case 'join': {
        const patientId = idOf(action.patient);
        const symptoms = { gettingWorse: action.isUrgent, limitsDailyLife: action.isUrgent };
        const { autoAccept } = action;
        const request = { patientId, need: { ...history.need, symptoms }, autoAccept, operationKey };
        return outcome(call('JoinWaitlist', request, patientId), ({ entry }) => {
          history.entries.push((entry as { appointmentId: string }).appointmentId);
        });
      }
      case 'accept':
      case 'decline':
      case 'leave': {
        const { id, version, holdId } = before.entry ?? { id: '', version: 0, holdId: null };
        const request = {
          appointmentId: id,
          expectedVersion: version,
          holdId: holdId ?? randomUUID(),
          operationKey,
        };
        const method = { accept: 'AcceptOffer', decline: 'DeclineOffer', leave: 'LeaveWaitlist' }[action.do];
        return outcome(call(method, request, idOf(action.patient)));
      }
      default: {
        const index = action.visit % history.visits.length;
        const { version = 0, patient: owner = 0 } = before.visits[index] ?? {};
        const request = { appointmentId: history.visits[index], expectedVersion: version, operationKey };
        return action.do === 'move'
          ? outcome(call('MoveReservation', { ...request, slotId: history.slots[action.slot] }, idOf(owner)))
          : outcome(call('CancelReservation', request, idOf(owner)));
      }
    }
  }
}
