import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createDraftKeeper, type DraftState, type Typing } from './draft-keeper.ts';

const typing = (text: string): Typing => ({ values: { text }, key: 'a-key-of-one-entry' });

/** A form's keeper over drafts that refuse a version other than the one that is there. */
function keeperOf(form: string, drafts: Map<string, { text: string | undefined; version: number }>) {
  const states: DraftState[] = [];
  const keeper = createDraftKeeper({
    async save({ values }, version) {
      const found = drafts.get(form)?.version ?? 0;
      if (found !== version) throw new Error(`saved elsewhere: ${found} and not ${version}`);
      drafts.set(form, { text: values['text'], version: version + 1 });
      return { version: version + 1, savedAt: '2026-12-03T14:15:00Z' };
    },
    isFinal: () => true,
    onState: (state) => states.push(state),
  });
  return { keeper, states };
}

test('what was typed last in a form is saved when another form is chosen, and counts for that form only', async () => {
  const drafts = new Map<string, { text: string | undefined; version: number }>();
  const note = keeperOf('encounter-note', drafts);
  note.keeper.keep(typing('Fine'));
  await note.keeper.save();
  note.keeper.keep(typing('Fine, no fever'));
  const left = note.keeper.save();
  const allergy = keeperOf('allergy', drafts);
  allergy.keeper.keep(typing('Latex'));
  await allergy.keeper.save();
  await left;
  allergy.keeper.keep(typing('Latex gloves'));
  await allergy.keeper.save();
  assert.deepEqual(Object.fromEntries(drafts), {
    'encounter-note': { text: 'Fine, no fever', version: 2 },
    allergy: { text: 'Latex gloves', version: 2 },
  });
  const kinds = [...note.states, ...allergy.states].map(({ kind }) => kind);
  assert.deepEqual(kinds, ['saved', 'saved', 'saved', 'saved']);
});

test('a save that fails is tried again ten seconds later, unless the draft was forgotten', async (t: TestContext) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const tries: string[] = [];
  const keeper = createDraftKeeper({
    async save({ values }) {
      tries.push(values['text'] ?? '');
      throw new Error('The network is away.');
    },
    isFinal: () => false,
    onState: () => undefined,
  });
  keeper.keep(typing('Fine'));
  await keeper.save();
  t.mock.timers.tick(10_000);
  await keeper.save();
  assert.deepEqual(tries, ['Fine', 'Fine']);
  const forgotten = keeper.forget();
  t.mock.timers.tick(60_000);
  await forgotten;
  await keeper.save();
  assert.deepEqual(tries, ['Fine', 'Fine']);
});
