import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../shared/controls/button.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { describe } from '../../shared/record/describe.ts';
import { dateOf, deviceZone } from '../../shared/time/format.ts';
import { type Entry, entryQuery } from '../api.ts';

/** One entry: what it says, who wrote it, why it was changed, and what it said before. */
export function EntryView({ entry }: { entry: Entry }) {
  const [shown, setShown] = useState(false);
  return (
    <div className="stack">
      <EntryBodyView entry={entry} />
      {entry.version > 1 && (
        <div>
          <Button variant="quiet" onPress={() => setShown(!shown)}>
            {shown ? 'Hide earlier versions' : 'Show earlier versions'}
          </Button>
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
      {term && <p className="muted small">{term}</p>}
      {value && <p className="value">{value}</p>}
      {text && <p className="prose">{text}</p>}
      {lines.map((line) => (
        <p key={line} className="prose">
          {line}
        </p>
      ))}
      <p className="muted small">
        {entry.version > 1 ? (
          <>
            Changed by {entry.authorName}, {date}: {entry.amendReason}
          </>
        ) : (
          <>
            {entry.authorName}, {date}
          </>
        )}
      </p>
    </div>
  );
}

function Earlier({ id, version }: { id: string; version: number }) {
  const query = useQuery(entryQuery(id));
  return (
    <Loaded query={query}>
      {({ versions }) => (
        <ol className="plain-list stack earlier">
          {versions
            .filter((one) => one.version < version)
            .reverse()
            .map((one) => (
              <li key={one.version}>
                <EntryBodyView entry={one} />
              </li>
            ))}
        </ol>
      )}
    </Loaded>
  );
}
