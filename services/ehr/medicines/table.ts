import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { substanceKey } from './key.ts';

const names = z.array(z.string().min(2)).default([]);
const schema = z.strictObject({
  title: z.string(),
  /** The day of the table's last change; each entry stores the version with which it was checked. */
  version: z.iso.date(),
  source: z.string().min(20),
  classes: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      also: names,
      snomed: z.array(z.string()).default([]),
      /** False for a group of unlike medicines: a patient who reacts to one is not likely to react to another. */
      related: z.boolean().default(true),
    }),
  ),
  /** Names that stand for several classes. */
  groups: z.array(z.strictObject({ names, classes: z.array(z.string()).min(2) })),
  crossReactions: z.array(z.strictObject({ between: z.tuple([z.string(), z.string()]), why: z.string() })),
  ingredients: z.array(
    z.strictObject({
      name: z.string(),
      classes: z.array(z.string()).min(1),
      also: names,
      brands: names,
      rxnorm: z.string().regex(/^\d+$/).optional(),
    }),
  ),
  /** Medicines with several ingredients. */
  products: z.array(
    z.strictObject({ name: z.string(), brands: names, ingredients: z.array(z.string()).min(1) }),
  ),
  /** Allergens that are no medicines, such as foods: known words, which conflict with no medicine. */
  otherAllergens: z.array(z.string()),
  /** Words that name no substance but stand beside one: salts, forms, units, times of day. */
  plainWords: z.array(z.string()),
});

export type MedicineTable = z.output<typeof schema>;

/** What a name stands for. */
export type Meaning = { ingredients: readonly string[]; classes: readonly string[] };

export type MedicineIndex = {
  version: string;
  /** By `substanceKey` of every name, synonym and brand. */
  byName: ReadonlyMap<string, Meaning>;
  byRxnorm: ReadonlyMap<string, Meaning>;
  bySnomed: ReadonlyMap<string, Meaning>;
  plainWords: ReadonlySet<string>;
  /** All classes of an ingredient. */
  classesOf: ReadonlyMap<string, readonly string[]>;
  className: ReadonlyMap<string, string>;
  /** Classes whose members are alike. */
  related: ReadonlySet<string>;
  crossReactions: MedicineTable['crossReactions'];
};

export function readMedicineTable(): MedicineTable {
  return schema.parse(JSON.parse(readFileSync(new URL('./table.json', import.meta.url), 'utf8')));
}

/**
 * The table by name and code.
 * @throws Error when a name stands for two things, or when a class or an ingredient that is named does not exist
 */
export function indexMedicines(table: MedicineTable): MedicineIndex {
  const classIds = new Set(table.classes.map(({ id }) => id));
  const ingredientNames = new Set(table.ingredients.map(({ name }) => name));
  const byName = new Map<string, Meaning>();
  const byRxnorm = new Map<string, Meaning>();
  const bySnomed = new Map<string, Meaning>();

  const add = (to: Map<string, Meaning>, key: string, words: string, meaning: Meaning) => {
    for (const id of meaning.classes) if (!classIds.has(id)) throw new Error(`${words}: no class ${id}`);
    for (const name of meaning.ingredients) {
      if (!ingredientNames.has(name)) throw new Error(`${words}: no ingredient ${name}`);
    }
    const known = to.get(key);
    if (known && JSON.stringify(known) !== JSON.stringify(meaning)) {
      throw new Error(`${words} (${key}) stands for two things`);
    }
    to.set(key, meaning);
  };
  const name = (words: string, meaning: Meaning) => add(byName, substanceKey(words), words, meaning);

  for (const { names: words, classes } of table.groups) {
    for (const each of words) name(each, { ingredients: [], classes });
  }
  for (const one of table.ingredients) {
    for (const id of one.classes) if (!classIds.has(id)) throw new Error(`${one.name}: no class ${id}`);
    const meaning = { ingredients: [one.name], classes: [] };
    for (const words of [one.name, ...one.also, ...one.brands]) name(words, meaning);
    if (one.rxnorm) add(byRxnorm, one.rxnorm, one.rxnorm, meaning);
  }
  for (const { name: own, brands, ingredients } of table.products) {
    for (const words of [own, ...brands]) name(words, { ingredients, classes: [] });
  }
  for (const words of table.otherAllergens) name(words, { ingredients: [], classes: [] });
  for (const one of table.classes) {
    const meaning = { ingredients: [], classes: [one.id] };
    const members = new Set(
      table.ingredients.filter(({ classes }) => classes.includes(one.id)).map((member) => member.name),
    );
    for (const words of [one.name, ...one.also]) {
      // "Tetracyclines" are found under tetracycline, which is one of them.
      const known = byName.get(substanceKey(words));
      if (!known?.ingredients.every((member) => members.has(member))) name(words, meaning);
    }
    for (const code of one.snomed) add(bySnomed, code, code, meaning);
  }
  for (const { between } of table.crossReactions) {
    for (const id of between) if (!classIds.has(id)) throw new Error(`cross reaction: no class ${id}`);
  }
  return {
    version: table.version,
    byName,
    byRxnorm,
    bySnomed,
    plainWords: new Set(table.plainWords.map(substanceKey)),
    classesOf: new Map(table.ingredients.map((one) => [one.name, one.classes])),
    className: new Map(table.classes.map((one) => [one.id, one.name])),
    related: new Set(table.classes.filter((one) => one.related).map((one) => one.id)),
    crossReactions: table.crossReactions,
  };
}

/** Read when the service starts: a service without its table does not start. */
export const medicines = indexMedicines(readMedicineTable());
