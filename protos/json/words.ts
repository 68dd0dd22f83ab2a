import { z } from 'zod';

/** The words for a contract's enum in JSON, both ways. */
export type Words<Name extends string, Word extends string> = {
  readonly schema: z.ZodEnum<{ [W in Word]: W }>;
  /** The word for a value of the contract. Throws for the unspecified one, which no service sends. */
  toWord(name: string): Word;
  toName(word: Word): Name;
};

/** Makes the words of an enum from a table that names each value once. */
export function enumWords<const Table extends Readonly<Record<string, string>>>(
  table: Table,
): Words<keyof Table & string, Table[keyof Table]> {
  type Name = keyof Table & string;
  type Word = Table[keyof Table];
  const names = new Map<string, Name>(Object.entries(table).map(([name, word]) => [word, name]));
  const byName = new Map<string, Word>(Object.entries(table) as [Name, Word][]);
  return {
    schema: z.enum(Object.values(table) as Word[]) as Words<Name, Word>['schema'],
    toWord(name) {
      const word = byName.get(name);
      if (word === undefined) throw new Error(`there is no word for ${name}`);
      return word;
    },
    toName(word) {
      const name = names.get(word);
      if (name === undefined) throw new Error(`there is no value for ${word}`);
      return name;
    },
  };
}

/** The word for a value of the contract, or null for the unspecified one where a service may leave it out. */
export function wordOrNull<Name extends string, Word extends string>(
  of: Words<Name, Word>,
  name: string,
): Word | null {
  return name.endsWith('_UNSPECIFIED') ? null : of.toWord(name);
}

/** A message that a service always sends. Throws when it is missing. */
export function present<T>(message: T | null | undefined, name: string): T {
  if (message === null || message === undefined) throw new Error(`a service left out ${name}`);
  return message;
}
