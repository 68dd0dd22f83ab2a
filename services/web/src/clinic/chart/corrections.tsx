import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../shared/controls/button.tsx';
import { correctionWords } from '../../shared/record/describe.ts';
import { FurtherPages } from '../../shared/record/paging.tsx';
import { useAsked, useKindOf } from '../../shared/record/use-kind.ts';
import { deviceZone, staffTime } from '../../shared/time/format.ts';
import { type ChartView, type Correction, chartKindQuery, chartQuery, type Entry } from '../api.ts';
import { entryName } from './entry-text.tsx';

/** What the patient asked to have corrected: open requests in view, answered ones one press away. */
export function Corrections({ patientId, opened }: { patientId: string; opened: ChartView['chart'] }) {
  const queries = useQueryClient();
  const asked = useAsked(opened.nextCursor);
  const query = useInfiniteQuery({
    ...chartKindQuery(patientId, 'correction-request', opened.nextCursor ?? ''),
    enabled: asked[0],
  });
  const { entries, more, readMore } = useKindOf('correction-request', opened, asked, query);
  const requests = entries.filter((entry) => entry.kind === 'correction-request');
  const open = requests.filter(({ body }) => body.state === 'open');
  const answered = requests.filter(({ body }) => body.state !== 'open');
  if (requests.length === 0 && !more) return null;
  return (
    <section className="sheet" aria-labelledby="section-corrections">
      <h2 id="section-corrections">Corrections the patient asked for</h2>
      {open.length === 0 && opened.lastingComplete && <p className="muted">All of them are answered.</p>}
      <Requests patientId={patientId} entries={opened.entries} requests={open} />
      {answered.length > 0 && (
        <details>
          <summary>Show {answered.length} answered</summary>
          <Requests patientId={patientId} entries={opened.entries} requests={answered} />
        </details>
      )}
      <FurtherPages
        query={query}
        more={more}
        onMore={readMore}
        onReadAgain={() => void queries.invalidateQueries(chartQuery(patientId))}
      >
        Read more that are answered
      </FurtherPages>
    </section>
  );
}

function Requests(props: { patientId: string; entries: readonly Entry[]; requests: readonly Correction[] }) {
  return (
    <ul className="plain-list">
      {props.requests.map((request) => {
        const about = props.entries.find(({ id }) => id === request.body.entryId);
        const name = about ? entryName(about) : 'an earlier entry';
        return (
          <li key={request.id} className="chart-entry">
            <div>
              <p className="entry-head">
                About <bdi>{name}</bdi>
              </p>
              <p className="prose">
                “<bdi>{request.body.text}</bdi>”
              </p>
              <p className="small muted">
                {correctionWords[request.body.state]}
                <bdi>{request.amendReason && ` (${request.authorName}: ${request.amendReason})`}</bdi>,{' '}
                {staffTime(request.recordedAt, deviceZone())}
              </p>
            </div>
            {request.body.state === 'open' && (
              <p className="no-print entry-links">
                <Link
                  to="/patients/$id/corrections/$entryId"
                  params={{ id: props.patientId, entryId: request.id }}
                  className={buttonClass('secondary')}
                  aria-label={`Answer: correction of ${name}`}
                >
                  Answer
                </Link>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
