import type { PlannedSlot } from './plan-slots.ts';
import type { Rule } from './rules.ts';
import type { Mode } from './slot.ts';

const DAY_MS = 86_400_000;

/** A slot that exists. */
export type ExistingSlot = {
  id: string;
  session_id: string;
  provider_id: string;
  visit_id: string;
  state: 'settling' | 'free' | 'held' | 'booked' | 'closed';
  is_retired: boolean;
  /** The slot of the longer visit that it is part of. */
  merged_into: string | null;
  /** It takes in the slot after it; `end_at` is nevertheless its own end. */
  is_longer: boolean;
  start_at: Date;
  end_at: Date;
  blocks_from: Date;
  blocks_to: Date;
  visit_type_id: string;
  location_id: string;
  mode: Mode;
  reserved_for: 'soon' | 'urgent' | null;
  release_at: Date | null;
};

/** The changes that make the slots of a session those of its rule. */
export type Changes = {
  insert: PlannedSlot[];
  /** No rule gives them, or they are taken and the rule has changed. */
  retire: string[];
  /** Nobody has them, and the rule has changed or gives them again. */
  reshape: PlannedSlot[];
  /** They are taken, and a rule gives them again unchanged. */
  unretire: string[];
};

/** When a provider's time is taken, and by which visit. */
export type BusyTimes = {
  add(visitId: string, fromMs: number, toMs: number): void;
  /** Whether another visit takes some of this time. */
  isTaken(visitId: string, fromMs: number, toMs: number): boolean;
};

/** Keeps times by the days that they touch, so that a look-up does not read all of them. */
export function busyTimes(): BusyTimes {
  const byDay = new Map<number, { visitId: string; fromMs: number; toMs: number }[]>();
  const daysOf = (fromMs: number, toMs: number) => {
    const first = Math.floor(fromMs / DAY_MS);
    return Array.from({ length: Math.floor(toMs / DAY_MS) - first + 1 }, (_, index) => first + index);
  };
  return {
    add(visitId, fromMs, toMs) {
      for (const day of daysOf(fromMs, toMs)) {
        const known = byDay.get(day);
        if (known === undefined) byDay.set(day, [{ visitId, fromMs, toMs }]);
        // The seats of a group visit come one after the other.
        else if (known.at(-1)?.visitId !== visitId) known.push({ visitId, fromMs, toMs });
      }
    },
    isTaken: (visitId, fromMs, toMs) =>
      daysOf(fromMs, toMs).some((day) =>
        byDay
          .get(day)
          ?.some((other) => other.visitId !== visitId && other.fromMs < toMs && other.toMs > fromMs),
      ),
  };
}

/**
 * Compares the slots a rule gives with those that exist of its session. A planned slot that overlaps a busy time, for
 * example a taken slot, is left out, so that the provider is in one place. The slots of this session are added to
 * `busy` for the sessions compared after it.
 */
export function compareSlots(
  rule: Rule,
  planned: readonly PlannedSlot[],
  existing: readonly ExistingSlot[],
  busy: BusyTimes,
): Changes {
  const changes: Changes = { insert: [], retire: [], reshape: [], unretire: [] };
  const before = rule.bufferBeforeMin * 60_000;
  const after = rule.bufferAfterMin * 60_000;
  const isFree = ({ visitId, startMs, endMs }: PlannedSlot) =>
    !busy.isTaken(visitId, startMs - before, endMs + after);
  const take = ({ visitId, startMs, endMs }: PlannedSlot) =>
    busy.add(visitId, startMs - before, endMs + after);

  const byId = new Map(existing.map((slot) => [slot.id, slot]));
  const given = new Set<string>();
  for (const plan of withKeptSeats(rule, planned, existing)) {
    given.add(plan.id);
    const slot = byId.get(plan.id);
    if (slot !== undefined && (isTaken(slot) || slot.merged_into !== null)) {
      const isSame = hasShape(rule, plan, slot);
      if (isSame && slot.is_retired) changes.unretire.push(slot.id);
      if (!isSame && !slot.is_retired) changes.retire.push(slot.id);
      continue;
    }
    if (!isFree(plan)) {
      given.delete(plan.id);
      continue;
    }
    take(plan);
    if (slot === undefined) changes.insert.push(plan);
    else if (slot.is_retired || !hasShape(rule, plan, slot) || !hasCarveOut(plan, slot))
      changes.reshape.push(plan);
  }
  for (const slot of existing) {
    if (!given.has(slot.id) && !slot.is_retired) changes.retire.push(slot.id);
  }
  return wholeVisits(changes, existing);
}

/**
 * Taken seats of a class are kept as long as the class has enough seats, whatever their numbers: each taken seat that
 * is not planned replaces a free one, the highest first.
 */
function withKeptSeats(
  rule: Rule,
  planned: readonly PlannedSlot[],
  existing: readonly ExistingSlot[],
): readonly PlannedSlot[] {
  const ids = new Set(planned.map(({ id }) => id));
  const had = existing.filter((slot) => isTaken(slot) || slot.merged_into !== null);
  const others = had.filter(({ id }) => !ids.has(id));
  if (others.length === 0) return planned;
  const othersOf = Map.groupBy(others, ({ visit_id }) => visit_id);
  const hadIds = new Set(had.map(({ id }) => id));
  const kept = new Map<string, string>();
  for (const plan of planned.toReversed()) {
    if (hadIds.has(plan.id)) continue;
    const alike = othersOf
      .get(plan.visitId)
      ?.filter((slot) => hasShape(rule, plan, slot) && !kept.has(slot.id));
    // Visits whose patients were not yet told that they cannot take place come first.
    const slot = alike?.find(({ is_retired }) => !is_retired) ?? alike?.[0];
    if (slot !== undefined) kept.set(slot.id, plan.id);
  }
  const givenBy = new Map([...kept].map(([id, planId]) => [planId, id]));
  return planned.map((plan) => ({ ...plan, id: givenBy.get(plan.id) ?? plan.id }));
}

/** A longer visit loses its time when either of its slots goes, and gets it back when both are given again. */
function wholeVisits(changes: Changes, existing: readonly ExistingSlot[]): Changes {
  const byId = new Map(existing.map((slot) => [slot.id, slot]));
  const retire = new Set(changes.retire);
  const unretire = new Set(changes.unretire);
  for (const part of existing) {
    const whole = byId.get(part.merged_into ?? '');
    if (whole === undefined) continue;
    const isGone = retire.has(part.id) || (part.is_retired && !unretire.has(part.id));
    if (!isGone) continue;
    unretire.delete(whole.id);
    if (!whole.is_retired) retire.add(whole.id);
  }
  return { ...changes, retire: [...retire], unretire: [...unretire] };
}

function isTaken({ state }: ExistingSlot): boolean {
  return state === 'held' || state === 'booked';
}

/** Whether patients would notice no difference. */
function hasShape(rule: Rule, plan: PlannedSlot, slot: ExistingSlot): boolean {
  const isBlockedAlike =
    isTaken(slot) ||
    (slot.blocks_from.getTime() === plan.startMs - rule.bufferBeforeMin * 60_000 &&
      slot.blocks_to.getTime() === plan.endMs + rule.bufferAfterMin * 60_000);
  return (
    slot.start_at.getTime() === plan.startMs &&
    slot.end_at.getTime() === plan.endMs &&
    slot.visit_type_id === rule.visitTypeId &&
    slot.location_id === rule.locationId &&
    slot.mode === rule.mode &&
    isBlockedAlike
  );
}

function hasCarveOut(plan: PlannedSlot, slot: ExistingSlot): boolean {
  return slot.reserved_for === plan.reservedFor && (slot.release_at?.getTime() ?? null) === plan.releaseAtMs;
}
