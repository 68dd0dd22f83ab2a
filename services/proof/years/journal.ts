import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** What was asked under an operation key and answered: the same must be answered whenever it is asked again. */
export type Kept = {
  at: string;
  /** A name of `repeat.ts`. */
  kind: string;
  personId: string;
  request: object;
  answer: { appointmentId: string; version: number; status: string };
};

/** Operations that are asked again later. */
export type Journal = {
  add(kept: Kept): void;
  /** Those that happened from some instant to another, oldest first. */
  between(from: Date, to: Date): readonly Kept[];
};

/** A line for each operation, behind those that the file holds; without a file it is forgotten with the process. */
export function openJournal(file?: string): Journal {
  const all: Kept[] =
    file !== undefined && existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(readLine) : [];
  return {
    add(kept) {
      all.push(kept);
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(kept)}\n`);
    },
    between(from, to) {
      const [first, last] = [from.toISOString(), to.toISOString()];
      return all.filter(({ at }) => at >= first && at < last);
    },
  };
}

/** Whoever was killed while writing left half a line, which nobody was told of. */
function readLine(line: string): Kept[] {
  try {
    return [JSON.parse(line) as Kept];
  } catch {
    return [];
  }
}
