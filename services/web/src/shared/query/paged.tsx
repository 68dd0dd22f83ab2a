import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { Button } from '../controls/button.tsx';
import { Skeleton } from '../controls/skeleton.tsx';
import { Failure, Loaded } from './loaded.tsx';

/** How the edges page: an answer names the cursor of the next one, until there is none. */
export const byCursor = {
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }: { nextCursor?: string }) => nextCursor,
};

/** The query parameter for a page; the first one has none. */
export function cursorOf(page: string): { cursor?: string } {
  return page === '' ? {} : { cursor: page };
}

/** Reads the next page of a list, while there is one. */
export function More(props: { query: UseInfiniteQueryResult<unknown>; children: string }) {
  const { query } = props;
  if (query.isFetchNextPageError) {
    return <Failure error={query.error} retry={() => query.fetchNextPage()} />;
  }
  if (!query.hasNextPage) return null;
  return (
    <p className="actions">
      <Button
        variant="secondary"
        pending={query.isFetchingNextPage}
        onPress={() => void query.fetchNextPage()}
      >
        {props.children}
      </Button>
    </p>
  );
}

/** One item of a list: its pages are read until the item is there. */
export function Found<Item>(props: {
  query: UseInfiniteQueryResult<unknown>;
  items: readonly Item[] | undefined;
  is: (item: Item) => boolean;
  missing: ReactNode;
  children: (item: Item) => ReactNode;
}) {
  const { query, items } = props;
  const { fetchNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  const found = items?.find(props.is);
  const goesOn = items !== undefined && found === undefined && query.hasNextPage;
  useEffect(() => {
    if (goesOn && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [goesOn, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return (
    <Loaded query={query} missing={props.missing}>
      {() => {
        if (found !== undefined) return props.children(found);
        if (isFetchNextPageError) return <Failure error={query.error} retry={() => fetchNextPage()} />;
        return goesOn ? <Skeleton /> : props.missing;
      }}
    </Loaded>
  );
}
