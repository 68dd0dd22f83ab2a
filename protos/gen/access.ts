import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { AccessRow as _healthbooker_scheduler_v1_AccessRow, AccessRow__Output as _healthbooker_scheduler_v1_AccessRow__Output } from './healthbooker/scheduler/v1/AccessRow.ts';
import type { AccessServiceClient as _healthbooker_scheduler_v1_AccessServiceClient, AccessServiceDefinition as _healthbooker_scheduler_v1_AccessServiceDefinition } from './healthbooker/scheduler/v1/AccessService.ts';
import type { ListAccessRequest as _healthbooker_scheduler_v1_ListAccessRequest, ListAccessRequest__Output as _healthbooker_scheduler_v1_ListAccessRequest__Output } from './healthbooker/scheduler/v1/ListAccessRequest.ts';
import type { ListAccessResponse as _healthbooker_scheduler_v1_ListAccessResponse, ListAccessResponse__Output as _healthbooker_scheduler_v1_ListAccessResponse__Output } from './healthbooker/scheduler/v1/ListAccessResponse.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  healthbooker: {
    scheduler: {
      v1: {
        AccessRow: MessageTypeDefinition<_healthbooker_scheduler_v1_AccessRow, _healthbooker_scheduler_v1_AccessRow__Output>
        AccessService: SubtypeConstructor<typeof grpc.Client, _healthbooker_scheduler_v1_AccessServiceClient> & { service: _healthbooker_scheduler_v1_AccessServiceDefinition }
        ListAccessRequest: MessageTypeDefinition<_healthbooker_scheduler_v1_ListAccessRequest, _healthbooker_scheduler_v1_ListAccessRequest__Output>
        ListAccessResponse: MessageTypeDefinition<_healthbooker_scheduler_v1_ListAccessResponse, _healthbooker_scheduler_v1_ListAccessResponse__Output>
      }
    }
  }
}

