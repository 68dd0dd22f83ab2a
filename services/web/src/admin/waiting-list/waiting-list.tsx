import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Page } from '../../shared/controls/page.tsx';
import { Select } from '../../shared/controls/select.tsx';
import { LiveLine } from '../../shared/live/live.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { More } from '../../shared/query/paged.tsx';
import { sessionQuery } from '../../shared/staff/api.ts';
import { count } from '../../shared/staff/count.ts';
import { waitlistQuery } from '../api.ts';
import { useSpecialty } from './specialty.ts';
import { WaitingTable } from './waiting-table.tsx';

/** Who waits in a specialty, in the order in which they are offered times. */
export function WaitingList() {
  const { specialties, specialtyId, choose } = useSpecialty();
  return (
    <Page title="Waiting list">
      <p>A free time goes to the first patient whom it suits. Nobody has to watch for it.</p>
      <div className="day-tools">
        <Select
          name="specialty"
          label="Specialty"
          value={specialtyId ?? ''}
          onChange={choose}
          options={specialties.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      {specialtyId !== undefined && <Entries key={specialtyId} specialtyId={specialtyId} />}
    </Page>
  );
}

function Entries({ specialtyId }: { specialtyId: string }) {
  const query = useInfiniteQuery(waitlistQuery(specialtyId));
  const session = useQuery(sessionQuery);
  const isClinician = session.data?.groups.includes('Providers') ?? false;
  return (
    <Loaded query={query}>
      {({ entries, total, isTotalCut }) => {
        const late = entries.filter(({ isTargetBreached }) => isTargetBreached).length;
        return (
          <section className="stack" aria-label="Patients who wait">
            <div className="day-news">
              {total > 0 && (
                <p>
                  {isTotalCut && 'More than '}
                  {count(total, 'patient waits', 'patients wait')}
                  {lateWords({ late, shown: entries.length, isAll: !query.hasNextPage })}
                </p>
              )}
              <LiveLine staff />
            </div>
            {entries.length === 0 ? (
              <p className="sheet">
                Nobody waits in this specialty: whoever asks finds a time. Patients who find none appear here.
              </p>
            ) : (
              <WaitingTable entries={entries} isClinician={isClinician} />
            )}
            <More query={query}>Show more patients</More>
          </section>
        );
      }}
    </Loaded>
  );
}

/** How many of those shown wait too long: of all, or of those that come first. */
function lateWords({ late, shown, isAll }: { late: number; shown: number; isAll: boolean }): string {
  if (isAll) return late > 0 ? `, ${late} of them longer than they should.` : '.';
  if (late === 0) return `. The first ${shown} are shown.`;
  return `. Of the first ${shown}, ${late} ${late === 1 ? 'waits' : 'wait'} longer than they should.`;
}
