import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Page } from '../../shared/controls/page.tsx';
import { Skeleton } from '../../shared/controls/skeleton.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { More } from '../../shared/query/paged.tsx';
import { clock, day, deviceZone } from '../../shared/time/format.ts';
import { accessQuery } from '../api.ts';

const whatWords: Readonly<Record<string, string>> = {
  chart: 'Your record',
  'entry-history': 'Earlier versions of an entry',
};
const whyWords: Readonly<Record<string, string>> = {
  'care-relationship': 'You have a visit with their team',
  'own-record': 'The patient opened it',
  proxy: 'They act for the patient',
};

/** Every time the record was opened, newest first. */
export function WhoLooked() {
  const query = useInfiniteQuery(accessQuery);
  const zone = deviceZone();
  return (
    <Page title="Who looked at your record">
      <p>Nobody can open your record without leaving a line here.</p>
      <Loaded query={query} skeleton={<Skeleton lines={6} />}>
        {(events) =>
          events.length === 0 ? (
            <p>Nothing recorded here: nobody has opened it yet.</p>
          ) : (
            <table className="table">
              <caption className="visually-hidden">Who looked at your record, newest first</caption>
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">Who</th>
                  <th scope="col">What</th>
                  <th scope="col">Why</th>
                </tr>
              </thead>
              <tbody>
                {events.map((event) => (
                  <tr key={`${event.at} ${event.readerId} ${event.what}`}>
                    <td data-label="When">
                      <span>
                        {day(event.at, zone)}, {clock(event.at, zone)}
                      </span>
                    </td>
                    <td data-label="Who">
                      <bdi>{event.why === 'own-record' ? 'You' : event.readerName}</bdi>
                    </td>
                    <td data-label="What">{whatWords[event.what] ?? event.what}</td>
                    <td data-label="Why">
                      <bdi>{whyWords[event.why] ?? event.why}</bdi>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      <More query={query}>Show earlier ones</More>
      <p>
        <Link to="/record" className="link-row">
          Back to your record
        </Link>
      </p>
    </Page>
  );
}
