/** What is modelled: a few patients who want the six slots of two providers. Minutes count from the first start. */
export type Slot = {
  startMin: number;
  state: 'free' | 'held' | 'booked' | 'closed';
  patient?: number;
  /** The provider is away then: whoever has it keeps it, nobody gets it. */
  isRetired: boolean;
};
export type Visit = {
  patient: number;
  slot: number;
  version: number;
  isCancelled: boolean;
  /** The patient was told that the time cannot be kept. */
  isTold?: boolean;
};

/** Somebody on the waiting list. */
export type Entry = {
  patient: number;
  urgency: 'routine' | 'urgent';
  autoAccept: boolean;
  sinceMin: number;
  state: 'waiting' | 'offered' | 'booked' | 'withdrawn' | 'lapsed';
  /** While offered: which slot, and until when. */
  offer?: { slot: number; untilMin: number };
  misses: number;
  /** Every slot they were ever offered. */
  offered: Set<number>;
};

/** Outcome of a step: 'ok', with what it lists, or the kind of the error. */
export type Outcome = string;

export const LENGTH_MIN = 30;
export const NOTICE_MIN = 120;
export const HOLD_MIN = 5;
/** The clock begins this long before the first start. */
export const BEGIN_MIN = -26 * 60;

/** Slots of each provider. */
export const SLOTS_EACH = 3;
const STARTS = [0, 30, 60, 0, 30, 60];

/** Two providers with three slots each, one after the other. */
export function newModel(): Model {
  return {
    nowMin: BEGIN_MIN,
    lastDayEndsMin: Number.POSITIVE_INFINITY,
    slots: STARTS.map((startMin) => ({ startMin, state: 'free', isRetired: false })),
    holds: new Map(),
    visits: [],
    entries: [],
    freed: new Set(),
    leaves: [],
  };
}

export type Model = {
  nowMin: number;
  /** When the day of the starts is over where the clinic is: nobody waits for a day that is past. */
  lastDayEndsMin: number;
  slots: Slot[];
  /** The browsing hold of each patient. */
  holds: Map<number, { slot: number; untilMin: number }>;
  visits: Visit[];
  entries: Entry[];
  /** Slots given back in this step, until it is settled who gets them. */
  freed: Set<number>;
  /** When which provider is away. */
  leaves: { provider: number; fromMin: number; toMin: number }[];
};

/** The slot with this number. */
export const at = (model: Model, slot: number): Slot => {
  const found = model.slots[slot];
  if (found === undefined) throw new RangeError(`there is no slot ${slot}`);
  return found;
};

/** Whether the patient has another visit at the time of a slot. */
export function overlaps(model: Model, patient: number, slot: number, exceptVisit?: Visit): boolean {
  return model.visits.some(
    (visit) =>
      visit !== exceptVisit &&
      visit.patient === patient &&
      !visit.isCancelled &&
      Math.abs(at(model, visit.slot).startMin - at(model, slot).startMin) < LENGTH_MIN,
  );
}

/** Whether a patient may take a slot that is theirs to take. */
function refusal(model: Model, patient: number, slot: number, exceptVisit?: Visit): Outcome | undefined {
  if (at(model, slot).startMin - model.nowMin < NOTICE_MIN) return 'too-soon';
  return overlaps(model, patient, slot, exceptVisit) ? 'conflict' : undefined;
}

function isTheirs(model: Model, patient: number, slot: number): boolean {
  const { state, isRetired } = at(model, slot);
  if (isRetired) return false;
  return state === 'free' || (state === 'held' && model.holds.get(patient)?.slot === slot);
}

/** A slot nobody has any more: free, unless `waiting.ts` finds somebody who waits for it. */
export function giveBack(model: Model, slot: number): void {
  model.freed.add(slot);
  const freed = at(model, slot);
  freed.state = freed.isRetired || freed.startMin <= model.nowMin ? 'closed' : 'free';
  delete freed.patient;
}

/** The patient's entry that waits or has an offer. */
export function openEntry(model: Model, patient: number): Entry | undefined {
  return model.entries.find(
    (entry) => entry.patient === patient && ['waiting', 'offered'].includes(entry.state),
  );
}

function takeSlot(model: Model, patient: number, slot: number): void {
  if (model.holds.get(patient)?.slot === slot) model.holds.delete(patient);
  Object.assign(at(model, slot), { state: 'booked', patient });
}

export function book(model: Model, patient: number, slot: number): Outcome {
  if (!isTheirs(model, patient, slot)) return 'slot-taken';
  const refused = refusal(model, patient, slot);
  if (refused !== undefined) return refused;
  takeSlot(model, patient, slot);
  model.visits.push({ patient, slot, version: 1, isCancelled: false });
  return 'ok';
}

export function move(model: Model, visit: Visit, slot: number): Outcome {
  if (visit.isCancelled) return 'conflict';
  if (visit.slot === slot) return 'invalid';
  if (!isTheirs(model, visit.patient, slot)) return 'slot-taken';
  const refused = refusal(model, visit.patient, slot, visit);
  if (refused !== undefined) return refused;
  const old = visit.slot;
  takeSlot(model, visit.patient, slot);
  Object.assign(visit, { slot, version: visit.version + 1, isTold: false });
  giveBack(model, old);
  return 'ok';
}

export function cancel(model: Model, visit: Visit): Outcome {
  if (visit.isCancelled) return 'conflict';
  if (at(model, visit.slot).startMin <= model.nowMin) return 'too-soon';
  Object.assign(visit, { version: visit.version + 1, isCancelled: true });
  giveBack(model, visit.slot);
  return 'ok';
}

export function hold(model: Model, patient: number, slot: number): Outcome {
  const earlier = model.holds.get(patient);
  if (earlier?.slot === slot) return 'ok';
  if (at(model, slot).state !== 'free') return 'slot-taken';
  const refused = refusal(model, patient, slot);
  if (refused !== undefined) return refused;
  if (earlier !== undefined) giveBack(model, earlier.slot);
  Object.assign(at(model, slot), { state: 'held', patient });
  model.holds.set(patient, { slot, untilMin: model.nowMin + HOLD_MIN });
  return 'ok';
}

export function release(model: Model, patient: number): Outcome {
  const earlier = model.holds.get(patient);
  if (earlier === undefined) return 'not-found';
  model.holds.delete(patient);
  giveBack(model, earlier.slot);
  return 'ok';
}

/** Time passes and the sweeper comes by: holds that are over are given back. */
export function wait(model: Model, minutes: number): Outcome {
  model.nowMin += minutes;
  for (const [patient, { slot, untilMin }] of [...model.holds]) {
    if (untilMin > model.nowMin) continue;
    model.holds.delete(patient);
    giveBack(model, slot);
  }
  expireOffers(model);
  return 'ok';
}

const MOST_MISSES = 3;

function expireOffers(model: Model): void {
  for (const entry of model.entries) {
    if (entry.offer === undefined) continue;
    const isRevoked = at(model, entry.offer.slot).isRetired;
    if (!isRevoked && entry.offer.untilMin > model.nowMin) continue;
    if (!isRevoked) entry.misses += 1;
    endOffer(model, entry, entry.misses >= MOST_MISSES ? 'lapsed' : 'waiting');
  }
}

function endOffer(model: Model, entry: Entry, state: Entry['state']): void {
  entry.state = state;
  if (entry.offer !== undefined) giveBack(model, entry.offer.slot);
  delete entry.offer;
}

/** Whether the day that everybody waits for is over. */
export function isPast({ nowMin, lastDayEndsMin }: Model): boolean {
  return nowMin >= lastDayEndsMin;
}

export function join(model: Model, patient: number, urgency: Entry['urgency'], autoAccept: boolean): Outcome {
  if (isPast(model)) return 'invalid';
  if (openEntry(model, patient) !== undefined) return 'conflict';
  const fresh = { misses: 0, offered: new Set<number>(), sinceMin: model.nowMin };
  model.entries.push({ patient, urgency, autoAccept, state: 'waiting', ...fresh });
  return 'ok';
}

export function leave(model: Model, entry: Entry): Outcome {
  endOffer(model, entry, 'withdrawn');
  return 'ok';
}

export function decline(model: Model, entry: Entry): Outcome {
  if (entry.offer === undefined) return 'conflict';
  entry.misses = 0;
  endOffer(model, entry, 'waiting');
  return 'ok';
}

export function accept(model: Model, entry: Entry): Outcome {
  if (entry.offer === undefined) return 'conflict';
  const { slot } = entry.offer;
  if (at(model, slot).isRetired) return 'conflict';
  if (overlaps(model, entry.patient, slot)) return 'conflict';
  entry.state = 'booked';
  delete entry.offer;
  at(model, slot).state = 'booked';
  model.visits.push({ patient: entry.patient, slot, version: 0, isCancelled: false });
  return 'ok';
}

/**
 * A provider is away during some of their slots, in a row from `first`: those are given no more, and the visits in them
 * stay and are listed, how many the outcome says; their patients are told with a version.
 */
export function away(model: Model, provider: number, first: number, count: number): Outcome {
  const own = model.slots.slice(provider * SLOTS_EACH, (provider + 1) * SLOTS_EACH);
  const { fromMin, toMin } = hoursOf(first, count);
  if (toMin <= model.nowMin) return 'invalid';
  const isKnown = model.leaves.some(
    (leave) => leave.provider === provider && leave.fromMin < toMin && leave.toMin > fromMin,
  );
  if (isKnown) return 'conflict';
  model.leaves.push({ provider, fromMin, toMin });
  const met = own.filter(
    ({ startMin, state }) =>
      startMin >= fromMin && startMin < toMin && startMin > model.nowMin && state !== 'closed',
  );
  for (const slot of met) {
    slot.isRetired = true;
    if (slot.state === 'free') slot.state = 'closed';
  }
  const visits = model.visits.filter((visit) => !visit.isCancelled && met.includes(at(model, visit.slot)));
  for (const visit of visits) {
    // Whoever was told by a leave before is not told again.
    if (visit.isTold !== true) visit.version += 1;
    visit.isTold = true;
  }
  return `ok ${visits.length}`;
}

/** From when to when `count` slots of a provider last. */
export function hoursOf(first: number, count: number): { fromMin: number; toMin: number } {
  const toMin = Math.min(first + count, SLOTS_EACH) * LENGTH_MIN;
  return { fromMin: first * LENGTH_MIN, toMin };
}
