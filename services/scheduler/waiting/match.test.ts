import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decide, RULE_VERSION } from '../engine/decide.ts';
import { byPriority, level, type Waiting } from '../engine/priority.ts';
import { anything, nowMs, slot } from '../engine/test-rows.ts';
import { TARGET_DAYS } from '../engine/urgency.ts';
import { type Candidate, matchEntries } from './match.ts';

const DAY_MS = 86_400_000;

const waiting: fc.Arbitrary<Waiting> = fc.record({
  id: fc.uuid(),
  urgency: fc.constantFrom('routine', 'soon', 'urgent'),
  // Whole days, so that many are equal but for the hash.
  sinceMs: fc.integer({ min: 0, max: 150 }).map((days) => nowMs - days * DAY_MS),
  tieBreak: fc.constantFrom('a', 'b', 'c'),
});
const line = fc.uniqueArray(waiting, { selector: ({ id }) => id, maxLength: 30 });

test('the order of those who wait is total and does not depend on how they are listed', () => {
  const compare = byPriority(nowMs);
  fc.assert(
    fc.property(line, fc.integer(), (entries, seed) => {
      const sorted = [...entries].sort(compare);
      const shuffled = [...entries]
        .sort((a, b) => ((a.sinceMs + seed) % 7) - ((b.sinceMs + seed) % 7))
        .sort(compare);
      assert.deepEqual(shuffled, sorted);
      for (const [index, one] of sorted.entries()) {
        for (const later of sorted.slice(index + 1))
          assert.ok(compare(one, later) < 0 && compare(later, one) > 0);
      }
    }),
  );
});

test('of two who came at once the more urgent is first; of two equally urgent, who came first', () => {
  fc.assert(
    fc.property(waiting, waiting, (a, b) => {
      const compare = byPriority(nowMs);
      const together = { ...b, sinceMs: a.sinceMs };
      if (TARGET_DAYS[a.urgency] < TARGET_DAYS[b.urgency] && level(a, nowMs) > level(together, nowMs)) {
        assert.ok(compare(a, together) < 0);
      }
      if (a.urgency === b.urgency && a.sinceMs < b.sinceMs) assert.ok(compare(a, b) < 0);
    }),
  );
});

test('nobody starves: whoever has waited through two targets comes before all who came later', () => {
  fc.assert(
    fc.property(line, waiting, (others, one) => {
      const old = { ...one, sinceMs: nowMs - 2 * TARGET_DAYS[one.urgency] * DAY_MS };
      const compare = byPriority(nowMs);
      for (const other of others) if (other.sinceMs > old.sinceMs) assert.ok(compare(old, other) < 0);
    }),
  );
});

test('each slot goes to the first whom it fits and who got no better one; nobody gets two, no slot goes twice', () => {
  const hours = fc.uniqueArray(fc.integer({ min: 3, max: 60 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(line, hours, fc.integer({ min: 1, max: 9 }), (entries, starts, step) => {
      const slots = starts.map((ahead) => slot(`slot-${ahead}`, ahead));
      const candidates: Candidate[] = entries.map((one, index) => ({
        waiting: one,
        request: { ...anything, urgency: one.urgency },
        rows: slots.filter((_, at) => (index + at) % step === 0),
        visitOf: new Map(),
        nextOf: new Map(),
      }));
      const matches = matchEntries(candidates, nowMs);
      assert.deepEqual(matchEntries([...candidates].reverse(), nowMs), matches);
      assert.equal(new Set(matches.map(({ slotId }) => slotId)).size, matches.length);
      assert.equal(new Set(matches.map(({ entryId }) => entryId)).size, matches.length);
      const compare = byPriority(nowMs);
      for (const { waiting: one, rows, request } of candidates) {
        const own = matches.find(({ entryId }) => entryId === one.id);
        for (const row of rows) {
          if (decide(RULE_VERSION, request, [row], nowMs).chosen === null || own !== undefined) continue;
          const winner = candidates.find(
            ({ waiting: other }) => other.id === matches.find(({ slotId }) => slotId === row.slotId)?.entryId,
          );
          assert.ok(winner && compare(winner.waiting, one) < 0, 'passed over');
        }
      }
      for (const { entries: seen, entryId } of matches) {
        assert.equal(seen.filter(({ rejection }) => rejection === null)[0]?.id, entryId, 'replays');
      }
    }),
  );
});

test('a longer visit takes the slot after its own with it', () => {
  const first = slot('first', 4);
  const second = slot('second', 4.5);
  const one = { urgency: 'routine' as const, sinceMs: nowMs, tieBreak: 'a' };
  const longer: Candidate = {
    waiting: { ...one, id: '1' },
    request: { ...anything, isLonger: true },
    rows: [first],
    visitOf: new Map(),
    nextOf: new Map([['first', 'second']]),
  };
  const short: Candidate = {
    waiting: { ...one, id: '2' },
    request: anything,
    rows: [first, second],
    visitOf: new Map(),
    nextOf: new Map(),
  };
  assert.deepEqual(
    matchEntries([short, longer], nowMs).map(({ entryId, slotId, nextId }) => [entryId, slotId, nextId]),
    [['1', 'first', 'second']],
  );
});
