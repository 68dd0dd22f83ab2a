import { runMain } from '@healthbooker/runtime/lifecycle';
import { createLogger } from '@healthbooker/runtime/log';
import { notificationConfig } from './config.ts';
import { create } from './service.ts';

const config = notificationConfig();
const log = createLogger('notification', config.LOG_LEVEL);
await runMain({ log, create: () => create(config, { log }) });
