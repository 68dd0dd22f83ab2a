import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, buttonClass } from '../../shared/controls/button.tsx';
import { Fact, Facts } from '../../shared/controls/facts.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Skeleton } from '../../shared/controls/skeleton.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { day } from '../../shared/time/format.ts';
import { type AppointmentView, appointmentQuery, profileQuery } from '../api.ts';
import { CalendarButton } from './calendar-button.tsx';
import { CheckIn } from './check-in.tsx';
import { History } from './history.tsx';
import { ProviderDelay, RunningLate } from './lateness.tsx';
import { NeedsNewTime } from './needs-new-time.tsx';
import { NewTime } from './new-time.tsx';
import { VisitRail } from './visit-rail.tsx';

/** P5: one visit with everything needed to get there. */
export function AppointmentPage({ id }: { id: string }) {
  return (
    <Page title="Your appointment">
      <AppointmentDetails id={id} />
    </Page>
  );
}

/** The same after booking or moving: the confirmation is the heading. */
export function ConfirmedPage({ id, heading }: { id: string; heading: string }) {
  return (
    <Page
      title={heading}
      above={
        <span className="confirmed">
          <CheckCircleIcon size={36} weight="fill" aria-hidden />A confirmation is on its way by e-mail
        </span>
      }
    >
      <AppointmentDetails id={id} />
    </Page>
  );
}

function AppointmentDetails({ id }: { id: string }) {
  const query = useQuery(appointmentQuery(id));
  return (
    <Loaded query={query} skeleton={<Skeleton lines={8} />} missing={<NoSuchAppointment />}>
      {(view) => <Details view={view} />}
    </Loaded>
  );
}

export function NoSuchAppointment() {
  return (
    <>
      <p>There is no such appointment in your account.</p>
      <p>
        <Link to="/">See your appointments</Link>
      </p>
    </>
  );
}

function Details({ view }: { view: AppointmentView }) {
  const { appointment, location, visitType } = view;
  const { slot } = appointment;
  const open = appointment.status === 'booked';
  const { needsNewTime } = appointment;
  const takesPlace = !needsNewTime;
  return (
    <div className="stack-wide">
      <section className="sheet ticket" aria-label="The appointment">
        <h2 className="ticket-day">{day(slot.startAt, slot.timeZone)}</h2>
        <div className="ticket-main">
          <VisitRail {...appointment} {...slot} look={open ? 'full' : 'past'} />
        </div>
      </section>
      {appointment.status === 'cancelled' && (
        <Notice title="This visit is cancelled">
          <Link to="/book" className={buttonClass()}>
            Book another time
          </Link>
        </Notice>
      )}
      {needsNewTime && (
        <NeedsNewTime
          {...slot}
          id={appointment.id}
          locationName={appointment.locationName}
          phone={location?.phone}
        />
      )}
      {takesPlace && <ProviderDelay view={view} />}
      {open && appointment.awaitsAnswer && <NewTime appointment={appointment} />}
      {open && takesPlace && <CheckIn view={view} />}
      {takesPlace && (open || appointment.status === 'arrived') && <RunningLate view={view} />}
      <AboutVisit view={view} />
      {open && takesPlace && (
        <section className="row actions no-print" aria-label="What you can do">
          <CalendarButton id={appointment.id} />
          <Button variant="secondary" onPress={() => window.print()}>
            Print
          </Button>
          <Link
            to="/appointments/$id/move"
            params={{ id: appointment.id }}
            className={buttonClass('secondary')}
          >
            Move to another time
          </Link>
          <Link
            to="/appointments/$id/cancel"
            params={{ id: appointment.id }}
            className={buttonClass('secondary')}
          >
            Cancel this visit
          </Link>
        </section>
      )}
      {takesPlace && visitType?.preparation && (
        <section aria-labelledby="prepare-title" className="stack">
          <h2 id="prepare-title">Before you come</h2>
          <p className="prose">
            <bdi>{visitType.preparation}</bdi>
          </p>
        </section>
      )}
      {takesPlace && location && (
        <section aria-labelledby="there-title" className="stack">
          <h2 id="there-title">Getting there</h2>
          <p className="prose">
            <bdi>{location.address}</bdi>
          </p>
          {location.stepFreeRoute && (
            <p>
              <strong>Without steps:</strong> <bdi>{location.stepFreeRoute}</bdi>
            </p>
          )}
        </section>
      )}
      <History appointment={appointment} />
    </div>
  );
}

function AboutVisit({ view }: { view: AppointmentView }) {
  const profile = useQuery(profileQuery).data;
  const { appointment, location } = view;
  const needs = profile?.accessNeeds ?? [];
  // One's own needs say nothing about somebody one acts for.
  const isOwn = profile?.personId === appointment.patientId;
  return (
    <Facts>
      <Fact name="Reference">
        <span className="numbers">{reference(appointment.id)}</span>
      </Fact>
      <Fact name="Clinic">
        <bdi>{appointment.specialtyName}</bdi>
      </Fact>
      {appointment.reason && (
        <Fact name="About">
          <bdi>{appointment.reason}</bdi>
        </Fact>
      )}
      {isOwn && (
        <Fact name="Help at the visit">{needs.length > 0 ? needs.join(', ') : 'Nothing asked for'}</Fact>
      )}
      {location && (
        <Fact name="Phone">
          <a href={`tel:${location.phone.replaceAll(' ', '')}`}>{location.phone}</a>
        </Fact>
      )}
    </Facts>
  );
}

/** The part of the id that is read out on the phone. */
function reference(id: string): string {
  return id.slice(0, 8).toUpperCase();
}
