import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { Button } from '../controls/button.tsx';
import { Notice } from '../controls/notice.tsx';
import { Skeleton } from '../controls/skeleton.tsx';
import { useClinicPhone } from './phone.ts';

/** After this long a wait is no longer normal, and people get a way out. */
const slow_ms = 10_000;

/** What a query answered; until then a skeleton, and when it failed what to do. Old data stays in view. */
export function Loaded<Data>(props: {
  query: UseQueryResult<Data> | UseInfiniteQueryResult<Data>;
  skeleton?: ReactNode;
  /** The text for "not found", where another try would not help. */
  missing?: ReactNode;
  children: (data: Data) => ReactNode;
}) {
  const { query } = props;
  if (query.data !== undefined) return props.children(query.data);
  if (query.isError) {
    const isClosed = query.error instanceof ApiProblem && [403, 404].includes(query.error.status);
    if (isClosed && props.missing) return props.missing;
    return <Failure error={query.error} retry={() => query.refetch()} />;
  }
  return <Waiting retry={() => query.refetch()}>{props.skeleton ?? <Skeleton />}</Waiting>;
}

/** A failed request: what happened, the id to quote, a retry and the phone. */
export function Failure(props: { error: unknown; retry: () => unknown }) {
  const phone = useClinicPhone();
  const problem = props.error instanceof ApiProblem ? props.error : undefined;
  return (
    <Notice tone="danger" title="This could not be loaded" live>
      <p>{problem?.message ?? 'Something went wrong.'}</p>
      <Button variant="secondary" onPress={() => props.retry()}>
        Try again
      </Button>
      <p className="small">
        If it keeps happening, call {phone}
        {problem?.requestId && <> and quote {problem.requestId}</>}.
      </p>
    </Notice>
  );
}

function Waiting(props: { retry: () => unknown; children: ReactNode }) {
  const phone = useClinicPhone();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slow_ms);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      {props.children}
      {slow && (
        <Notice tone="warn" title="This takes longer than usual" live>
          <Button variant="secondary" onPress={() => props.retry()}>
            Try again
          </Button>
          <p className="small">Or call {phone}.</p>
        </Notice>
      )}
    </>
  );
}
