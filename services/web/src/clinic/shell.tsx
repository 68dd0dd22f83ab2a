import { CalendarBlankIcon } from '@phosphor-icons/react/dist/csr/CalendarBlank';
import { CalendarDotsIcon } from '@phosphor-icons/react/dist/csr/CalendarDots';
import { HourglassIcon } from '@phosphor-icons/react/dist/csr/Hourglass';
import { ListChecksIcon } from '@phosphor-icons/react/dist/csr/ListChecks';
import { ShieldCheckIcon } from '@phosphor-icons/react/dist/csr/ShieldCheck';
import { UsersIcon } from '@phosphor-icons/react/dist/csr/Users';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ApiProblem } from '../shared/api/problem.ts';
import { Page } from '../shared/controls/page.tsx';
import { LiveUpdates } from '../shared/live/live.tsx';
import { Loaded } from '../shared/query/loaded.tsx';
import { type Session, sessionQuery } from '../shared/staff/api.ts';
import { ForManagers, ForStaffOnly, isManagerOnly, StaffFrame, StaffSide } from '../shared/staff/frame.tsx';
import { isOnlyPrivacy } from './first-page.tsx';

/** Pages for signed-in staff, with navigation at the side and live updates. */
export function ClinicShell() {
  const session = useQuery(sessionQuery);
  const queries = useQueryClient();
  if (session.error instanceof ApiProblem && session.error.status === 403) return <ForStaffOnly />;
  if (session.data && isManagerOnly(session.data.groups)) {
    return <ForManagers name={session.data.profile.name} />;
  }
  if (session.data && worksInOffice(session.data)) return <ToOffice />;
  return (
    <StaffFrame side={<Side session={session.data} />}>
      <Loaded query={session}>
        {({ profile }) => (
          <LiveUpdates
            url="/clinic/v1/live"
            personId={profile.personId}
            onEvent={(event) => {
              if (event.name !== 'appointment') return;
              for (const key of ['day', 'week']) void queries.invalidateQueries({ queryKey: [key] });
            }}
          >
            <Outlet />
          </LiveUpdates>
        )}
      </Loaded>
    </StaffFrame>
  );
}

/** Administrators who see no patients have their own portal. */
function worksInOffice({ groups }: Session): boolean {
  return groups.includes('Admins') && !groups.includes('Providers') && !groups.includes('Receptionists');
}

function ToOffice() {
  useEffect(() => window.location.replace('/admin/'), []);
  return (
    <StaffFrame>
      <Page title="Administration">
        <p>
          <a href="/admin/">Go to administration</a>
        </p>
      </Page>
    </StaffFrame>
  );
}

function Side({ session }: { session: Session | undefined }) {
  return (
    <StaffSide label="Clinic" name={session?.profile.name}>
      {session && isOnlyPrivacy(session) ? <PrivacyPlaces /> : <VisitPlaces session={session} />}
    </StaffSide>
  );
}

function PrivacyPlaces() {
  return (
    <li>
      <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
        <ShieldCheckIcon size={20} aria-hidden />
        Links to review
      </Link>
    </li>
  );
}

function VisitPlaces({ session }: { session: Session | undefined }) {
  return (
    <>
      <li>
        <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
          <CalendarBlankIcon size={20} aria-hidden />
          Day list
        </Link>
      </li>
      <li>
        <Link to="/week" activeOptions={{ includeSearch: false }}>
          <CalendarDotsIcon size={20} aria-hidden />
          Week
        </Link>
      </li>
      {/* Pages of the other portal, in the same session. */}
      <li>
        <a href="/admin/waiting-list">
          <HourglassIcon size={20} aria-hidden />
          Waiting list
        </a>
      </li>
      {session?.groups.includes('Receptionists') && (
        <li>
          <a href="/admin/worklist">
            <ListChecksIcon size={20} aria-hidden />
            Worklist
          </a>
        </li>
      )}
      {session?.groups.includes('Receptionists') && (
        <li>
          <Link to="/proxies">
            <UsersIcon size={20} aria-hidden />
            Who acts for whom
          </Link>
        </li>
      )}
    </>
  );
}
