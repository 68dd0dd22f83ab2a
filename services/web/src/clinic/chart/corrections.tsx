import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../shared/controls/button.tsx';
import { correctionWords } from '../../shared/record/describe.ts';
import { deviceZone, staffTime } from '../../shared/time/format.ts';
import type { Correction, Entry } from '../api.ts';
import { entryName } from './entry-text.tsx';

/** What the patient asked to have corrected: open requests in view, answered ones one press away. */
export function Corrections(props: { patientId: string; entries: readonly Entry[] }) {
  const requests = props.entries.filter((entry) => entry.kind === 'correction-request');
  const open = requests.filter(({ body }) => body.state === 'open');
  const answered = requests.filter(({ body }) => body.state !== 'open');
  if (requests.length === 0) return null;
  return (
    <section className="sheet" aria-labelledby="section-corrections">
      <h2 id="section-corrections">Corrections the patient asked for</h2>
      {open.length === 0 && <p className="muted">All of them are answered.</p>}
      <Requests {...props} requests={open} />
      {answered.length > 0 && (
        <details>
          <summary>Show {answered.length} answered</summary>
          <Requests {...props} requests={answered} />
        </details>
      )}
    </section>
  );
}

function Requests(props: { patientId: string; entries: readonly Entry[]; requests: readonly Correction[] }) {
  return (
    <ul className="plain-list">
      {props.requests.map((request) => {
        const about = props.entries.find(({ id }) => id === request.body.entryId);
        const name = about ? entryName(about) : 'an entry that is no longer shown';
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
