import { ClockCountdownIcon } from '@phosphor-icons/react/dist/csr/ClockCountdown';
import { HandIcon } from '@phosphor-icons/react/dist/csr/Hand';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Tag } from '../../shared/controls/tag.tsx';
import { directoryQuery } from '../../shared/staff/api.ts';
import { count } from '../../shared/staff/count.ts';
import { shownName } from '../../shared/staff/names.ts';
import { PersonName } from '../../shared/staff/person-name.tsx';
import { deviceZone, localDate, staffDate, staffTime } from '../../shared/time/format.ts';
import type { WaitingPatient } from '../api.ts';
import { UrgencyTag } from '../urgency-tag.tsx';
import { wishWords } from './wish-words.ts';

const outcomes = {
  reached: 'Spoke with them',
  'message-left': 'Left a message',
  'no-answer': 'No answer',
} as const;

/** Everybody who waits, by rank, and why they stand there. */
export function WaitingTable(props: { entries: readonly WaitingPatient[]; isClinician: boolean }) {
  return (
    <div className="sheet table-sheet">
      <table className="table waiting-table">
        <caption className="visually-hidden">Patients who wait, by rank</caption>
        <thead>
          <tr>
            <th scope="col">Rank</th>
            <th scope="col">Patient</th>
            <th scope="col">See by</th>
            <th scope="col">Waits for</th>
            <th scope="col">Last contact</th>
            <th scope="col">Next</th>
          </tr>
        </thead>
        <tbody>
          {props.entries.map((entry) => (
            <WaitingRow key={entry.id} {...props} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function WaitingRow(props: { entry: WaitingPatient; isClinician: boolean }) {
  const { entry, isClinician } = props;
  const name = shownName(entry.patient?.name);
  const params = { entryId: entry.id };
  return (
    <tr>
      <td data-label="Rank" className="rank">
        {entry.rank}
      </td>
      <th scope="row" data-label="Patient">
        <span>
          {entry.patient ? <PersonName person={entry.patient} /> : <bdi>{name}</bdi>}
          {entry.patient && (
            <span className="line muted">Born {staffDate(entry.patient.birthDate) || 'not recorded'}</span>
          )}
          <span className="line why">
            <bdi>{entry.rankWhy}</bdi>
          </span>
          {entry.reason && (
            <span className="line">
              “<bdi>{entry.reason}</bdi>”
            </span>
          )}
        </span>
      </th>
      <td data-label="See by">
        <span>
          <UrgencyTag urgency={entry.urgency} />
          <span className="line nowrap">{staffDate(entry.targetDate)}</span>
          {entry.isTargetBreached && (
            <Tag tone="danger" icon={ClockCountdownIcon}>
              Overdue
            </Tag>
          )}
        </span>
      </td>
      <td data-label="Waits for">
        <Wishes entry={entry} />
      </td>
      <td data-label="Last contact">
        <Contact entry={entry} />
      </td>
      <td data-label="Next">
        <span className="row-links row-links-down">
          <Link
            to="/waiting-list/$entryId/contact"
            params={params}
            aria-label={`Record contact with ${name}`}
          >
            Record contact
          </Link>
          {isClinician && (
            <Link
              to="/waiting-list/$entryId/triage"
              params={params}
              aria-label={`Change the urgency of ${name}`}
            >
              Change urgency
            </Link>
          )}
        </span>
      </td>
    </tr>
  );
}

function Wishes({ entry }: { entry: WaitingPatient }) {
  const directory = useQuery(directoryQuery);
  const needs = [...(entry.patient?.accessNeeds ?? []), ...entry.accessNeeds.map((need) => needWords[need])];
  const { offer } = entry;
  return (
    <span>
      <bdi>{entry.visitTypeName}</bdi>
      <span className="line">
        <bdi>{wishWords(entry, directory.data)}</bdi>
      </span>
      {needs.length > 0 && (
        <span className="line">
          Needs: <bdi>{[...new Set(needs)].join(', ')}</bdi>
        </span>
      )}
      <span className="line muted">
        <span className="nowrap">Since {staffDate(localDate(entry.waitingSince, deviceZone()))}</span>
        {entry.misses > 0 && `, ${count(entry.misses, 'offer', 'offers')} without an answer`}
        {entry.autoAccept && ', takes the first time that fits'}
      </span>
      {offer && (
        <span className="line">
          <Tag tone="info" icon={HandIcon}>
            Offered {staffTime(offer.slot.startAt, offer.slot.timeZone)}
          </Tag>
          <span className="line muted">Answer until {staffTime(offer.expiresAt, offer.slot.timeZone)}</span>
        </span>
      )}
    </span>
  );
}

const needWords = { 'longer-visit': 'Longer visit', interpreter: 'Interpreter' } as const;

function Contact({ entry: { lastContact } }: { entry: WaitingPatient }) {
  if (lastContact === null) return 'Not yet';
  return (
    <span>
      {outcomes[lastContact.outcome]}
      <span className="line muted nowrap">{staffTime(lastContact.at, deviceZone())}</span>
      {lastContact.note && (
        <span className="line">
          <bdi>{lastContact.note}</bdi>
        </span>
      )}
    </span>
  );
}
