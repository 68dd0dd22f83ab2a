import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { nextAfterSignIn, requireSignedIn } from '../shared/session/signed-in.ts';
import { OpenFrame } from '../shared/staff/frame.tsx';
import { StaffNotFound } from '../shared/staff/not-found.tsx';
import { AddEntry } from './chart/add-entry.tsx';
import { AmendEntry } from './chart/amend-entry.tsx';
import { AnswerCorrection } from './chart/answer-correction.tsx';
import { Chart } from './chart/chart.tsx';
import { type FormKind, forms } from './chart/entry-form.ts';
import { EntryHistory } from './chart/entry-history.tsx';
import { PlaceOrder } from './chart/place-order.tsx';
import { FirstPage } from './first-page.tsx';
import { ProxyDesk } from './proxies/desk.tsx';
import { ClinicShell } from './shell.tsx';
import { SignIn } from './sign-in.tsx';
import { ExtraClinic } from './week/extra-clinic.tsx';
import { Week } from './week/week.tsx';

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: () => <StaffNotFound start="Go to the day list" />,
});

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
  beforeLoad: requireSignedIn,
  component: ClinicShell,
});

/** Which day, and whose. */
function whichDay(search: Record<string, unknown>): { date?: string; provider?: string } {
  return {
    ...(typeof search['date'] === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(search['date'])
      ? { date: search['date'] }
      : {}),
    ...(typeof search['provider'] === 'string' ? { provider: search['provider'] } : {}),
  };
}

const day = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  validateSearch: whichDay,
  component: FirstPage,
});
const proxyDesk = createRoute({ getParentRoute: () => signedIn, path: '/proxies', component: ProxyDesk });
const week = createRoute({
  getParentRoute: () => signedIn,
  path: '/week',
  validateSearch: whichDay,
  component: Week,
});
const extraClinic = createRoute({
  getParentRoute: () => signedIn,
  path: '/week/extra',
  validateSearch: whichDay,
  component: ExtraClinic,
});
const chart = createRoute({ getParentRoute: () => signedIn, path: '/patients/$id', component: Chart });
/** The form to begin with; another is one press away. */
function whichForm({ form }: Record<string, unknown>): { form?: FormKind } {
  const known = forms.find(({ value }) => value === form)?.value;
  return known === undefined ? {} : { form: known };
}

const addEntry = createRoute({
  getParentRoute: () => signedIn,
  path: '/patients/$id/add',
  validateSearch: whichForm,
  component: AddEntry,
});
const order = createRoute({
  getParentRoute: () => signedIn,
  path: '/patients/$id/order',
  component: PlaceOrder,
});
const history = createRoute({
  getParentRoute: () => signedIn,
  path: '/patients/$id/entries/$entryId',
  component: EntryHistory,
});
const amend = createRoute({
  getParentRoute: () => signedIn,
  path: '/patients/$id/entries/$entryId/amend',
  component: AmendEntry,
});

const answerCorrection = createRoute({
  getParentRoute: () => signedIn,
  path: '/patients/$id/corrections/$entryId',
  component: AnswerCorrection,
});

const tree = root.addChildren([
  open.addChildren([signIn]),
  signedIn.addChildren([
    day,
    proxyDesk,
    week,
    extraClinic,
    chart,
    addEntry,
    order,
    history,
    amend,
    answerCorrection,
  ]),
]);

/** The pages of the clinic's portal. Paths hold ids and neutral words only. */
export function createClinicRouter() {
  return createRouter({
    routeTree: tree,
    basepath: '/clinic',
    defaultPreload: false,
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createClinicRouter>;
  }
}
