import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { Found } from '../../shared/query/paged.tsx';
import { directoryQuery } from '../../shared/staff/api.ts';
import { draftOf, emptyDraft, type SessionDraft } from '../../shared/staff/session-form/session-draft.ts';
import { SessionEditor } from '../../shared/staff/session-form/session-editor.tsx';
import { deviceZone, today } from '../../shared/time/format.ts';
import { sessionsQuery } from '../api.ts';
import { NoSuchSession } from './no-such-session.tsx';

const newRoute = getRouteApi('/signed-in/availability/new');
const editRoute = getRouteApi('/signed-in/availability/$providerId/$sessionId');

/** A session that did not exist before. */
export function NewSession() {
  const { provider = '' } = newRoute.useSearch();
  const [id] = useState(() => crypto.randomUUID());
  const draft = emptyDraft({ providerId: provider, repeats: 'weekly', firstDate: today(deviceZone()) });
  return (
    <Page title="Add a session">
      <Editor id={id} version={0} draft={draft} />
    </Page>
  );
}

/** Changes the rules of a session that exists. */
export function EditSession() {
  const { providerId, sessionId } = editRoute.useParams();
  const query = useInfiniteQuery(sessionsQuery({ providerId }));
  return (
    <Page title="Change a session">
      <Found query={query} items={query.data} is={({ id }) => id === sessionId} missing={<NoSuchSession />}>
        {(session) => <Editor id={session.id} version={session.version} draft={draftOf(session)} />}
      </Found>
    </Page>
  );
}

function Editor(props: { id: string; version: number; draft: SessionDraft }) {
  const directory = useQuery(directoryQuery);
  const navigate = useNavigate();
  const announce = useAnnounce();
  const { providerId } = props.draft;
  const search = providerId === '' ? {} : { provider: providerId };
  return (
    <Loaded query={directory}>
      {(known) => (
        <SessionEditor
          {...props}
          directory={known}
          ownOnly={props.version > 0}
          fixedRepeats={props.version > 0}
          onSaved={() => {
            announce('The session is saved');
            void navigate({ to: '/availability', search });
          }}
          cancel={
            <Link to="/availability" search={search}>
              Cancel
            </Link>
          }
        />
      )}
    </Loaded>
  );
}
