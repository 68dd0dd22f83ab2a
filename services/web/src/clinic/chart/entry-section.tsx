import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../shared/controls/button.tsx';
import { allergyState } from '../../shared/record/allergies.ts';
import { newestFirst } from '../../shared/record/newest-first.ts';
import { FurtherPages } from '../../shared/record/paging.tsx';
import { useAsked, useKindOf } from '../../shared/record/use-kind.ts';
import { deviceZone, staffTime } from '../../shared/time/format.ts';
import { type ChartView, chartKindQuery, chartQuery, type Entry, type Kind } from '../api.ts';
import { EntryText, entryName } from './entry-text.tsx';

export type Section = {
  kind: Kind;
  heading: string;
  /** The text when there is no entry. */
  empty: string;
};

/** Further entries of a kind are one press away. */
const shown_at_first = 6;

/** Entries of one kind: those of the opening, then the earlier ones by the page. */
export function EntrySection(props: { patientId: string; section: Section; opened: ChartView['chart'] }) {
  const { patientId, section, opened } = props;
  const { kind, heading, empty } = section;
  const [all, setAll] = useState(false);
  const queries = useQueryClient();
  const asked = useAsked(opened.nextCursor);
  const query = useInfiniteQuery({
    ...chartKindQuery(patientId, kind, opened.nextCursor ?? ''),
    enabled: asked[0],
  });
  const { entries: read, more, readMore } = useKindOf(kind, opened, asked, query);
  // Results are sorted here, newest first. The other kinds keep the order in which the clinic sends them.
  const entries = kind === 'observation' ? newestFirst(read) : read;
  const shown = all ? entries : entries.slice(0, shown_at_first);
  return (
    <section className="sheet" aria-labelledby={`section-${kind}`}>
      <h2 id={`section-${kind}`}>{heading}</h2>
      {entries.length === 0 && opened.lastingComplete && !more && <p className="muted">{empty}</p>}
      {entries.length > 0 && (
        <EntryList
          patientId={patientId}
          entries={shown}
          outweighed={allergyState(entries).kind === 'known'}
        />
      )}
      {shown.length < entries.length ? (
        <p className="actions no-print">
          <Button variant="secondary" onPress={() => setAll(true)}>
            {`Show ${entries.length - shown.length} earlier`}
          </Button>
        </p>
      ) : (
        <FurtherPages
          query={query}
          more={more}
          onMore={() => {
            setAll(true);
            readMore();
          }}
          onReadAgain={() => void queries.invalidateQueries(chartQuery(patientId))}
        >
          Show earlier ones
        </FurtherPages>
      )}
    </section>
  );
}

function EntryList(props: {
  patientId: string;
  entries: readonly Entry[];
  /** Whether a known allergy makes an older "no known allergies" history. */
  outweighed: boolean;
}) {
  const { patientId, entries, outweighed } = props;
  return (
    <ul className="plain-list">
      {entries.map((entry) => (
        <li key={entry.id} className="chart-entry">
          <div>
            <EntryText entry={entry} outweighed={outweighed} />
            <p className="small muted">
              <bdi>
                {entry.amendReason === ''
                  ? entry.authorName
                  : `Changed by ${entry.authorName}: ${entry.amendReason}`}
              </bdi>
              , {staffTime(entry.recordedAt, deviceZone())}
              {entry.release === 'never' && ' · only clinicians see it'}
              {entry.release === 'after-review' && ' · the patient sees it after a review'}
            </p>
          </div>
          <p className="no-print entry-links">
            <Link
              to="/patients/$id/entries/$entryId/amend"
              params={{ id: patientId, entryId: entry.id }}
              aria-label={`Amend ${entryName(entry)}`}
            >
              Amend
            </Link>
            {entry.version > 1 && (
              <Link
                to="/patients/$id/entries/$entryId"
                params={{ id: patientId, entryId: entry.id }}
                aria-label={`Earlier versions of ${entryName(entry)}`}
              >
                Earlier versions
              </Link>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
