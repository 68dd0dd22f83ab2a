import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { allergyState } from '../../shared/record/allergies.ts';
import { PersonName } from '../../shared/staff/person-name.tsx';
import { ageOn, deviceZone, localDate, staffDate, today } from '../../shared/time/format.ts';
import { type ChartView, type Entry, type PersonSummary, shownPerson } from '../api.ts';
import { entryName } from './entry-text.tsx';

type Former = PersonSummary['formerly'][number];

/** Who this is, at the top of every page of a chart: the last chance to notice the wrong patient. */
export function PatientBanner({ view, link }: { view: ChartView; link?: boolean }) {
  const { chart } = view;
  const patient = shownPerson(view.patient);
  const age = ageOn(patient.birthDate, today(deviceZone()));
  const name = (
    <strong className="banner-name">
      <PersonName person={patient} />
    </strong>
  );
  return (
    <section className="banner" aria-label="Patient">
      {link && view.patient ? (
        <Link to="/patients/$id" params={{ id: patient.personId }}>
          {name}
        </Link>
      ) : (
        name
      )}
      {patient.formerly.map((before) => (
        <p key={before.until} className="banner-formerly">
          <Formerly before={before} />
        </p>
      ))}
      <dl className="banner-facts">
        <Fact name="Born">
          {patient.birthDate === '' ? 'Not recorded' : staffDate(patient.birthDate)}
          {age !== undefined && ` (${age})`}
        </Fact>
        <Fact name="Sex">
          {patient.sex === '' || patient.sex === 'unknown' ? 'Not recorded' : patient.sex}
        </Fact>
        <Fact name="Number">{patient.medicalRecordNumber || 'Not recorded'}</Fact>
        <Fact name="Needs">
          <bdi>{patient.accessNeeds.join(', ') || 'Nothing recorded'}</bdi>
        </Fact>
        <Fact name="Allergies">
          <Allergies entries={chart.entries} whole={chart.lastingComplete} />
        </Fact>
      </dl>
    </section>
  );
}

/** What this person was known by, on paper and by whoever saw them before. */
function Formerly({ before }: { before: Former }) {
  const { name, birthDate, sex, until } = before;
  const facts = [
    ...(name === '' ? [] : [name]),
    ...(birthDate === '' ? [] : [`born ${staffDate(birthDate)}`]),
    ...(sex === '' ? [] : [`sex ${sex}`]),
  ];
  return (
    <>
      Formerly <bdi>{facts.join(', ')}</bdi>, until {staffDate(localDate(until, deviceZone()))}
    </>
  );
}

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** "No known allergies" is a fact somebody asserted on a date; an empty list only means that nobody asked. */
function Allergies({ entries, whole }: { entries: readonly Entry[]; whole: boolean }) {
  const state = allergyState(entries);
  if (!whole) {
    const known = state.kind === 'known' ? [namesOf(state.active)] : [];
    return <strong className="outside">▲ {[...known, 'not all could be read yet'].join(', ')}</strong>;
  }
  if (state.kind === 'not-recorded') return 'Allergies not recorded';
  if (state.kind === 'none-known')
    return `No known allergies (${staffDate(localDate(state.since, deviceZone()))})`;
  if (state.active.length === 0) return 'None active; see the list';
  return (
    <strong className="outside">
      <WarningIcon size={20} aria-hidden /> <bdi>{namesOf(state.active)}</bdi>
    </strong>
  );
}

/** So many are named; the banner stays in view, so it must not fill the screen. */
const named_at_most = 20;

function namesOf(allergies: readonly Entry[]): string {
  const more = allergies.length - named_at_most;
  const names = allergies.slice(0, named_at_most).map(entryName).join(', ');
  return more > 0 ? `${names} and ${more} more in the list` : names;
}
