import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findIn } from '@healthbooker/local/verify/subjects';
import fc from 'fast-check';
import { type Action, anyAction, inDatabase, inModel, PATIENTS } from './actions.ts';
import { type Found, type History, type Lane, openLane } from './lane.ts';
import { type Model, newModel } from './model.ts';
import { settle } from './waiting.ts';

/** `npm run test:attack` asks for 10,000. */
const HISTORIES = Number(process.env['HB_MODEL_HISTORIES'] ?? 500);
const LANES = 4;
const LONGEST = 7;
const seed = Number(process.env['HB_MODEL_SEED'] ?? Date.now() % 2 ** 31);

let lanes: Lane[];
before(async () => {
  lanes = await Promise.all(Array.from({ length: LANES }, openLane));
});
after(() => Promise.all((lanes ?? []).map((lane) => lane.close())));

/** Runs one history on both sides and compares each answer and each slot. */
async function agree(lane: Lane, actions: readonly Action[]): Promise<void> {
  const model = newModel();
  const history = await lane.begin(PATIENTS);
  model.lastDayEndsMin = history.lastDayEndsMin;
  let found: Found = { slots: [], entries: [] };
  for (const [step, action] of actions.entries()) {
    const before = {
      visits: model.visits.map(({ version, patient }) => ({ version, patient })),
      entry: openEntryOf(model, found, action),
    };
    const expected = inModel(model, action);
    if (expected === undefined) continue;
    const settles = model.freed.size > 0 || model.entries.some(({ state }) => state === 'waiting');
    const where = `step ${step}: ${JSON.stringify(action)}`;
    assert.equal(await inDatabase(lane, history, { ...before, settles }, action), expected, where);
    found = await history.look();
    try {
      settle(model, found.entries, history.startMs);
    } catch (error) {
      throw new Error(where, { cause: error });
    }
    takeOverVisits(model, history, found);
    assert.deepEqual(
      found.slots,
      model.slots.map(({ state, patient = -1 }) => ({ state, patient: history.patients[patient] ?? null })),
      where,
    );
    assert.deepEqual(
      found.entries.map(({ state }) => state),
      model.entries.map(({ state }) => state),
      where,
    );
  }
  if (await history.end()) await lane.settleAll();
}

/** The newest entry of the patient whom a step is about. */
function openEntryOf(model: Model, { entries }: Found, action: Action) {
  if (!('patient' in action)) return undefined;
  return entries[model.entries.findLastIndex(({ patient }) => patient === action.patient)];
}

/** Visits that came of entries are known by the entries' ids, and go on with their versions. */
function takeOverVisits(model: Model, history: History, { entries }: Found): void {
  for (const { id, slot, visitVersion } of entries) {
    if (visitVersion === null || history.visits.includes(id)) continue;
    const visit = model.visits.find((one) => one.version === 0 && one.slot === slot);
    assert.ok(visit !== undefined, `nobody knows of the visit at slot ${slot}`);
    visit.version = visitVersion;
    // Both lists are in the order in which visits came about; several may have come of one step.
    const place = model.visits.indexOf(visit);
    history.visits.splice(place, 0, id);
  }
  assert.equal(model.visits.length, history.visits.length);
}

test(`${HISTORIES} random histories go as the model says (seed ${seed})`, { timeout: 600_000 }, async () => {
  const histories = fc.array(anyAction, { minLength: 1, maxLength: LONGEST });
  await Promise.all(
    lanes.map(async (lane, index) => {
      const property = fc.asyncProperty(histories, (actions) => agree(lane, actions));
      await fc.assert(property, { numRuns: Math.ceil(HISTORIES / LANES), seed: seed + index });
      assert.deepEqual(await findIn(lane.pool, 'scheduler', 'always', { now: new Date() }), []);
    }),
  );
});
