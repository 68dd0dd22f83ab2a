import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Opened } from './paging.tsx';

type Further<Entry> = { entries: Entry[]; isOutdated: boolean };

/** One kind of entry of an opened chart, with what was read of it beyond the opening. */
export type KindOf<Entry> = {
  entries: Entry[];
  /** Whether there is more to read. */
  more: boolean;
  readMore: () => void;
};

/** The pages of one kind behind the opening, as a query's `select` gives them. */
export function further<Entry>(
  pages: readonly { entries: Entry[]; chartVersion: number; newestVersion: number }[],
): Further<Entry> {
  return {
    entries: pages.flatMap(({ entries }) => entries),
    isOutdated: pages.some(({ chartVersion, newestVersion }) => newestVersion > chartVersion),
  };
}

/** Whether further pages of a kind were asked for, from this opening on. */
export function useAsked(cursor: string | undefined): [asked: boolean, ask: () => void] {
  const [askedFrom, setAskedFrom] = useState<string>();
  return [cursor !== undefined && askedFrom === cursor, () => setAskedFrom(cursor)];
}

/**
 * What is known of one kind. A kind of which the opening has nothing although there is some is read at once, so that nobody
 * takes an empty list for an empty chart.
 */
export function useKindOf<Entry extends { kind: Kind }, Kind extends string>(
  kind: Kind,
  opened: Opened<Entry, Kind>,
  [asked, ask]: [boolean, () => void],
  query: UseInfiniteQueryResult<Further<Entry>>,
): KindOf<Entry> {
  const ofOpening = opened.entries.filter((entry) => entry.kind === kind);
  const isUnfinished = opened.lastingComplete && opened.unfinished.includes(kind);
  const isHidden = isUnfinished && ofOpening.length === 0 && !asked;
  useEffect(() => {
    if (isHidden) ask();
  });
  return {
    entries: [...ofOpening, ...(asked ? (query.data?.entries ?? []) : [])],
    more: isUnfinished && (!asked || query.data === undefined || query.hasNextPage),
    readMore: () => {
      if (!asked) ask();
      else if (query.data === undefined) void query.refetch();
      else void query.fetchNextPage();
    },
  };
}
