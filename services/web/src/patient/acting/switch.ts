import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { clearDraft } from '../book/draft.ts';
import { type Actee, actFor } from './acting.ts';

/**
 * Queries that stay the same when the person acts for somebody else: they are about the signed-in person, or about
 * nobody.
 */
const kept: ReadonlySet<unknown> = new Set(['session', 'profile', 'directory', 'proxies']);

/** Changes whom this tab acts for and forgets what it read about the person before. */
export function switchTo(queries: QueryClient, actee: Actee | undefined): void {
  actFor(actee);
  const isAbout = (key: readonly unknown[]) => !kept.has(key[0]);
  void queries.cancelQueries({ predicate: ({ queryKey }) => isAbout(queryKey) });
  // Pages that are open read anew; the rest is gone.
  void queries.resetQueries({ predicate: ({ queryKey }) => isAbout(queryKey) });
}

/** The same for a component. */
export function useSwitch(): (actee: Actee | undefined) => void {
  const queries = useQueryClient();
  return (actee) => switchTo(queries, actee);
}

/** The same from a page: what was being booked for the person before is forgotten, and Home opens. */
export function useActFor(): (actee: Actee | undefined) => void {
  const change = useSwitch();
  const navigate = useNavigate();
  return (actee) => {
    change(actee);
    clearDraft();
    void navigate({ to: '/' });
  };
}
