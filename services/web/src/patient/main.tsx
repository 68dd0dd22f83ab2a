import { startPortal } from '../shared/start.tsx';
import '../shared/styles/base.css';
import '../shared/styles/controls.css';
import '../shared/styles/messages.css';
import '../shared/styles/layout.css';
import './patient.css';
import { createPatientRouter } from './routes.tsx';

void startPortal({
  session: 'patient',
  configUrl: '/v1/config',
  // Patients stay signed in on their own device until they sign out.
  storage: window.localStorage,
  createRouter: createPatientRouter,
});
