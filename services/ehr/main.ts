import { runMain } from '@healthbooker/runtime/lifecycle';
import { createLogger } from '@healthbooker/runtime/log';
import { ehrConfig } from './config.ts';
import { create } from './service.ts';

const config = ehrConfig();
const log = createLogger('ehr', config.LOG_LEVEL);
await runMain({ log, create: () => create(config, { log }) });
