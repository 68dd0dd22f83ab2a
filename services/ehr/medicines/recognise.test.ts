import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { recognise } from './recognise.ts';
import { readMedicineTable } from './table.ts';

const rxnorm = (code: string) => ({
  system: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  code,
  display: '',
});

/** By words: the ingredients, the classes that were named, the words that are not known. */
const found: Readonly<Record<string, readonly [string[], string[], string[]]>> = {
  'Penicillin V': [['phenoxymethylpenicillin'], [], []],
  'penicillin v potassium 250mg tabs': [['phenoxymethylpenicillin'], [], []],
  PHENOXYMETHYLPENICILLIN: [['phenoxymethylpenicillin'], [], []],
  'Amoxil 500 mg caps': [['amoxicillin'], [], []],
  Amoxil500mg: [['amoxicillin'], [], []],
  'amoxicillin trihydrate': [['amoxicillin'], [], []],
  amoxycillin: [['amoxicillin'], [], []],
  'Augmentin 625': [['amoxicillin', 'clavulanic acid'], [], []],
  'co amoxiclav': [['amoxicillin', 'clavulanic acid'], [], []],
  COAMOXICLAV: [['amoxicillin', 'clavulanic acid'], [], []],
  'Amoxicillin/clavulanic acid 500/125': [['amoxicillin', 'clavulanic acid'], [], []],
  'Tazocin 4.5 g IV': [['piperacillin', 'tazobactam'], [], []],
  'Ibuprofen 400mg + codeine 12.8mg': [['ibuprofen', 'codeine'], [], []],
  'Miconazole nitrate cream': [['miconazole'], [], []],
  Pénicilline: [[], ['penicillins'], []],
  'pe\u0301nicilline': [[], ['penicillins'], []],
  'Peni\u200bcillin': [[], ['penicillins'], []],
  Penicilin: [[], ['penicillins'], []],
  penicillins: [[], ['penicillins'], []],
  NSAIDs: [[], ['nsaids'], []],
  'sulfa drugs': [[], ['sulfonamide-antibiotics'], []],
  Sulpha: [[], ['sulfonamide-antibiotics'], []],
  'House dust mites': [[], [], []],
  'unicornol 5 mg': [[], [], ['unicornol 5 mg']],
  'Amoxicillin and unicornol': [['amoxicillin'], [], ['unicornol']],
  'unicornol, amoxicillin and dragonol acid': [['amoxicillin'], [], ['unicornol', 'dragonol acid']],
  Tablet: [[], [], ['Tablet']],
};

for (const [words, [ingredients, classes, unknown]] of Object.entries(found)) {
  test(`${words} is read as ${[...ingredients, ...classes, ...unknown.map((one) => `?${one}`)].join(', ') || 'known and no medicine'}`, () => {
    const read = recognise(words, null);
    assert.deepEqual(
      [[...read.ingredients], [...read.namedClasses], read.unknown],
      [ingredients, classes, unknown],
    );
  });
}

test('a code says what words do not, and does not hide what they say', () => {
  assert.deepEqual([...recognise('The pink ones', rxnorm('723')).ingredients], ['amoxicillin']);
  assert.deepEqual(recognise('The pink ones', rxnorm('723')).unknown, []);
  assert.deepEqual([...recognise('Aspirin', rxnorm('723')).ingredients].sort(), ['amoxicillin', 'aspirin']);
  assert.deepEqual(recognise('The pink ones', rxnorm('99999999')).unknown, ['The pink ones']);
  const allergy = { system: 'http://snomed.info/sct', code: '91936005', display: 'Allergy to penicillin' };
  assert.deepEqual([...recognise('The white ones', allergy).namedClasses], ['penicillins']);
});

test('an ingredient is found in any case, with any dose and form around it', () => {
  const names = readMedicineTable().ingredients.map(({ name }) => name);
  const around = fc.constantFrom('', '250 mg', '5mg/ml', 'tablets', 'IV', 'hydrochloride', 'oral suspension');
  fc.assert(
    fc.property(fc.constantFrom(...names), around, fc.boolean(), (name, rest, isUpper) => {
      const words = `${isUpper ? name.toUpperCase() : name} ${rest}`;
      assert.deepEqual([...recognise(words, null).ingredients], [name], words);
    }),
    { numRuns: 500 },
  );
});
