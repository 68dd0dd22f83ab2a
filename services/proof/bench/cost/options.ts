import { closeSync, ftruncateSync, lstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { isOperation, type OperationName, operationNames, withNeeded } from './operations.ts';

export type CostOptions = {
  /** Where the numbers go as JSON. */
  json: string | undefined;
  /** Nothing but the README's table on standard output. */
  markdown: boolean;
  /** Fewer of everything: shows that it works, and is no measurement. */
  quick: boolean;
  operations: readonly OperationName[];
};

/** What a person at the terminal has to be told; the process ends with code 2. */
export class Refusal extends Error {}

/** @throws Refusal in one sentence */
export function readOptions(args: readonly string[]): CostOptions {
  const { json, markdown = false, quick = false, only } = parsed(args);
  if (json === '') throw new Refusal('--json wants the name of a file.');
  const names = only === undefined ? operationNames : only.split(',').map((name) => name.trim());
  const known = names.filter(isOperation);
  const unknown = names.find((name) => !isOperation(name));
  if (unknown !== undefined) {
    throw new Refusal(`--only knows no operation "${unknown}"; there are ${operationNames.join(', ')}.`);
  }
  return { json, markdown, quick, operations: withNeeded(known) };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: { type: 'string' },
        markdown: { type: 'boolean' },
        quick: { type: 'boolean' },
        only: { type: 'string' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0]?.split('. ')[0] : String(error);
    throw new Refusal(
      `${reason}; the options of "bench -- cost" are --json FILE, --markdown, --quick and --only a,b.`,
    );
  }
}

export type Results = {
  /** Puts the results where they were asked for, all at once. */
  write(results: unknown): void;
  /** Removes the empty file when there are no results. */
  abandon(): void;
};

/**
 * More bytes than the results need. They are written first, so that a full disk is noticed before five minutes are
 * measured.
 */
const room_bytes = 256 * 1024;

/**
 * Makes room for the results beside the file that they will become or replace.
 * @throws Refusal when there is none
 */
export function makeRoom(file: string): Results {
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}`);
  const refuse = (error: unknown): never => {
    rmSync(draft, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(`The results cannot be written to ${file} (${reason}).`);
  };
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() === false) {
    throw new Refusal(`The results cannot be written to ${file}: it is no ordinary file.`);
  }
  let descriptor: number;
  try {
    descriptor = openSync(draft, 'wx', 0o644);
    writeAll(descriptor, ' '.repeat(room_bytes));
  } catch (error) {
    return refuse(error);
  }
  return {
    write(results) {
      try {
        const text = `${JSON.stringify(results, null, 2)}\n`;
        writeAll(descriptor, text);
        ftruncateSync(descriptor, Buffer.byteLength(text));
        closeSync(descriptor);
        renameSync(draft, file);
      } catch (error) {
        refuse(error);
      }
    },
    abandon() {
      closeSync(descriptor);
      rmSync(draft, { force: true });
    },
  };
}

/** From the beginning of the file, all of it: one call may write less. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, bytes.length - at, at);
}
