import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { type Action, anyAction, inDatabase, inModel, PATIENTS } from './model/actions.ts';
import { type Lane, openLane } from './model/lane.ts';
import { newModel } from './model/model.ts';

const HISTORIES = Number(process.env['HB_MODEL_HISTORIES'] ?? 10_000);
const LANES = 4;
const LONGEST = 10;
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
  for (const [step, action] of actions.entries()) {
    const before = model.visits.map(({ version, patient }) => ({ version, patient }));
    const expected = inModel(model, action);
    if (expected === undefined) continue;
    const where = `step ${step}: ${JSON.stringify(action)}`;
    assert.equal(await inDatabase(lane, history, before, action), expected, where);
    const patients = model.slots.map(({ patient }) =>
      patient === undefined ? null : history.patients[patient],
    );
    assert.deepEqual(
      await history.look(),
      model.slots.map(({ state }, index) => ({ state, patient: patients[index] })),
      where,
    );
  }
}

const always = readFileSync(new URL('../verify/always.sql', import.meta.url), 'utf8');

test(`${HISTORIES} random histories go as the model says (seed ${seed})`, { timeout: 600_000 }, async () => {
  const histories = fc.array(anyAction, { minLength: 1, maxLength: LONGEST });
  await Promise.all(
    lanes.map(async (lane, index) => {
      const property = fc.asyncProperty(histories, (actions) => agree(lane, actions));
      await fc.assert(property, { numRuns: Math.ceil(HISTORIES / LANES), seed: seed + index });
      assert.deepEqual((await lane.pool.query(always)).rows, []);
    }),
  );
});
