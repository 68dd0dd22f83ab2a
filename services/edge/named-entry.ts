import type { Entry__Output } from '@healthbooker/protos/gen/healthbooker/ehr/v1/Entry';
import { type EntryJson, entryJson } from '@healthbooker/protos/json/entry';
import type { Directory } from './directory.ts';

/** An entry with its author's name, which is empty while the directory cannot be read. */
export function namedEntry(entry: Entry__Output, directory: Directory | undefined): EntryJson {
  return entryJson(entry, directory?.providers.get(entry.authorId)?.name ?? '');
}
