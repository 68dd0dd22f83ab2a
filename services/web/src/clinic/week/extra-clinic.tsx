import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { directoryQuery, sessionQuery } from '../../shared/staff/api.ts';
import { emptyDraft } from '../../shared/staff/session-form/session-draft.ts';
import { SessionEditor } from '../../shared/staff/session-form/session-editor.tsx';

const route = getRouteApi('/signed-in/week/extra');

/** A clinician adds a clinic of their own on one date. */
export function ExtraClinic() {
  const { date = '' } = route.useSearch();
  const session = useQuery(sessionQuery);
  const directory = useQuery(directoryQuery);
  const navigate = useNavigate();
  const announce = useAnnounce();
  const [id] = useState(() => crypto.randomUUID());
  const own = session.data?.provider;
  const back = date === '' ? {} : { date };
  return (
    <Page title="Add an extra clinic">
      <p>Patients can book its times as soon as you have saved. To be away, ask the administration.</p>
      <Loaded query={directory}>
        {(known) =>
          own ? (
            <SessionEditor
              id={id}
              draft={{
                ...emptyDraft({ providerId: own.id, repeats: 'once', firstDate: '' }),
                locationId: own.locationIds[0] ?? '',
              }}
              directory={known}
              ownOnly
              fixedRepeats
              onSaved={() => {
                announce('The extra clinic is saved');
                void navigate({ to: '/week', search: back });
              }}
              cancel={
                <Link to="/week" search={back}>
                  Cancel
                </Link>
              }
            />
          ) : (
            <p className="sheet">Only clinicians add clinics here.</p>
          )
        }
      </Loaded>
    </Page>
  );
}
