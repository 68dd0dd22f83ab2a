import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, buttonClass } from '../../shared/controls/button.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { More } from '../../shared/query/paged.tsx';
import { checkWordsForPatient } from '../../shared/record/checks.ts';
import { describe } from '../../shared/record/describe.ts';
import { dateOf, deviceZone } from '../../shared/time/format.ts';
import { type Entry, entryQuery } from '../api.ts';

/** One entry: what it says, who wrote it, why it was changed, and what it said before. */
export function EntryView({ entry, correctable = false }: { entry: Entry; correctable?: boolean }) {
  const [shown, setShown] = useState(false);
  return (
    <div className="stack">
      <EntryBodyView entry={entry} />
      {(entry.version > 1 || correctable) && (
        <div>
          <p className="row">
            {entry.version > 1 && (
              <Button variant="quiet" onPress={() => setShown(!shown)}>
                {shown ? 'Hide earlier versions' : 'Show earlier versions'}
              </Button>
            )}
            {correctable && (
              <Link
                to="/record/entries/$id/correct"
                params={{ id: entry.id }}
                className={buttonClass('quiet')}
                aria-label={`Ask for a correction: ${describe(entry).title}`}
              >
                Ask for a correction
              </Link>
            )}
          </p>
          {shown && <Earlier id={entry.id} version={entry.version} />}
        </div>
      )}
    </div>
  );
}

function EntryBodyView({ entry }: { entry: Entry }) {
  const { title, term, value, lines, text } = describe(entry);
  const date = dateOf(entry.recordedAt, deviceZone());
  return (
    <div>
      <h3>{title}</h3>
      {term && (
        <p className="muted small">
          <bdi>{term}</bdi>
        </p>
      )}
      {value && <p className="value">{value}</p>}
      {text && (
        <p className="prose">
          <bdi>{text}</bdi>
        </p>
      )}
      {[...lines, ...checkWordsForPatient(entry.checks)].map((line) => (
        <p key={line} className="prose">
          <bdi>{line}</bdi>
        </p>
      ))}
      <p className="muted small">
        <bdi>{whoWrote(entry, date)}</bdi>
      </p>
    </div>
  );
}

/** `Dr Shah, 2 May 2026`; of a later version also why. What patients write has no name beside it. */
function whoWrote({ kind, version, authorName, amendReason }: Entry, date: string): string {
  if (version > 1) {
    return `${kind === 'correction-request' ? 'Answered' : 'Changed'} by ${authorName}, ${date}: ${amendReason}`;
  }
  return kind === 'correction-request' ? `Asked for on ${date}` : `${authorName}, ${date}`;
}

function Earlier({ id, version }: { id: string; version: number }) {
  const query = useInfiniteQuery(entryQuery(id));
  return (
    <>
      <Loaded query={query}>
        {(versions) => (
          <ol className="plain-list stack earlier">
            {versions
              .filter((one) => one.version < version)
              .map((one) => (
                <li key={one.version}>
                  <EntryBodyView entry={one} />
                </li>
              ))}
          </ol>
        )}
      </Loaded>
      <More query={query}>Show even earlier versions</More>
    </>
  );
}
