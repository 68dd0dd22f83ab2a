import type { Entry__Output } from '@healthbooker/protos/gen/healthbooker/ehr/v1/Entry';
import { type EntryJson, entryJson } from '@healthbooker/protos/json/entry';
import type { Directory } from './directory.ts';

/** An entry with its author's name at that time. If that was not kept, the name that the directory has now. */
export function namedEntry(entry: Entry__Output, directory: Directory | undefined): EntryJson {
  return entryJson(entry, entry.authorName || (directory?.providers.get(entry.authorId)?.name ?? ''));
}
