import type { PolicyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/PolicyService';
import { type ServedService, serve } from '@healthbooker/runtime/grpc-server';
import type { Parts } from '../parts.ts';
import { changePolicy } from './change-policy.ts';
import { getPolicy } from './get-policy.ts';

/** The service for the numbers that the hospital decides. */
export function policyService(parts: Parts): ServedService {
  return serve<PolicyServiceDefinition>('healthbooker.scheduler.v1.PolicyService', {
    GetPolicy: getPolicy(parts),
    ChangePolicy: changePolicy(parts),
  });
}
