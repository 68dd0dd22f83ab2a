import { appendFileSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OnLine } from './supervisor.ts';

/** A log file that grows past this is kept once as `<name>.log.1` and begun anew. */
const longest_log_bytes = 10 * 1024 * 1024;
const quiet_levels = ['trace', 'debug', 'info'];
const colours = [36, 35, 34, 32, 33, 96, 95, 94, 92, 93];

export type LogOutput = {
  /** Takes a line of a process. It always goes to the file, and to the terminal when somebody should see it. */
  line: OnLine;
};

/**
 * Keeps each process's log in a file of `dir`, and shows its warnings on the terminal with its name in front;
 * everything is shown when `verbose`.
 */
export function openLogs(dir: string, verbose: boolean, write: (text: string) => void): LogOutput {
  mkdirSync(dir, { recursive: true });
  const sizes = new Map<string, number>();

  function keep(name: string, text: string): void {
    const file = join(dir, `${name}.log`);
    let size = sizes.get(name) ?? existingSize(file);
    if (size > longest_log_bytes) {
      renameSync(file, `${file}.1`);
      writeFileSync(file, '');
      size = 0;
    }
    appendFileSync(file, `${text}\n`);
    sizes.set(name, size + text.length + 1);
  }

  let isTold = false;

  return {
    line(name, text, isTrouble) {
      try {
        keep(name, text);
      } catch (error) {
        // A full disk or a deleted folder must not end the stack: warnings still reach the terminal.
        if (!isTold) write(`The logs cannot be kept in ${dir}: ${error}\n`);
        isTold = true;
      }
      const entry = parse(text);
      if (!verbose && !matters(name, text, isTrouble, entry)) return;
      write(`${prefix(name)}${entry ? readable(entry) : text}\n`);
    },
  };
}

type Failure = { message?: string; cause?: Failure };
type Entry = { level: string; msg?: string; err?: Failure } & Record<string, unknown>;

function parse(text: string): Entry | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    const entry = JSON.parse(text) as Record<string, unknown>;
    return typeof entry['level'] === 'string' ? (entry as Entry) : undefined;
  } catch {
    // It only looked like a log entry. It is shown unchanged.
    return undefined;
  }
}

function matters(name: string, text: string, isTrouble: boolean, entry: Entry | undefined): boolean {
  if (entry) return !quiet_levels.includes(entry.level);
  // PostgreSQL reports every refused statement, and constraints refuse some every day by design.
  return name === 'postgres'
    ? /^(FATAL(?!: {2}the database system)|PANIC|ended|did not|was not)/.test(text)
    : isTrouble;
}

/** A line for people; the whole entry is in the file. */
function readable({ level, time: _time, pid: _pid, service: _service, msg, err, ...rest }: Entry): string {
  const details = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
  return `${level}: ${[msg, ...reasons(err)].filter((part) => part !== undefined).join(': ')}${details}`;
}

function reasons(failure: Failure | undefined): (string | undefined)[] {
  return failure ? [failure.message, ...reasons(failure.cause)] : [];
}

function prefix(name: string): string {
  const padded = name.padEnd(12);
  if (!process.stdout.isTTY) return `${padded} | `;
  const colour = colours[[...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % colours.length];
  return `\u001b[${colour}m${padded}\u001b[0m | `;
}

function existingSize(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
