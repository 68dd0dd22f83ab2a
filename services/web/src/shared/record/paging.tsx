import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Button } from '../controls/button.tsx';
import { Notice } from '../controls/notice.tsx';
import { Skeleton } from '../controls/skeleton.tsx';
import { Failure } from '../query/loaded.tsx';

/** A page of a chart or record, as both edges answer it. */
type Page<Entry, Kind> = {
  entries: Entry[];
  chartVersion: number;
  newestVersion: number;
  readAt: string;
  complete: boolean;
  lastingComplete: boolean;
  unfinished: Kind[];
  nextCursor?: string;
};

/** What was read when a chart was opened: pages until what lasts was whole. */
export type Opened<Entry, Kind> = Page<Entry, Kind>;

/** The pages that are read when a chart is opened: until what lasts is whole, then no more by themselves. */
export const untilWhole = {
  initialPageParam: '',
  getNextPageParam: (page: { lastingComplete: boolean; nextCursor?: string }) =>
    page.lastingComplete ? undefined : page.nextCursor,
};

/** Pages as one: all their entries, and what the last one says of the rest. */
export function together<Entry, Kind>(pages: readonly Page<Entry, Kind>[]): Opened<Entry, Kind> {
  const last = pages.at(-1);
  if (last === undefined) throw new Error('a chart has at least one page');
  return { ...last, entries: pages.flatMap(({ entries }) => entries) };
}

/** Reads on by itself until what lasts is whole. */
export function useReadOn(query: UseInfiniteQueryResult<unknown>): void {
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query;
  const goesOn = hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
}

/**
 * Shown beside lasting entries while they are not complete, so that nobody takes the part for the whole: it says that
 * more is being read, or that reading failed, with a retry.
 */
export function NotWhole(props: { query: UseInfiniteQueryResult<unknown>; whole: boolean }) {
  const { query, whole } = props;
  if (whole) return null;
  if (query.hasNextPage && !query.isFetchNextPageError) {
    return <Skeleton lines={2} label="The rest of this is being read" />;
  }
  return (
    <Notice tone="danger" title="This list is not complete" live>
      <p>Something that counts may be missing. Do not rely on it before the rest was read.</p>
      <Button
        variant="secondary"
        pending={query.isFetching}
        onPress={() => void (query.hasNextPage ? query.fetchNextPage() : query.refetch())}
      >
        Read the rest
      </Button>
    </Notice>
  );
}

/** Further entries of one kind: a button that reads them, what went wrong when they could not be, and what has changed. */
export function FurtherPages(props: {
  query: UseInfiniteQueryResult<{ isOutdated: boolean }>;
  /** Whether there is more to read. */
  more: boolean;
  onMore: () => void;
  onReadAgain: () => void;
  children: string;
}) {
  const { query, more, onMore, onReadAgain } = props;
  const failed = query.isFetchNextPageError || (query.isError && query.data === undefined);
  return (
    <>
      {query.data?.isOutdated && (
        <Notice tone="warn" title="Something was written meanwhile" live>
          <p>You see it as it was when you opened it.</p>
          <Button variant="secondary" onPress={onReadAgain}>
            Read again
          </Button>
        </Notice>
      )}
      {failed && <Failure error={query.error} retry={onMore} />}
      {more && !failed && (
        <p className="actions no-print">
          <Button variant="secondary" pending={query.isFetching} onPress={onMore}>
            {props.children}
          </Button>
        </p>
      )}
    </>
  );
}
