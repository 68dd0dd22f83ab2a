import type { QueryClient } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router';
import { nextAfterSignIn, requireSignedIn } from '../shared/session/signed-in.ts';
import { Account } from './account/account.tsx';
import { NotMe } from './account/not-me.tsx';
import { AppointmentPage, ConfirmedPage } from './appointments/appointment.tsx';
import { Cancel } from './appointments/cancel.tsx';
import { Move } from './appointments/move.tsx';
import { Confirm } from './auth/confirm.tsx';
import { ForgottenPassword } from './auth/forgotten-password.tsx';
import { SignIn } from './auth/sign-in.tsx';
import { SignUp } from './auth/sign-up.tsx';
import { firstStep } from './book/answers.ts';
import { Check } from './book/check.tsx';
import { Question } from './book/question.tsx';
import { Times } from './book/times.tsx';
import { Home } from './home/home.tsx';
import { NotFound } from './not-found.tsx';
import { AskCorrection } from './record/ask-correction.tsx';
import { Record } from './record/record.tsx';
import { WhoLooked } from './record/who-looked.tsx';
import { OpenShell, PatientShell } from './shell.tsx';
import { JoinWaitlist } from './waitlist/join.tsx';
import { WaitingPlace } from './waitlist/place.tsx';
import { WaitingWishes } from './waitlist/wishes.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const open = createRoute({ getParentRoute: () => root, id: 'open', component: OpenShell });

const signIn = createRoute({
  getParentRoute: () => open,
  path: '/sign-in',
  validateSearch: (search): { next?: string; confirmed?: boolean; reset?: boolean } => ({
    ...nextAfterSignIn(search),
    ...(search['confirmed'] === true ? { confirmed: true } : {}),
    ...(search['reset'] === true ? { reset: true } : {}),
  }),
  component: () => <SignIn {...signIn.useSearch()} />,
});
const signUp = createRoute({ getParentRoute: () => open, path: '/sign-up', component: SignUp });
const confirm = createRoute({ getParentRoute: () => open, path: '/confirm', component: Confirm });
const forgotten = createRoute({
  getParentRoute: () => open,
  path: '/forgotten-password',
  component: ForgottenPassword,
});

const notMe = createRoute({ getParentRoute: () => open, path: '/not-me', component: NotMe });

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: requireSignedIn,
  component: PatientShell,
});

const home = createRoute({ getParentRoute: () => signedIn, path: '/', component: Home });
const book = createRoute({
  getParentRoute: () => signedIn,
  path: '/book',
  beforeLoad: () => {
    throw redirect({ to: '/book/$step', params: { step: firstStep }, replace: true });
  },
});
const times = createRoute({ getParentRoute: () => signedIn, path: '/book/times', component: Times });
const check = createRoute({ getParentRoute: () => signedIn, path: '/book/check', component: Check });
const wait = createRoute({ getParentRoute: () => signedIn, path: '/book/wait', component: JoinWaitlist });
const question = createRoute({
  getParentRoute: () => signedIn,
  path: '/book/$step',
  component: () => <Question step={question.useParams().step} />,
});
const appointment = createRoute({
  getParentRoute: () => signedIn,
  path: '/appointments/$id',
  component: () => <AppointmentPage id={appointment.useParams().id} />,
});
const booked = createRoute({
  getParentRoute: () => signedIn,
  path: '/appointments/$id/booked',
  component: () => <ConfirmedPage id={booked.useParams().id} heading="Your appointment is booked" />,
});
const move = createRoute({
  getParentRoute: () => signedIn,
  path: '/appointments/$id/move',
  component: () => <Move id={move.useParams().id} />,
});
const moved = createRoute({
  getParentRoute: () => signedIn,
  path: '/appointments/$id/moved',
  component: () => <ConfirmedPage id={moved.useParams().id} heading="Your appointment is moved" />,
});
const cancel = createRoute({
  getParentRoute: () => signedIn,
  path: '/appointments/$id/cancel',
  component: () => <Cancel id={cancel.useParams().id} />,
});
const waiting = createRoute({
  getParentRoute: () => signedIn,
  path: '/waiting/$id',
  component: () => <WaitingPlace id={waiting.useParams().id} />,
});
const wishes = createRoute({
  getParentRoute: () => signedIn,
  path: '/waiting/$id/wishes',
  component: () => <WaitingWishes id={wishes.useParams().id} />,
});
const record = createRoute({ getParentRoute: () => signedIn, path: '/record', component: Record });
const whoLooked = createRoute({
  getParentRoute: () => signedIn,
  path: '/record/access',
  component: WhoLooked,
});
const correction = createRoute({
  getParentRoute: () => signedIn,
  path: '/record/entries/$id/correct',
  component: () => <AskCorrection id={correction.useParams().id} />,
});
const account = createRoute({ getParentRoute: () => signedIn, path: '/account', component: Account });

const tree = root.addChildren([
  open.addChildren([signIn, signUp, confirm, forgotten, notMe]),
  signedIn.addChildren([
    home,
    book,
    times,
    check,
    wait,
    question,
    appointment,
    booked,
    moved,
    move,
    cancel,
    waiting,
    wishes,
    record,
    whoLooked,
    correction,
    account,
  ]),
]);

/** The pages of the patient portal. Paths hold ids and neutral words only. */
export function createPatientRouter(_queries: QueryClient) {
  return createRouter({ routeTree: tree, defaultPreload: false, scrollRestoration: false });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPatientRouter>;
  }
}
