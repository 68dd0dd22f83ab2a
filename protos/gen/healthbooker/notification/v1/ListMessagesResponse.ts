// Original file: healthbooker/notification/v1/notification.proto

import type { Message as _healthbooker_notification_v1_Message, Message__Output as _healthbooker_notification_v1_Message__Output } from '../../../healthbooker/notification/v1/Message.ts';

export interface ListMessagesResponse {
  'messages'?: (_healthbooker_notification_v1_Message)[];
  'nextPageToken'?: (string);
}

export interface ListMessagesResponse__Output {
  'messages': (_healthbooker_notification_v1_Message__Output)[];
  'nextPageToken': (string);
}
