import { armFaultPoint } from '@healthbooker/runtime/fault-point';
import { runMain } from '@healthbooker/runtime/lifecycle';
import { createLogger } from '@healthbooker/runtime/log';
import { schedulerConfig } from './config.ts';
import { create } from './service.ts';

const config = schedulerConfig();
const log = createLogger('scheduler', config.LOG_LEVEL);
if (config.FAULT_POINT !== undefined) armFaultPoint(config.FAULT_POINT);
await runMain({ log, create: () => create(config, { log }) });
