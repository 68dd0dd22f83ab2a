import { redirect } from '@tanstack/react-router';
import { accessToken } from './cognito.ts';

/** Guards a page for signed-in people: everybody else signs in first and then comes back to it. */
export async function requireSignedIn({ location }: { location: { pathname: string } }): Promise<void> {
  const token = await accessToken().catch(() => undefined);
  if (token) return;
  throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { next: location.pathname } });
}

/** Where a sign-in leads, as its address says. Only paths of the same portal may follow one. */
export function nextAfterSignIn({ next }: Record<string, unknown>): { next?: string } {
  return typeof next === 'string' && /^\/(?!\/)[\w\-/]*$/.test(next) ? { next } : {};
}
