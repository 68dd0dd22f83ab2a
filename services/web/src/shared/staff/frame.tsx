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
export function StaffSide(props: { label: string; name: string | undefined; children?: ReactNode }) {
  return (
    <>
      {props.children && (
        <nav aria-label={props.label}>
          <ul className="plain-list staff-places">{props.children}</ul>
        </nav>
      )}
      <div className="staff-person">
        <Density />
        {props.name && (
          <p title={props.name}>
            Signed in as <bdi>{props.name}</bdi>
          </p>
        )}
        <SignOut />
      </div>
    </>
  );
}

/** Shown to a patient who signed in at a portal for staff. */
export function ForStaffOnly() {
  return (
    <StaffFrame>
      <Page title="This is the clinic’s portal">
        <p>Nobody has given your account a task at the clinic, so there is nothing for you here.</p>
        <p>
          For your own visits and record, <a href="/">go to the patients’ portal</a> and sign in there. If you
          work here, ask the administration for access, then sign in again.
        </p>
        <SignOut />
      </Page>
    </StaffFrame>
  );
}

/** Shown to managers: their reports do not exist yet. */
export function ForManagers(props: { name: string | undefined }) {
  return (
    <StaffFrame side={<StaffSide label="Clinic" name={props.name} />}>
      <Page title="Reports">
        <p>
          Reports are not available yet. Until they are, you may read the directory of places, specialties and
          clinicians only, and nothing about patients.
        </p>
      </Page>
    </StaffFrame>
  );
}

/** Whether somebody's only work is reports. */
export function isManagerOnly(groups: readonly string[]): boolean {
  return groups.length > 0 && groups.every((group) => group === 'Managers');
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
