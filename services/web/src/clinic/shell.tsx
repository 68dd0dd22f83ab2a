import { CalendarBlankIcon } from '@phosphor-icons/react/dist/csr/CalendarBlank';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { signOut } from 'aws-amplify/auth';
import { type ReactNode, useEffect, useState } from 'react';
import { ApiProblem } from '../shared/api/problem.ts';
import { Button } from '../shared/controls/button.tsx';
import { Checkbox } from '../shared/controls/choice.tsx';
import { Mark } from '../shared/controls/mark.tsx';
import { Page } from '../shared/controls/page.tsx';
import { LiveUpdates } from '../shared/live/live.tsx';
import { Loaded } from '../shared/query/loaded.tsx';
import { sessionQuery } from './api.ts';

function Shell(props: { side?: ReactNode; children: ReactNode }) {
  return (
    <div className={props.side ? 'staff-frame' : ''}>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <header className="staff-side no-print">
        <Link to="/" className="brand">
          <Mark />
          HealthBooker
        </Link>
        {props.side}
      </header>
      <main id="main" className="staff-main">
        {props.children}
      </main>
    </div>
  );
}

/** Pages for staff who are not signed in. */
export function OpenShell() {
  return (
    <Shell>
      <div className="staff-narrow">
        <Outlet />
      </div>
    </Shell>
  );
}

/** Pages for signed-in staff, with navigation at the side and live updates. */
export function ClinicShell() {
  const session = useQuery(sessionQuery);
  const queries = useQueryClient();
  if (session.error instanceof ApiProblem && session.error.status === 403) {
    return (
      <Shell>
        <Page title="This is the clinic’s portal">
          <p>Your account belongs to a patient.</p>
          <p>
            <a href="/">Go to the patients’ portal</a>
          </p>
          <SignOut />
        </Page>
      </Shell>
    );
  }
  return (
    <Shell side={<Side name={session.data?.profile.name} />}>
      <Loaded query={session}>
        {() => (
          <LiveUpdates
            url="/clinic/v1/live"
            onEvent={(event) => {
              if (event.name === 'appointment') void queries.invalidateQueries({ queryKey: ['day'] });
            }}
          >
            <Outlet />
          </LiveUpdates>
        )}
      </Loaded>
    </Shell>
  );
}

function Side({ name }: { name: string | undefined }) {
  return (
    <>
      <nav aria-label="Clinic">
        <ul className="plain-list staff-places">
          <li>
            <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
              <CalendarBlankIcon size={20} aria-hidden />
              Day list
            </Link>
          </li>
        </ul>
      </nav>
      <div className="staff-person">
        <Density />
        {name && <p>Signed in as {name}</p>}
        <SignOut />
      </div>
    </>
  );
}

/** How close together rows stand; kept on this workstation. */
function Density() {
  const [compact, setCompact] = useState(() => localStorage.getItem('hb.density') === 'compact');
  useEffect(() => {
    document.body.dataset['density'] = compact ? 'compact' : 'comfortable';
    localStorage.setItem('hb.density', compact ? 'compact' : 'comfortable');
  }, [compact]);
  return <Checkbox name="density" label="Compact rows" checked={compact} onChange={setCompact} />;
}

function SignOut() {
  const [pending, setPending] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <Button
      variant="secondary"
      pending={pending}
      onPress={async () => {
        setPending(true);
        await signOut();
        await navigate({ to: '/sign-in' });
        queries.clear();
      }}
    >
      Sign out
    </Button>
  );
}
