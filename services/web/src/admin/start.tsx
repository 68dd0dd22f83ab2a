import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { sessionQuery } from '../shared/staff/api.ts';
import { placesOf } from './places.ts';

/** Opens the first place where somebody has something to do. */
export function Start() {
  const session = useQuery(sessionQuery);
  const [first] = session.data ? placesOf(session.data) : [];
  return first ? <Navigate to={first.path} replace /> : null;
}
