import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Fact, Facts } from '../../shared/controls/facts.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Found } from '../../shared/query/paged.tsx';
import { shownName } from '../../shared/staff/names.ts';
import { PersonName } from '../../shared/staff/person-name.tsx';
import { staffDate } from '../../shared/time/format.ts';
import { type WaitingPatient, waitlistQuery } from '../api.ts';
import { useSpecialty } from './specialty.ts';

/** A page about one patient who waits: who they are, then what can be done. */
export function EntryPage(props: {
  title: string;
  entryId: string;
  children: (entry: WaitingPatient) => ReactNode;
}) {
  const { specialtyId } = useSpecialty();
  const query = useInfiniteQuery(waitlistQuery(specialtyId));
  return (
    <Page title={props.title}>
      <Found
        query={query}
        items={query.data?.entries}
        is={({ id }) => id === props.entryId}
        missing={<p className="sheet">This patient does not wait any more.</p>}
      >
        {(entry) => (
          <div className="stack-wide form">
            <Facts sheet>
              <Fact name="Patient">
                {entry.patient ? <PersonName person={entry.patient} /> : shownName(null)}
              </Fact>
              <Fact name="Born">{staffDate(entry.patient?.birthDate ?? '') || 'Not recorded'}</Fact>
              <Fact name="Rank">
                <bdi>{`${entry.rank}. ${entry.rankWhy}`}</bdi>
              </Fact>
              <Fact name="See by">{staffDate(entry.targetDate)}</Fact>
            </Facts>
            {props.children(entry)}
          </div>
        )}
      </Found>
    </Page>
  );
}
