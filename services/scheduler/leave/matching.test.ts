import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cheapestMatching, type Matching } from './matching.ts';

/** What each visit may have, by the slot; `unplaced` is what it costs to leave it without. */
type Wants = { slots: { slot: number; cost: number }[]; unplaced: number }[];

const few: fc.Arbitrary<Wants> = fc.array(
  fc.record({
    slots: fc.uniqueArray(
      fc.record({ slot: fc.integer({ min: 0, max: 4 }), cost: fc.integer({ min: 0, max: 500 }) }),
      { selector: ({ slot }) => slot, maxLength: 4 },
    ),
    unplaced: fc.constantFrom(100, 1000),
  }),
  { minLength: 1, maxLength: 6 },
);

function toMatching(wants: Wants): Matching {
  const options = wants.flatMap(({ slots }) => slots);
  let start = 0;
  const ends = wants.map(({ slots }) => {
    start += slots.length;
    return start;
  });
  return {
    starts: Int32Array.from([0, ...ends]),
    columns: Int32Array.from(options, ({ slot }) => slot),
    costs: Float64Array.from(options, ({ cost }) => cost),
    unplacedCosts: Float64Array.from(wants, ({ unplaced }) => unplaced),
    columnCount: 5,
  };
}

/** How many are placed at what cost, by who has which option; throws when two have the same slot. */
function planValue(wants: Wants, chosen: readonly number[]): { placed: number; cost: number } {
  const used = new Set<number>();
  let [placed, cost] = [0, 0];
  for (const [visit, { slots, unplaced }] of wants.entries()) {
    const option = slots[chosen[visit] ?? -1];
    cost += option?.cost ?? unplaced;
    if (option === undefined) continue;
    assert.ok(!used.has(option.slot), 'a slot is used twice');
    used.add(option.slot);
    placed += 1;
  }
  return { placed, cost };
}

/** The best of all plans, found by trying all. */
function best(wants: Wants, used = new Set<number>(), visit = 0): { placed: number; cost: number } {
  const want = wants[visit];
  if (want === undefined) return { placed: 0, cost: 0 };
  const plans = want.slots
    .filter(({ slot }) => !used.has(slot))
    .map(({ slot, cost }) => {
      const rest = best(wants, new Set([...used, slot]), visit + 1);
      return { placed: rest.placed + 1, cost: rest.cost + cost };
    });
  const without = best(wants, used, visit + 1);
  plans.push({ placed: without.placed, cost: without.cost + want.unplaced });
  return plans.sort((a, b) => b.placed - a.placed || a.cost - b.cost)[0] ?? without;
}

test('as many as can be are placed, and never at more cost than that needs', () => {
  fc.assert(
    fc.property(few, (wants) => {
      const chosen = cheapestMatching(toMatching(wants), () => false);
      assert.ok(chosen);
      assert.deepEqual(planValue(wants, chosen), best(wants));
    }),
    { numRuns: 3000 },
  );
});

test('when the time is up there is no plan', () => {
  assert.equal(
    cheapestMatching(toMatching([{ slots: [], unplaced: 1 }]), () => true),
    undefined,
  );
});
