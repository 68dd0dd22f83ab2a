import { ehr } from './samples/ehr.ts';
import { notification } from './samples/notification.ts';
import { runtime } from './samples/runtime.ts';
import { scheduler } from './samples/scheduler.ts';
import type { Samples } from './samples/types.ts';

/** What every statement is tried with, by the folder of services/ that makes it. */
export const samplesOf: Readonly<Record<string, Samples>> = { scheduler, ehr, notification, runtime };
