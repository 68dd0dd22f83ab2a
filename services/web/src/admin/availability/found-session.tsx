import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../shared/controls/page.tsx';
import { Found } from '../../shared/query/paged.tsx';
import { type ClinicSession, sessionsQuery } from '../api.ts';

/** Shows `children` with the session that an address names, or a page with `title` that says that it is gone. */
export function FoundSession(props: {
  providerId: string;
  sessionId: string;
  title: string;
  children: (session: ClinicSession) => ReactNode;
}) {
  const query = useInfiniteQuery(sessionsQuery({ providerId: props.providerId }));
  return (
    <Found
      query={query}
      items={query.data}
      is={({ id }) => id === props.sessionId}
      missing={
        <Page title={props.title}>
          <div className="stack">
            <p>There is no such session any more. Somebody may have ended it.</p>
            <p>
              <Link to="/availability">See all sessions</Link>
            </p>
          </div>
        </Page>
      }
    >
      {props.children}
    </Found>
  );
}
