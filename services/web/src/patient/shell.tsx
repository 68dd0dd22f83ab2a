import { CalendarPlusIcon } from '@phosphor-icons/react/dist/csr/CalendarPlus';
import { FileTextIcon } from '@phosphor-icons/react/dist/csr/FileText';
import { HouseIcon } from '@phosphor-icons/react/dist/csr/House';
import { UserIcon } from '@phosphor-icons/react/dist/csr/User';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Mark } from '../shared/controls/mark.tsx';
import { LiveUpdates } from '../shared/live/live.tsx';
import { Loaded } from '../shared/query/loaded.tsx';
import { useActing } from './acting/acting.ts';
import { ActingBanner } from './acting/banner.tsx';
import { sessionQuery } from './api.ts';
import { BecomePatient } from './auth/become-patient.tsx';
import { CompleteAccount } from './auth/complete-account.tsx';
import { followChange } from './follow-changes.ts';

const places = [
  { to: '/', label: 'Home', Icon: HouseIcon, exact: true },
  { to: '/book', label: 'Book', Icon: CalendarPlusIcon, exact: false },
  { to: '/record', label: 'Record', Icon: FileTextIcon, exact: false },
  { to: '/account', label: 'Account', Icon: UserIcon, exact: false },
] as const;

/** What stands around every page: the name, the places of whoever is signed in, the content. */
export function Shell(props: { nav?: ReactNode; banner?: ReactNode; children: ReactNode }) {
  return (
    <div className={props.nav ? 'has-places' : ''}>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <header className="masthead">
        <div className="masthead-inner">
          <Link to="/" className="brand">
            <Mark />
            HealthBooker
          </Link>
          {props.nav}
        </div>
      </header>
      {props.banner}
      <main id="main" className="column">
        {props.children}
      </main>
    </div>
  );
}

/** Pages for people who are not signed in. */
export function OpenShell() {
  return (
    <Shell>
      <Outlet />
    </Shell>
  );
}

/** Pages for a signed-in patient, with the four places and live updates. */
export function PatientShell() {
  const session = useQuery(sessionQuery);
  const queries = useQueryClient();
  const acting = useActing();
  const liveUrl = acting ? `/v1/live?patientId=${acting.personId}` : '/v1/live';
  const nav = (
    <nav className="places" aria-label="HealthBooker">
      <ul>
        {places
          .filter((place) => place.to !== '/record' || acting?.scope !== 'bookings')
          .map(({ to, label, Icon, exact }) => (
            <li key={to}>
              <Link to={to} activeOptions={{ exact }}>
                <Icon size={24} aria-hidden />
                {label}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
  if (session.data && !session.data.profile) {
    return (
      <Shell>
        {session.data.worksHere ? <BecomePatient /> : <CompleteAccount wrong={session.data.wrong} />}
      </Shell>
    );
  }
  return (
    <Shell nav={nav} banner={<ActingBanner />}>
      <Loaded query={session}>
        {({ profile }) => (
          <LiveUpdates
            key={liveUrl}
            url={liveUrl}
            personId={profile?.personId ?? ''}
            onEvent={(event) => void followChange(queries, event)}
          >
            <Outlet />
          </LiveUpdates>
        )}
      </Loaded>
    </Shell>
  );
}
