import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Page } from '../../shared/controls/page.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { directoryQuery, sessionQuery } from '../../shared/staff/api.ts';
import { staffDate } from '../../shared/time/format.ts';
import { type WaitingPatient, waitlistQuery } from '../api.ts';
import { useKept } from '../kept.ts';
import { nameOf } from './waiting-table.tsx';

/** A page about one patient who waits: who they are, then what can be done. */
export function EntryPage(props: {
  title: string;
  entryId: string;
  children: (entry: WaitingPatient) => ReactNode;
}) {
  const [chosen] = useKept('specialty');
  const directory = useQuery(directoryQuery);
  const session = useQuery(sessionQuery);
  const own = session.data?.provider?.specialtyIds[0];
  // The list that was open before, which is the first one for those who never chose.
  const query = useQuery(waitlistQuery(chosen || own || directory.data?.specialties[0]?.id));
  return (
    <Page title={props.title}>
      <Loaded query={query}>
        {({ entries }) => {
          const entry = entries.find(({ id }) => id === props.entryId);
          if (!entry) return <p className="sheet">This patient does not wait any more.</p>;
          return (
            <div className="stack-wide form">
              <dl className="sheet">
                {[
                  ['Patient', nameOf(entry)],
                  ['Born', staffDate(entry.patient?.birthDate ?? '') || 'Not recorded'],
                  ['Rank', `${entry.rank}. ${entry.rankWhy}`],
                  ['See by', staffDate(entry.targetDate)],
                ].map(([term, words]) => (
                  <div key={term} className="summary-row">
                    <dt>{term}</dt>
                    <dd>{words}</dd>
                  </div>
                ))}
              </dl>
              {props.children(entry)}
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
