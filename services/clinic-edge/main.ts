import { runMain } from '@healthbooker/runtime/lifecycle';
import { createLogger } from '@healthbooker/runtime/log';
import { create } from './app.ts';
import { clinicEdgeConfig } from './config.ts';

const config = clinicEdgeConfig();
const log = createLogger('clinic-edge', config.LOG_LEVEL);
await runMain({ log, create: () => create(config, { log }) });
