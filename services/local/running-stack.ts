import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { z } from 'zod';
import { beganAt } from './process-identity.ts';

/**
 * What a program needs from the `stack.json` of a running stack. HB_DATA names the folder, .data when unset. If there
 * is no stack, or it has ended, the program prints a sentence about it and ends with code 2.
 */
export function runningStack<Needed extends z.ZodType>(needed: Needed): z.output<Needed> {
  const path = join(resolve(process.env['HB_DATA'] || '.data'), 'stack.json');
  const found = read(path);
  if (found === undefined) {
    refuse(`${path} describes no stack. Start one with "npm start", or name its folder with HB_DATA.`);
  }
  // In a cluster there is no supervisor.
  const { supervisor } = found as { supervisor?: { pid?: unknown } };
  if (typeof supervisor?.pid === 'number' && beganAt(supervisor.pid) === undefined) {
    refuse(`The stack of ${path} has ended. Start it with "npm start", or name another folder with HB_DATA.`);
  }
  const { data, error } = needed.safeParse(found);
  if (error)
    refuse(`${path} is of another version: ${error.issues[0]?.path.join('.')} is missing. Start it anew.`);
  return data as z.output<Needed>;
}

function read(path: string): object | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof content === 'object' && content !== null ? content : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The options of a program's command line. For an unknown option, or one without its value, it prints the options
 * that exist and ends with code 2.
 */
export function readOptions<const Options extends NonNullable<ParseArgsConfig['options']>>(options: Options) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    const names = Object.keys(options).map((name) => `--${name}`);
    const [problem = ''] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    const known = names.length === 1 ? 'The one option is' : 'The options are';
    return refuse(`${problem.replace(/\.$/, '')}. ${known} ${names.join(', ')}.`);
  }
}

/** Says what is wrong and ends the program with code 2. */
export function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
