import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { clinic } from '@healthbooker/local/seed/clinical';
import { recognise } from './recognise.ts';
import { indexMedicines, readMedicineTable } from './table.ts';

const table = readMedicineTable();

test('the table has 300 ingredients and more in 25 classes and more, most of them with brands', () => {
  const used = new Set(table.ingredients.flatMap(({ classes }) => classes));
  const related = table.classes.filter((one) => one.related && used.has(one.id));
  assert.ok(table.ingredients.length >= 300, `${table.ingredients.length} ingredients`);
  assert.ok(related.length >= 25, `${related.length} classes of like medicines`);
  const branded = table.ingredients.filter(({ brands }) => brands.length > 0);
  assert.ok(branded.length > table.ingredients.length * 0.7, `${branded.length} with brands`);
  for (const { id } of table.classes) {
    assert.ok(used.has(id), `${id} has no member`);
  }
});

test('its NOTICE names its version, and where it is from', () => {
  const notice = readFileSync(new URL('./NOTICE', import.meta.url), 'utf8').replace(/\s+/g, ' ');
  assert.match(notice, new RegExp(`Version ${table.version} `));
  assert.match(notice, /Source .*nonproprietary names/);
  assert.match(table.source, /nonproprietary names/);
});

test('every name is written once, and each brand stands for one set of ingredients', () => {
  const names = table.ingredients.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  const brands = [...table.ingredients, ...table.products].flatMap((one) => one.brands);
  const repeated = brands.filter((brand, at) => brands.indexOf(brand) !== at);
  assert.deepEqual(repeated, []);
  const codes = table.ingredients.flatMap(({ rxnorm }) => rxnorm ?? []);
  assert.equal(new Set(codes).size, codes.length);
});

test('a table in which a name stands for two things, or for nothing, is not served with', () => {
  const twice = { ...table, ingredients: table.ingredients.map((one) => ({ ...one, brands: ['Amoxil'] })) };
  assert.throws(() => indexMedicines(twice), /stands for two things/);
  const nowhere = { ...table, products: [{ name: 'A mixture', brands: [], ingredients: ['unicornol'] }] };
  assert.throws(() => indexMedicines(nowhere), /no ingredient unicornol/);
  const noClass = { ...table, ingredients: [{ name: 'unicornol', classes: ['x'], also: [], brands: [] }] };
  assert.throws(() => indexMedicines(noClass), /no class x/);
});

test('every name, synonym and brand is found by itself, and nothing of it is left unknown', () => {
  for (const { name, also, brands } of table.ingredients) {
    for (const words of [name, ...also, ...brands]) {
      const found = recognise(words, null);
      assert.deepEqual([[...found.ingredients], found.unknown], [[name], []], words);
    }
  }
  for (const { name, brands, ingredients } of table.products) {
    for (const words of [name, ...brands]) {
      const found = recognise(`${words} tablets`, null);
      assert.deepEqual([[...found.ingredients].sort(), found.unknown], [[...ingredients].sort(), []], words);
    }
  }
});

test('the code and the name of each medicine of the made-up hospital say the same', () => {
  const medicines = Object.values(clinic).flatMap(({ problems }) =>
    problems.flatMap((one) => one.medicine ?? []),
  );
  assert.ok(medicines.length > 5);
  for (const { name, coding } of medicines) {
    const found = recognise(name, null);
    assert.deepEqual(found.unknown, [], name);
    assert.deepEqual(recognise(name, coding).ingredients, found.ingredients, `${name} ${coding.code}`);
  }
});
