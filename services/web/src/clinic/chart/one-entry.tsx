import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../../shared/query/loaded.tsx';
import { type ChartView, type Entry, entryQuery } from '../api.ts';
import { NoSuchChart } from './no-such-chart.tsx';

/** One entry of a chart: from what was opened, else it is read by itself. */
export function OneEntry(props: {
  patientId: string;
  entryId: string;
  view: ChartView;
  missing?: ReactNode;
  children: (entry: Entry) => ReactNode;
}) {
  const { patientId, entryId, view, missing = <NoSuchChart />, children } = props;
  const opened = view.chart.entries.find(({ id }) => id === entryId);
  const query = useInfiniteQuery({ ...entryQuery(patientId, entryId), enabled: opened === undefined });
  if (opened) return children(opened);
  return (
    <Loaded query={query} missing={missing}>
      {([newest]) => (newest === undefined ? missing : children(newest))}
    </Loaded>
  );
}
