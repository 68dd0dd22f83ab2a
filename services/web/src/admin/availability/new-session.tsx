import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { directoryQuery } from '../../shared/staff/api.ts';
import { emptyDraft } from '../../shared/staff/session-form/session-draft.ts';
import { SessionEditor } from '../../shared/staff/session-form/session-editor.tsx';
import { deviceZone, today } from '../../shared/time/format.ts';

const route = getRouteApi('/signed-in/availability/new');

/** A session that did not exist before: it adds times and hits no visit. */
export function NewSession() {
  const { provider = '' } = route.useSearch();
  const directory = useQuery(directoryQuery);
  const navigate = useNavigate();
  const announce = useAnnounce();
  const [id] = useState(() => crypto.randomUUID());
  const search = provider === '' ? {} : { provider };
  return (
    <Page title="Add a session">
      <Loaded query={directory}>
        {(known) => (
          <SessionEditor
            id={id}
            draft={emptyDraft({ providerId: provider, repeats: 'weekly', firstDate: today(deviceZone()) })}
            directory={known}
            onSaved={(providerId) => {
              announce('The session is saved');
              void navigate({ to: '/availability', search: { provider: providerId } });
            }}
            cancel={
              <Link to="/availability" search={search}>
                Cancel
              </Link>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}
