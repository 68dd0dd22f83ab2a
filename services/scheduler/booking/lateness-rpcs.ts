import type { LatenessServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LatenessService';
import { type ServedService, serve } from '@healthbooker/runtime/grpc-server';
import type { Parts } from '../parts.ts';
import { reportLateness } from './report-lateness.ts';
import { setProviderDelay } from './set-provider-delay.ts';

/** The service about visits and clinicians that run late. */
export function latenessService(parts: Parts): ServedService {
  return serve<LatenessServiceDefinition>('healthbooker.scheduler.v1.LatenessService', {
    ReportLateness: reportLateness(parts),
    SetProviderDelay: setProviderDelay(parts),
  });
}
