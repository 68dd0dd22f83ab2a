import { runMain } from '@healthbooker/runtime/lifecycle';
import { createLogger } from '@healthbooker/runtime/log';
import { create } from './app.ts';
import { patientEdgeConfig } from './config.ts';

const config = patientEdgeConfig();
const log = createLogger('patient-edge', config.LOG_LEVEL);
await runMain({ log, create: () => create(config, { log }) });
