import { startPortal } from '../shared/start.tsx';
import '../shared/styles/base.css';
import '../shared/styles/controls.css';
import '../shared/styles/messages.css';
import '../shared/styles/layout.css';
import '../shared/styles/staff.css';
import './admin.css';
import { createAdminRouter } from './routes.tsx';

void startPortal({
  // Staff sign in once for the clinic's portal and this one.
  session: 'clinic',
  configUrl: '/clinic/v1/config',
  storage: window.sessionStorage,
  createRouter: createAdminRouter,
});
