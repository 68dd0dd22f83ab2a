import { createRootRoute, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router';
import { accessToken } from '../shared/session/cognito.ts';
import { OpenFrame } from '../shared/staff/frame.tsx';
import { nextAfterSignIn } from '../shared/staff/sign-in.tsx';
import { NotFound } from './not-found.tsx';
import { AdminShell } from './shell.tsx';
import { SignIn } from './sign-in.tsx';
import { Start } from './start.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const open = createRoute({ getParentRoute: () => root, id: 'open', component: OpenFrame });

const signIn = createRoute({
  getParentRoute: () => open,
  path: '/sign-in',
  validateSearch: nextAfterSignIn,
  component: SignIn,
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    const token = await accessToken().catch(() => undefined);
    if (!token) {
      throw redirect({
        to: '/sign-in',
        search: location.pathname === '/' ? {} : { next: location.pathname },
      });
    }
  },
  component: AdminShell,
});

const start = createRoute({ getParentRoute: () => signedIn, path: '/', component: Start });

const tree = root.addChildren([open.addChildren([signIn]), signedIn.addChildren([start])]);

/** The pages of administration. Paths hold ids and neutral words only. */
export function createAdminRouter() {
  return createRouter({
    routeTree: tree,
    basepath: '/admin',
    defaultPreload: false,
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAdminRouter>;
  }
}
