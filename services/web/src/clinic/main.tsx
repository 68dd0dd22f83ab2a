import { startPortal } from '../shared/start.tsx';
import '../shared/styles/base.css';
import '../shared/styles/controls.css';
import '../shared/styles/messages.css';
import '../shared/styles/layout.css';
import '../shared/styles/staff.css';
import './clinic.css';
import './week/week.css';
import { createClinicRouter } from './routes.tsx';

void startPortal({
  session: 'clinic',
  configUrl: '/clinic/v1/config',
  // Workstations are shared: closing the tab signs out.
  storage: window.sessionStorage,
  createRouter: createClinicRouter,
});
