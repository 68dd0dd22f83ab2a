import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Account } from '../k6/lib/sign-up.ts';

/** The people of one system, with their tokens. */
export type People = { patients: Account[]; clinicians: Account[] };

/** Where the people of a system are kept: in the user's own state, readable by them only, and never in Git. */
export function peopleFile(url: string): string {
  const state = process.env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state');
  const { host } = new URL(url);
  return join(state, 'healthbooker-load', `${host.replace(/[^a-z0-9.-]/gi, '_')}.json`);
}

/** The people that are kept; none when there is no file, or none that can be understood. */
export function readPeople(file: string): People {
  try {
    const { patients, clinicians } = JSON.parse(readFileSync(file, 'utf8')) as Partial<People>;
    if (Array.isArray(patients) && Array.isArray(clinicians)) return { patients, clinicians };
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isAbsent && !(error instanceof SyntaxError)) throw error;
  }
  return { patients: [], clinicians: [] };
}

/** Keeps them; a reader sees the old ones or the new ones. */
export function writePeople(file: string, people: People): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const half = `${file}.${process.pid}`;
  writeFileSync(half, JSON.stringify(people), { mode: 0o600 });
  renameSync(half, file);
}
