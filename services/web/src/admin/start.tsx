import { useQuery } from '@tanstack/react-query';
import { Page } from '../shared/controls/page.tsx';
import { sessionQuery } from '../shared/staff/api.ts';
import { placesOf } from './places.ts';

/** Where somebody can go from here. */
export function Start() {
  const session = useQuery(sessionQuery);
  const places = session.data ? placesOf(session.data) : [];
  return (
    <Page title="Administration">
      <ul className="plain-list start-places">
        {places.map(({ path, name }) => (
          <li key={path}>{name}</li>
        ))}
      </ul>
    </Page>
  );
}
