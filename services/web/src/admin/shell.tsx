import { ArrowsLeftRightIcon } from '@phosphor-icons/react/dist/csr/ArrowsLeftRight';
import { CalendarBlankIcon } from '@phosphor-icons/react/dist/csr/CalendarBlank';
import { CalendarDotsIcon } from '@phosphor-icons/react/dist/csr/CalendarDots';
import { HourglassIcon } from '@phosphor-icons/react/dist/csr/Hourglass';
import { ListChecksIcon } from '@phosphor-icons/react/dist/csr/ListChecks';
import { LockSimpleIcon } from '@phosphor-icons/react/dist/csr/LockSimple';
import { ScalesIcon } from '@phosphor-icons/react/dist/csr/Scales';
import { SlidersHorizontalIcon } from '@phosphor-icons/react/dist/csr/SlidersHorizontal';
import { SuitcaseSimpleIcon } from '@phosphor-icons/react/dist/csr/SuitcaseSimple';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ApiProblem } from '../shared/api/problem.ts';
import { Page } from '../shared/controls/page.tsx';
import { LiveUpdates } from '../shared/live/live.tsx';
import { Loaded } from '../shared/query/loaded.tsx';
import { type Session, sessionQuery } from '../shared/staff/api.ts';
import { ForManagers, ForStaffOnly, isManagerOnly, StaffFrame, StaffSide } from '../shared/staff/frame.tsx';
import { type PlacePath, placesOf } from './places.ts';

const icons = {
  '/availability': CalendarDotsIcon,
  '/closures': LockSimpleIcon,
  '/leave': SuitcaseSimpleIcon,
  '/changes': ArrowsLeftRightIcon,
  '/worklist': ListChecksIcon,
  '/waiting-list': HourglassIcon,
  '/decisions': ScalesIcon,
  '/policy': SlidersHorizontalIcon,
} as const satisfies Record<PlacePath, unknown>;

/** Pages for signed-in staff who have something to do here; everybody else is sent to the clinic. */
export function AdminShell() {
  const session = useQuery(sessionQuery);
  const queries = useQueryClient();
  if (session.error instanceof ApiProblem && session.error.status === 403) return <ForStaffOnly />;
  if (session.data && isManagerOnly(session.data.groups)) {
    return <ForManagers name={session.data.profile.name} />;
  }
  if (session.data && placesOf(session.data).length === 0) return <ToClinic />;
  return (
    <StaffFrame side={<Side session={session.data} />}>
      <Loaded query={session}>
        {({ profile }) => (
          <LiveUpdates
            url="/clinic/v1/live"
            personId={profile.personId}
            onEvent={() => {
              for (const key of ['worklist', 'disruptions'])
                void queries.invalidateQueries({ queryKey: [key] });
            }}
          >
            <Outlet />
          </LiveUpdates>
        )}
      </Loaded>
    </StaffFrame>
  );
}

function ToClinic() {
  useEffect(() => window.location.replace('/clinic/'), []);
  return (
    <StaffFrame>
      <Page title="This page is for administrators">
        <p>
          <a href="/clinic/">Go to the clinic’s portal</a>
        </p>
      </Page>
    </StaffFrame>
  );
}

/** Whoever also works in the clinic's portal. */
function seesVisits({ groups }: Session): boolean {
  return groups.includes('Providers') || groups.includes('Receptionists');
}

function Side({ session }: { session: Session | undefined }) {
  return (
    <StaffSide label="Administration" name={session?.profile.name}>
      {session &&
        placesOf(session).map(({ path, name }) => {
          const Icon = icons[path];
          return (
            <li key={path}>
              <Link to={path} activeOptions={{ includeSearch: false }}>
                <Icon size={20} aria-hidden />
                <bdi>{name}</bdi>
              </Link>
            </li>
          );
        })}
      {session && seesVisits(session) && (
        <>
          <li>
            <a href="/clinic/">
              <CalendarBlankIcon size={20} aria-hidden />
              Day list
            </a>
          </li>
          <li>
            <a href="/clinic/week">
              <CalendarDotsIcon size={20} aria-hidden />
              Week
            </a>
          </li>
        </>
      )}
    </StaffSide>
  );
}
