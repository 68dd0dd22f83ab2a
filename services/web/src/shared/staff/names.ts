import { isolated } from '../controls/isolated.ts';
import type { Directory } from './api.ts';

/** A patient's name, or words that say that it could not be read. */
export function shownName(name: string | null | undefined): string {
  return name ?? 'Name not available now';
}

/** Clinicians to choose from, with what they are. */
export function providerOptions(directory: Directory | undefined): { value: string; label: string }[] {
  return (directory?.providers ?? []).map(({ id, name, title }) => ({
    value: id,
    label: `${isolated(name)}, ${title}`,
  }));
}
