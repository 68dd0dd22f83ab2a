import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { nextAfterSignIn, requireSignedIn } from '../shared/session/signed-in.ts';
import { OpenFrame } from '../shared/staff/frame.tsx';
import { StaffNotFound } from '../shared/staff/not-found.tsx';
import { Availability } from './availability/availability.tsx';
import { EditSession } from './availability/edit-session.tsx';
import { EndSession } from './availability/end-session.tsx';
import { NewSession } from './availability/new-session.tsx';
import { Closures } from './closures/closures.tsx';
import { NewClosure } from './closures/new-closure.tsx';
import { Decision } from './decisions/decision.tsx';
import { Decisions } from './decisions/decisions.tsx';
import { Optimality } from './decisions/optimality.tsx';
import { ChangePage } from './disruptions/change-page.tsx';
import { Changes } from './disruptions/changes.tsx';
import { readWizardSearch } from './disruptions/wizard/steps.ts';
import { LeaveList } from './leave/leave-list.tsx';
import { LeavePage } from './leave/leave-page.tsx';
import { PlanLeave } from './leave/plan-leave.tsx';
import { Policy } from './policy/policy.tsx';
import { AdminShell } from './shell.tsx';
import { SignIn } from './sign-in.tsx';
import { Start } from './start.tsx';
import { ChangeUrgency } from './waiting-list/change-urgency.tsx';
import { RecordContact } from './waiting-list/record-contact.tsx';
import { WaitingList } from './waiting-list/waiting-list.tsx';
import { Settle } from './worklist/settle.tsx';
import { Worklist } from './worklist/worklist.tsx';

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: () => <StaffNotFound start="Go to the start of administration" />,
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
  component: AdminShell,
});

/** The named search parameters that are words or ids; others are left out. */
function idParameters<const Name extends string>(...names: Name[]) {
  return (search: Record<string, unknown>): { [N in Name]?: string } => {
    const found = names.flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' && /^[\w\-.=+/]{1,2048}$/.test(value) ? [[name, value]] : [];
    });
    return Object.fromEntries(found);
  };
}

/** Whether the page follows on saving. */
function justSaved(search: Record<string, unknown>): { saved?: true } {
  return search['saved'] === true ? { saved: true } : {};
}

const parent = { getParentRoute: () => signedIn };
const pages = [
  createRoute({ ...parent, path: '/', component: Start }),
  createRoute({
    ...parent,
    path: '/availability',
    validateSearch: idParameters('provider', 'location'),
    component: Availability,
  }),
  createRoute({
    ...parent,
    path: '/availability/new',
    validateSearch: idParameters('provider'),
    component: NewSession,
  }),
  createRoute({
    ...parent,
    path: '/availability/$providerId/$sessionId',
    validateSearch: readWizardSearch,
    component: EditSession,
  }),
  createRoute({
    ...parent,
    path: '/availability/$providerId/$sessionId/end',
    validateSearch: readWizardSearch,
    component: EndSession,
  }),
  createRoute({ ...parent, path: '/closures', component: Closures }),
  createRoute({ ...parent, path: '/closures/new', validateSearch: readWizardSearch, component: NewClosure }),
  createRoute({ ...parent, path: '/leave', component: LeaveList }),
  createRoute({ ...parent, path: '/leave/new', validateSearch: readWizardSearch, component: PlanLeave }),
  createRoute({
    ...parent,
    path: '/leave/$id',
    validateSearch: justSaved,
    component: LeavePage,
  }),
  createRoute({ ...parent, path: '/changes', component: Changes }),
  createRoute({ ...parent, path: '/changes/$id', validateSearch: justSaved, component: ChangePage }),
  createRoute({ ...parent, path: '/worklist', component: Worklist }),
  createRoute({ ...parent, path: '/worklist/$leaveId/$appointmentId', component: Settle }),
  createRoute({ ...parent, path: '/waiting-list', component: WaitingList }),
  createRoute({
    ...parent,
    path: '/waiting-list/$entryId/contact',
    component: RecordContact,
  }),
  createRoute({ ...parent, path: '/waiting-list/$entryId/triage', component: ChangeUrgency }),
  createRoute({
    ...parent,
    path: '/decisions',
    validateSearch: idParameters('provider', 'kind'),
    component: Decisions,
  }),
  createRoute({ ...parent, path: '/policy', component: Policy }),
  createRoute({ ...parent, path: '/decisions/optimality', component: Optimality }),
  createRoute({ ...parent, path: '/decisions/$id/$version', component: Decision }),
] as const;

const tree = root.addChildren([open.addChildren([signIn]), signedIn.addChildren(pages)]);

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
