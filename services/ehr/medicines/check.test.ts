import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Current, checkMedicine, warnings, warningsKey } from './check.ts';

const plain = { coding: null, severity: '', reaction: '' };
const allergy = (name: string) => ({ ...plain, kind: 'allergy' as const, name, severity: 'severe' });
const medicine = (name: string) => ({ ...plain, kind: 'medication' as const, name });
const current = (...entries: Omit<Current, 'entryId' | 'version'>[]): Current[] =>
  entries.map((entry, at) => ({ ...entry, entryId: `entry ${at}`, version: 1 }));

/** An allergy and a medicine: what is found, whichever of them is the new one. */
const pairs: readonly (readonly [string, string, string | undefined])[] = [
  ['Penicillin', 'Penicillin V', 'class: Penicillins'],
  ['Penicillin V', 'phenoxymethylpenicillin 250 mg', 'allergy: phenoxymethylpenicillin'],
  ['Amoxicillin', 'Tazocin', 'class: Penicillins'],
  ['Amoxicillin', 'Augmentin 625', 'allergy: amoxicillin'],
  ['Penicillins', 'Cefalexin', 'cross-reaction: Penicillins and Cephalosporins'],
  ['Cephalosporins', 'Amoxil', 'cross-reaction: Penicillins and Cephalosporins'],
  ['Beta-lactam antibiotics', 'Meropenem', 'class: Carbapenems'],
  ['NSAIDs', 'Disprin', 'class: Non-steroidal anti-inflammatory medicines'],
  ['Aspirin', 'Brufen 400', 'class: Non-steroidal anti-inflammatory medicines'],
  ['Aspirin', 'Celecoxib', 'cross-reaction: Non-steroidal anti-inflammatory medicines and COX-2 inhibitors'],
  ['Sulfa', 'Septrin', 'class: Sulfonamide antibiotics'],
  [
    'Sulfa',
    'Furosemide',
    'cross-reaction: Sulfonamide antibiotics and Other medicines derived from sulfonamides',
  ],
  ['Co-trimoxazole', 'Trimethoprim', 'allergy: trimethoprim'],
  ['Ramipril', 'Entresto', 'cross-reaction: ACE inhibitors and Angiotensin receptor blockers'],
  ['Codeine', 'Morphine', 'class: Opioids'],
  ['Carbamazepine', 'Lamotrigine', 'class: Aromatic antiepileptics'],
  ['Penicillin', 'Clarithromycin', undefined],
  ['Penicillin', 'Paracetamol', undefined],
  ['Linezolid', 'Fosfomycin', undefined],
  ['Latex', 'Amoxicillin', undefined],
];

for (const [substance, taken, expected] of pairs) {
  test(`an allergy to ${substance} and ${taken}: ${expected ?? 'nothing'}`, () => {
    for (const [added, there] of [
      [medicine(taken), allergy(substance)],
      [allergy(substance), medicine(taken)],
    ] as const) {
      const { findings } = checkMedicine(added, current(there));
      const found = findings.map(({ kind, shared }) => `${kind}: ${shared}`);
      assert.deepEqual(found, expected === undefined ? [] : [expected]);
      for (const one of findings) assert.deepEqual([one.recorded, one.severity], [there.name, 'severe']);
    }
  });
}

test('a medicine that is taken already is noticed, which is no warning', () => {
  const checked = checkMedicine(medicine('Amoxil'), current(medicine('Co-amoxiclav'), medicine('Aspirin')));
  assert.deepEqual(
    checked.findings.map(({ kind, shared, recorded }) => [kind, shared, recorded]),
    [['duplicate', 'amoxicillin', 'Co-amoxiclav']],
  );
  assert.deepEqual(warnings(checked), []);
});

test('what is not known is told, of the new entry and of the chart', () => {
  const chart = current(allergy('Unicornol'), medicine('Dragonol'));
  const { notChecked, notCheckedAgainst, findings } = checkMedicine(medicine('Phoenixol'), chart);
  assert.deepEqual([notChecked, notCheckedAgainst, findings], [['Phoenixol'], ['Unicornol'], []]);
  assert.deepEqual(checkMedicine(allergy('Phoenixol'), chart).notCheckedAgainst, ['Dragonol']);
});

test('a reason is for the warnings that were read: another, or another version, is another key', () => {
  const keyOf = (...there: Current[]) => warningsKey(warnings(checkMedicine(medicine('Amoxicillin'), there)));
  const [first, second] = current(allergy('Penicillin'), allergy('Cefalexin')) as [Current, Current];
  const keys = [keyOf(first), keyOf(first, second), keyOf({ ...first, version: 2 })];
  assert.equal(new Set(keys).size, 3);
  assert.equal(keyOf(second, first), keys[1]);
});
