import { runMain } from '@healthbooker/runtime/lifecycle';
import { createLogger } from '@healthbooker/runtime/log';
import { appointmentConfig } from './config.ts';
import { create } from './service.ts';

const config = appointmentConfig();
const log = createLogger('appointment', config.LOG_LEVEL);

await runMain({ log, create: () => create(config, { log }) });
