import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { RadioGroup } from '../../shared/controls/choice.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Skeleton } from '../../shared/controls/skeleton.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { More } from '../../shared/query/paged.tsx';
import { clock, day, deviceZone } from '../../shared/time/format.ts';
import { useActing } from '../acting/acting.ts';
import { accessQuery } from '../api.ts';
import { type Look, together } from './looks.ts';

const didWords = { read: 'Read', write: 'Wrote', try: 'Tried to open' } as const;
const whatWords: Readonly<Record<string, string>> = {
  chart: 'the record',
  'chart-page': 'more of the record',
  'chart-page-encounter-note': 'more notes of visits',
  'chart-page-condition': 'more conditions',
  'chart-page-allergy': 'more allergies',
  'chart-page-medication': 'more medicines',
  'chart-page-observation': 'more results',
  'chart-page-correction-request': 'more corrections',
  draft: 'a draft of an entry',
  'entry-history': 'earlier versions of an entry',
  entry: 'an entry of the record',
  correction: 'a correction',
  'access-log': 'this list',
  visit: 'a visit',
  'visit-reason': 'a visit with the reason for it',
  waiting: 'a place on a waiting list',
  'waiting-reason': 'a place on a waiting list with the reason for it',
  symptoms: 'answers about symptoms',
  urgency: 'how urgent a visit is',
  referral: 'referrals',
  decision: 'why a visit has its time',
};
const whyWords: Readonly<Record<string, string>> = {
  'care-relationship': 'There is a visit with their team',
  'own-visit': 'The visit is with them',
  team: 'It is with somebody of their team',
  specialty: 'They work in the specialty',
  office: 'It is part of their work at the desk',
  'own-record': 'The patient’s own',
  proxy: 'They act for the patient',
  none: 'They had no right to it and were shown nothing',
};
const roleWords: Readonly<Record<string, string>> = {
  Patients: 'Patient',
  proxy: 'Acts for the patient',
  Providers: 'Clinician',
  Receptionists: 'Reception',
  Admins: 'Administrator',
  Managers: 'Manager',
  Privacy: 'Privacy officer',
};
/** P9: who read, wrote or tried to reach what is clinical, newest first. */
export function WhoLooked() {
  const [who, setWho] = useState<'all' | 'others'>('all');
  const query = useInfiniteQuery(accessQuery(who === 'others'));
  const acting = useActing();
  const others = acting === undefined ? 'Everybody but me' : 'Everybody but the patient';
  return (
    <Page
      title="Who looked"
      heading={acting ? `Who looked at the record of ${acting.name}` : 'Who looked at your record'}
    >
      <p>
        Nobody can open the record, or read what a visit is for, without leaving a line here. Who tries and
        may not leaves one too.
      </p>
      <RadioGroup
        name="who"
        legend="Show"
        inline
        options={[
          { value: 'all', label: 'Everybody' },
          { value: 'others', label: others },
        ]}
        value={who}
        onChange={setWho}
      />
      <Loaded query={query} skeleton={<Skeleton lines={6} />}>
        {(events) =>
          events.length === 0 ? (
            <p>Nothing recorded here: nobody has opened it yet.</p>
          ) : (
            <table className="table">
              <caption className="visually-hidden">Who looked, newest first</caption>
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">Who</th>
                  <th scope="col">What</th>
                  <th scope="col">Why</th>
                </tr>
              </thead>
              <tbody>
                {together(events, deviceZone()).map((look) => (
                  <Row key={`${look.event.at} ${look.event.readerId} ${look.event.what}`} look={look} />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      <More query={query}>Show earlier ones</More>
      <p>
        <Link to="/record" className="link-row">
          Back to the record
        </Link>
      </p>
    </Page>
  );
}

function Row({ look: { event, times, firstAt } }: { look: Look }) {
  const acting = useActing();
  const zone = deviceZone();
  const isOwn = event.why === 'own-record';
  const name = isOwn && acting === undefined ? 'You' : event.readerName || 'Somebody without a name';
  const what = whatWords[event.what] ?? event.what;
  return (
    <tr>
      <td data-label="When">
        <span>
          {day(event.at, zone)}, {clock(event.at, zone)}
          {times > 1 && (
            <span className="muted">
              {' '}
              ({times} times since {clock(firstAt, zone)})
            </span>
          )}
        </span>
      </td>
      <td data-label="Who">
        <span>
          <bdi>{name}</bdi>
          {!isOwn && <span className="muted"> ({roleWords[event.role] ?? event.role})</span>}
        </span>
      </td>
      <td data-label="What">
        {didWords[event.action]} {what}
      </td>
      <td data-label="Why">
        {isOwn && acting === undefined ? 'It is your own' : (whyWords[event.why] ?? event.why)}
      </td>
    </tr>
  );
}
