/** Writes openapi.generated.json from the routes; `--check` only compares. */
import { fileURLToPath } from 'node:url';
import { runOpenApiMain } from '@healthbooker/runtime/edge-document';
import { describeEdge } from './app.ts';
import { patientEdgeConfig } from './config.ts';

/** The document depends on none of these; a configuration has to have them. */
const config = patientEdgeConfig({
  HTTP_PORT: '0',
  ENVIRONMENT: 'local',
  REDIS_URL: 'redis://localhost',
  COGNITO_USER_POOL_ID: 'region_pool',
  COGNITO_PATIENTS_CLIENT_ID: 'patients',
  COGNITO_CLINIC_CLIENT_ID: 'clinic',
  WORKLOAD_TOKEN_DIR: '/',
  APPOINTMENT_ADDRESS: 'localhost:0',
  SCHEDULER_ADDRESS: 'localhost:0',
  EHR_ADDRESS: 'localhost:0',
  NOTIFICATION_ADDRESS: 'localhost:0',
});
runOpenApiMain(describeEdge(config), fileURLToPath(new URL('./openapi.generated.json', import.meta.url)));
