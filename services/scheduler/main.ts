import { runMain } from '@healthbooker/runtime/lifecycle';
import { createLogger } from '@healthbooker/runtime/log';
import { schedulerConfig } from './config.ts';
import { create } from './service.ts';

const config = schedulerConfig();
const log = createLogger('scheduler', config.LOG_LEVEL);
await runMain({ log, create: () => create(config, { log }) });
