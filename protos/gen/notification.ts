import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { GetCalendarRequest as _healthbooker_notification_v1_GetCalendarRequest, GetCalendarRequest__Output as _healthbooker_notification_v1_GetCalendarRequest__Output } from './healthbooker/notification/v1/GetCalendarRequest.ts';
import type { GetCalendarResponse as _healthbooker_notification_v1_GetCalendarResponse, GetCalendarResponse__Output as _healthbooker_notification_v1_GetCalendarResponse__Output } from './healthbooker/notification/v1/GetCalendarResponse.ts';
import type { ListMessagesRequest as _healthbooker_notification_v1_ListMessagesRequest, ListMessagesRequest__Output as _healthbooker_notification_v1_ListMessagesRequest__Output } from './healthbooker/notification/v1/ListMessagesRequest.ts';
import type { ListMessagesResponse as _healthbooker_notification_v1_ListMessagesResponse, ListMessagesResponse__Output as _healthbooker_notification_v1_ListMessagesResponse__Output } from './healthbooker/notification/v1/ListMessagesResponse.ts';
import type { Message as _healthbooker_notification_v1_Message, Message__Output as _healthbooker_notification_v1_Message__Output } from './healthbooker/notification/v1/Message.ts';
import type { NotificationServiceClient as _healthbooker_notification_v1_NotificationServiceClient, NotificationServiceDefinition as _healthbooker_notification_v1_NotificationServiceDefinition } from './healthbooker/notification/v1/NotificationService.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  healthbooker: {
    notification: {
      v1: {
        GetCalendarRequest: MessageTypeDefinition<_healthbooker_notification_v1_GetCalendarRequest, _healthbooker_notification_v1_GetCalendarRequest__Output>
        GetCalendarResponse: MessageTypeDefinition<_healthbooker_notification_v1_GetCalendarResponse, _healthbooker_notification_v1_GetCalendarResponse__Output>
        ListMessagesRequest: MessageTypeDefinition<_healthbooker_notification_v1_ListMessagesRequest, _healthbooker_notification_v1_ListMessagesRequest__Output>
        ListMessagesResponse: MessageTypeDefinition<_healthbooker_notification_v1_ListMessagesResponse, _healthbooker_notification_v1_ListMessagesResponse__Output>
        Message: MessageTypeDefinition<_healthbooker_notification_v1_Message, _healthbooker_notification_v1_Message__Output>
        NotificationService: SubtypeConstructor<typeof grpc.Client, _healthbooker_notification_v1_NotificationServiceClient> & { service: _healthbooker_notification_v1_NotificationServiceDefinition }
      }
    }
  }
}

