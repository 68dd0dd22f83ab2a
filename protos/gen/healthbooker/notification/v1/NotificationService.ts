// Original file: healthbooker/notification/v1/notification.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { GetCalendarRequest as _healthbooker_notification_v1_GetCalendarRequest, GetCalendarRequest__Output as _healthbooker_notification_v1_GetCalendarRequest__Output } from '../../../healthbooker/notification/v1/GetCalendarRequest.ts';
import type { GetCalendarResponse as _healthbooker_notification_v1_GetCalendarResponse, GetCalendarResponse__Output as _healthbooker_notification_v1_GetCalendarResponse__Output } from '../../../healthbooker/notification/v1/GetCalendarResponse.ts';
import type { ListMessagesRequest as _healthbooker_notification_v1_ListMessagesRequest, ListMessagesRequest__Output as _healthbooker_notification_v1_ListMessagesRequest__Output } from '../../../healthbooker/notification/v1/ListMessagesRequest.ts';
import type { ListMessagesResponse as _healthbooker_notification_v1_ListMessagesResponse, ListMessagesResponse__Output as _healthbooker_notification_v1_ListMessagesResponse__Output } from '../../../healthbooker/notification/v1/ListMessagesResponse.ts';

export interface NotificationServiceClient extends grpc.Client {
  GetCalendar(argument: _healthbooker_notification_v1_GetCalendarRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_notification_v1_GetCalendarResponse__Output>): grpc.ClientUnaryCall;
  GetCalendar(argument: _healthbooker_notification_v1_GetCalendarRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_notification_v1_GetCalendarResponse__Output>): grpc.ClientUnaryCall;
  GetCalendar(argument: _healthbooker_notification_v1_GetCalendarRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_notification_v1_GetCalendarResponse__Output>): grpc.ClientUnaryCall;
  GetCalendar(argument: _healthbooker_notification_v1_GetCalendarRequest, callback: grpc.requestCallback<_healthbooker_notification_v1_GetCalendarResponse__Output>): grpc.ClientUnaryCall;
  getCalendar(argument: _healthbooker_notification_v1_GetCalendarRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_notification_v1_GetCalendarResponse__Output>): grpc.ClientUnaryCall;
  getCalendar(argument: _healthbooker_notification_v1_GetCalendarRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_notification_v1_GetCalendarResponse__Output>): grpc.ClientUnaryCall;
  getCalendar(argument: _healthbooker_notification_v1_GetCalendarRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_notification_v1_GetCalendarResponse__Output>): grpc.ClientUnaryCall;
  getCalendar(argument: _healthbooker_notification_v1_GetCalendarRequest, callback: grpc.requestCallback<_healthbooker_notification_v1_GetCalendarResponse__Output>): grpc.ClientUnaryCall;
  
  ListMessages(argument: _healthbooker_notification_v1_ListMessagesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_notification_v1_ListMessagesResponse__Output>): grpc.ClientUnaryCall;
  ListMessages(argument: _healthbooker_notification_v1_ListMessagesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_notification_v1_ListMessagesResponse__Output>): grpc.ClientUnaryCall;
  ListMessages(argument: _healthbooker_notification_v1_ListMessagesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_notification_v1_ListMessagesResponse__Output>): grpc.ClientUnaryCall;
  ListMessages(argument: _healthbooker_notification_v1_ListMessagesRequest, callback: grpc.requestCallback<_healthbooker_notification_v1_ListMessagesResponse__Output>): grpc.ClientUnaryCall;
  listMessages(argument: _healthbooker_notification_v1_ListMessagesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_notification_v1_ListMessagesResponse__Output>): grpc.ClientUnaryCall;
  listMessages(argument: _healthbooker_notification_v1_ListMessagesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_notification_v1_ListMessagesResponse__Output>): grpc.ClientUnaryCall;
  listMessages(argument: _healthbooker_notification_v1_ListMessagesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_notification_v1_ListMessagesResponse__Output>): grpc.ClientUnaryCall;
  listMessages(argument: _healthbooker_notification_v1_ListMessagesRequest, callback: grpc.requestCallback<_healthbooker_notification_v1_ListMessagesResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface NotificationServiceHandlers extends grpc.UntypedServiceImplementation {
  GetCalendar: grpc.handleUnaryCall<_healthbooker_notification_v1_GetCalendarRequest__Output, _healthbooker_notification_v1_GetCalendarResponse>;
  
  ListMessages: grpc.handleUnaryCall<_healthbooker_notification_v1_ListMessagesRequest__Output, _healthbooker_notification_v1_ListMessagesResponse>;
  
}

export interface NotificationServiceDefinition extends grpc.ServiceDefinition {
  GetCalendar: MethodDefinition<_healthbooker_notification_v1_GetCalendarRequest, _healthbooker_notification_v1_GetCalendarResponse, _healthbooker_notification_v1_GetCalendarRequest__Output, _healthbooker_notification_v1_GetCalendarResponse__Output>
  ListMessages: MethodDefinition<_healthbooker_notification_v1_ListMessagesRequest, _healthbooker_notification_v1_ListMessagesResponse, _healthbooker_notification_v1_ListMessagesRequest__Output, _healthbooker_notification_v1_ListMessagesResponse__Output>
}
