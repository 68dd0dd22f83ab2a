import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { signOut } from 'aws-amplify/auth';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../controls/button.tsx';
import { Checkbox } from '../controls/choice.tsx';
import { Mark } from '../controls/mark.tsx';
import { Page } from '../controls/page.tsx';

/** A page for staff, with navigation at the side (above, on narrow screens) where there is some. */
export function StaffFrame(props: { side?: ReactNode; children: ReactNode }) {
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
export function OpenFrame() {
  return (
    <StaffFrame>
      <div className="staff-narrow">
        <Outlet />
      </div>
    </StaffFrame>
  );
}

/** The navigation of a portal: its places, then who is signed in. */
export function StaffSide(props: { label: string; name: string | undefined; children: ReactNode }) {
  return (
    <>
      <nav aria-label={props.label}>
        <ul className="plain-list staff-places">{props.children}</ul>
      </nav>
      <div className="staff-person">
        <Density />
        {props.name && (
          <p>
            Signed in as <bdi>{props.name}</bdi>
          </p>
        )}
        <SignOut />
      </div>
    </>
  );
}

/** What a patient sees who signed in at a door for staff. */
export function ForStaffOnly() {
  return (
    <StaffFrame>
      <Page title="This is the clinic’s portal">
        <p>Your account belongs to a patient.</p>
        <p>
          <a href="/">Go to the patients’ portal</a>
        </p>
        <SignOut />
      </Page>
    </StaffFrame>
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
