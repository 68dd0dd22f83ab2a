import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { ChangePolicyRequest as _healthbooker_scheduler_v1_ChangePolicyRequest, ChangePolicyRequest__Output as _healthbooker_scheduler_v1_ChangePolicyRequest__Output } from './healthbooker/scheduler/v1/ChangePolicyRequest.ts';
import type { ChangePolicyResponse as _healthbooker_scheduler_v1_ChangePolicyResponse, ChangePolicyResponse__Output as _healthbooker_scheduler_v1_ChangePolicyResponse__Output } from './healthbooker/scheduler/v1/ChangePolicyResponse.ts';
import type { GetPolicyRequest as _healthbooker_scheduler_v1_GetPolicyRequest, GetPolicyRequest__Output as _healthbooker_scheduler_v1_GetPolicyRequest__Output } from './healthbooker/scheduler/v1/GetPolicyRequest.ts';
import type { GetPolicyResponse as _healthbooker_scheduler_v1_GetPolicyResponse, GetPolicyResponse__Output as _healthbooker_scheduler_v1_GetPolicyResponse__Output } from './healthbooker/scheduler/v1/GetPolicyResponse.ts';
import type { Policy as _healthbooker_scheduler_v1_Policy, Policy__Output as _healthbooker_scheduler_v1_Policy__Output } from './healthbooker/scheduler/v1/Policy.ts';
import type { PolicyChange as _healthbooker_scheduler_v1_PolicyChange, PolicyChange__Output as _healthbooker_scheduler_v1_PolicyChange__Output } from './healthbooker/scheduler/v1/PolicyChange.ts';
import type { PolicyDifference as _healthbooker_scheduler_v1_PolicyDifference, PolicyDifference__Output as _healthbooker_scheduler_v1_PolicyDifference__Output } from './healthbooker/scheduler/v1/PolicyDifference.ts';
import type { PolicyServiceClient as _healthbooker_scheduler_v1_PolicyServiceClient, PolicyServiceDefinition as _healthbooker_scheduler_v1_PolicyServiceDefinition } from './healthbooker/scheduler/v1/PolicyService.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  healthbooker: {
    scheduler: {
      v1: {
        ChangePolicyRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ChangePolicyRequest, _healthbooker_scheduler_v1_ChangePolicyRequest__Output>
        ChangePolicyResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ChangePolicyResponse, _healthbooker_scheduler_v1_ChangePolicyResponse__Output>
        GetPolicyRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_GetPolicyRequest, _healthbooker_scheduler_v1_GetPolicyRequest__Output>
        GetPolicyResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_GetPolicyResponse, _healthbooker_scheduler_v1_GetPolicyResponse__Output>
        Policy: MessageTypeDefinition<_healthbooker_scheduler_v1_Policy, _healthbooker_scheduler_v1_Policy__Output>
        PolicyChange: MessageTypeDefinition<_healthbooker_scheduler_v1_PolicyChange, _healthbooker_scheduler_v1_PolicyChange__Output>
        PolicyDifference: MessageTypeDefinition<_healthbooker_scheduler_v1_PolicyDifference, _healthbooker_scheduler_v1_PolicyDifference__Output>
        PolicyService: SubtypeConstructor<typeof grpc.Client, _healthbooker_scheduler_v1_PolicyServiceClient> & { service: _healthbooker_scheduler_v1_PolicyServiceDefinition }
      }
    }
  }
}

