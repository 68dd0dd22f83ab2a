import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Assignment, assignGreedily, costOf, type Option, overlap, type Visit } from './assignment.ts';
import { solve } from './solve.ts';

const HOUR_MS = 3_600_000;

/** Some visits that want the same few slots; some are longer, some of one patient. */
const anyProblem = fc
  .array(
    fc.record({
      patient: fc.integer({ min: 0, max: 3 }),
      isLonger: fc.boolean(),
      wants: fc.uniqueArray(
        fc.record({ slot: fc.integer({ min: 0, max: 5 }), cost: fc.integer({ min: 1, max: 60 }) }),
        {
          maxLength: 5,
          selector: ({ slot }) => slot,
        },
      ),
      unplacedCost: fc.constantFrom(100, 300, 1000),
    }),
    { minLength: 2, maxLength: 5 },
  )
  .map((visits): Visit[] =>
    visits.map(({ patient, isLonger, wants, unplacedCost }, index) => ({
      id: `visit ${index}`,
      patientId: `patient ${patient}`,
      unplacedCost,
      options: wants
        .map(
          ({ slot, cost }): Option => ({
            slotIds: isLonger ? [`slot ${slot}`, `slot ${slot + 1}`] : [`slot ${slot}`],
            cost,
            // Two providers side by side: slots 0 and 3 are at the same time.
            startMs: (slot % 3) * HOUR_MS,
            endMs: ((slot % 3) + (isLonger ? 2 : 1)) * HOUR_MS,
          }),
        )
        .sort((a, b) => a.cost - b.cost),
    })),
  );

function refuseBroken(visits: readonly Visit[], { chosen, cost }: Assignment): void {
  const used = chosen.flatMap((option) => option?.slotIds ?? []);
  assert.equal(new Set(used).size, used.length, 'a slot is used twice');
  for (const [v, option] of chosen.entries()) {
    if (option === null) continue;
    assert.ok(visits[v]?.options.some(({ slotIds }) => slotIds[0] === option.slotIds[0]));
    for (const [w, other] of chosen.entries()) {
      if (w <= v || other === null || visits[w]?.patientId !== visits[v]?.patientId) continue;
      assert.ok(!overlap(option, other), 'a patient is in two places');
    }
  }
  assert.ok(Math.abs(costOf(visits, chosen) - cost) < 1e-6);
}

/** How many the best assignment places, and at what cost, found by trying all: the most first, then the cheapest. */
function best(visits: readonly Visit[], chosen: (Option | null)[] = []): { placed: number; cost: number } {
  const visit = visits[chosen.length];
  if (visit === undefined) return { placed: placedBy(chosen), cost: costOf(visits, chosen) };
  const fits = visit.options.filter((option) =>
    chosen.every((other, index) => {
      if (other === null) return true;
      if (other.slotIds.some((id) => option.slotIds.includes(id))) return false;
      return visits[index]?.patientId !== visit.patientId || !overlap(option, other);
    }),
  );
  const plans = [null, ...fits].map((option) => best(visits, [...chosen, option]));
  return plans.reduce((one, other) => (isBetter(other, one) ? other : one));
}

function placedBy(chosen: readonly (Option | null)[]): number {
  return chosen.filter((option) => option !== null).length;
}

type Value = { placed: number; cost: number };
function isBetter(one: Value, other: Value): boolean {
  return one.placed > other.placed || (one.placed === other.placed && one.cost < other.cost - 1e-6);
}

test('no other assignment places more, or as many for less, and no rule is broken', async () => {
  await fc.assert(
    fc.asyncProperty(anyProblem, async (visits) => {
      const solved = await solve(visits);
      refuseBroken(visits, solved);
      assert.equal(solved.method, 'optimal');
      const { placed, cost } = best(visits);
      assert.deepEqual([placedBy(solved.chosen), solved.mostPlaceable], [placed, placed]);
      assert.ok(Math.abs(solved.cost - cost) < 1e-6, `${solved.cost} is not the least`);
    }),
    { numRuns: 20 },
  );
});

test('going one after the other is never better than the optimum', () => {
  fc.assert(
    fc.property(anyProblem, (visits) => {
      const greedy = assignGreedily(visits);
      refuseBroken(visits, greedy);
      assert.ok(!isBetter({ placed: placedBy(greedy.chosen), cost: greedy.cost }, best(visits)));
    }),
    { numRuns: 500 },
  );
});

test('looking ahead pays: the second visit gets the only slot it can have', async () => {
  const at = (slot: number, cost: number): Option => ({
    slotIds: [`slot ${slot}`],
    cost,
    startMs: slot * HOUR_MS,
    endMs: (slot + 1) * HOUR_MS,
  });
  const visits: Visit[] = [
    { id: 'one', patientId: 'a', unplacedCost: 1000, options: [at(1, 1), at(2, 2)] },
    { id: 'two', patientId: 'b', unplacedCost: 1000, options: [at(1, 1)] },
  ];
  assert.equal(assignGreedily(visits).cost, 1001);
  assert.equal((await solve(visits)).cost, 3);
});
