import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { AccountNotice as _healthbooker_appointment_v1_AccountNotice, AccountNotice__Output as _healthbooker_appointment_v1_AccountNotice__Output } from './healthbooker/appointment/v1/AccountNotice.ts';
import type { ConfirmIdentityRequestRequest as _healthbooker_appointment_v1_ConfirmIdentityRequestRequest, ConfirmIdentityRequestRequest__Output as _healthbooker_appointment_v1_ConfirmIdentityRequestRequest__Output } from './healthbooker/appointment/v1/ConfirmIdentityRequestRequest.ts';
import type { ConfirmIdentityRequestResponse as _healthbooker_appointment_v1_ConfirmIdentityRequestResponse, ConfirmIdentityRequestResponse__Output as _healthbooker_appointment_v1_ConfirmIdentityRequestResponse__Output } from './healthbooker/appointment/v1/ConfirmIdentityRequestResponse.ts';
import type { GetAccountNoticeRequest as _healthbooker_appointment_v1_GetAccountNoticeRequest, GetAccountNoticeRequest__Output as _healthbooker_appointment_v1_GetAccountNoticeRequest__Output } from './healthbooker/appointment/v1/GetAccountNoticeRequest.ts';
import type { GetAccountNoticeResponse as _healthbooker_appointment_v1_GetAccountNoticeResponse, GetAccountNoticeResponse__Output as _healthbooker_appointment_v1_GetAccountNoticeResponse__Output } from './healthbooker/appointment/v1/GetAccountNoticeResponse.ts';
import type { GetIdentityRequest as _healthbooker_appointment_v1_GetIdentityRequest, GetIdentityRequest__Output as _healthbooker_appointment_v1_GetIdentityRequest__Output } from './healthbooker/appointment/v1/GetIdentityRequest.ts';
import type { GetIdentityResponse as _healthbooker_appointment_v1_GetIdentityResponse, GetIdentityResponse__Output as _healthbooker_appointment_v1_GetIdentityResponse__Output } from './healthbooker/appointment/v1/GetIdentityResponse.ts';
import type { IdentityChange as _healthbooker_appointment_v1_IdentityChange, IdentityChange__Output as _healthbooker_appointment_v1_IdentityChange__Output } from './healthbooker/appointment/v1/IdentityChange.ts';
import type { IdentityDetails as _healthbooker_appointment_v1_IdentityDetails, IdentityDetails__Output as _healthbooker_appointment_v1_IdentityDetails__Output } from './healthbooker/appointment/v1/IdentityDetails.ts';
import type { IdentityRequest as _healthbooker_appointment_v1_IdentityRequest, IdentityRequest__Output as _healthbooker_appointment_v1_IdentityRequest__Output } from './healthbooker/appointment/v1/IdentityRequest.ts';
import type { IdentityServiceClient as _healthbooker_appointment_v1_IdentityServiceClient, IdentityServiceDefinition as _healthbooker_appointment_v1_IdentityServiceDefinition } from './healthbooker/appointment/v1/IdentityService.ts';
import type { RefuseIdentityRequestRequest as _healthbooker_appointment_v1_RefuseIdentityRequestRequest, RefuseIdentityRequestRequest__Output as _healthbooker_appointment_v1_RefuseIdentityRequestRequest__Output } from './healthbooker/appointment/v1/RefuseIdentityRequestRequest.ts';
import type { RefuseIdentityRequestResponse as _healthbooker_appointment_v1_RefuseIdentityRequestResponse, RefuseIdentityRequestResponse__Output as _healthbooker_appointment_v1_RefuseIdentityRequestResponse__Output } from './healthbooker/appointment/v1/RefuseIdentityRequestResponse.ts';
import type { RequestIdentityChangeRequest as _healthbooker_appointment_v1_RequestIdentityChangeRequest, RequestIdentityChangeRequest__Output as _healthbooker_appointment_v1_RequestIdentityChangeRequest__Output } from './healthbooker/appointment/v1/RequestIdentityChangeRequest.ts';
import type { RequestIdentityChangeResponse as _healthbooker_appointment_v1_RequestIdentityChangeResponse, RequestIdentityChangeResponse__Output as _healthbooker_appointment_v1_RequestIdentityChangeResponse__Output } from './healthbooker/appointment/v1/RequestIdentityChangeResponse.ts';
import type { SetPostcodeRequest as _healthbooker_appointment_v1_SetPostcodeRequest, SetPostcodeRequest__Output as _healthbooker_appointment_v1_SetPostcodeRequest__Output } from './healthbooker/appointment/v1/SetPostcodeRequest.ts';
import type { SetPostcodeResponse as _healthbooker_appointment_v1_SetPostcodeResponse, SetPostcodeResponse__Output as _healthbooker_appointment_v1_SetPostcodeResponse__Output } from './healthbooker/appointment/v1/SetPostcodeResponse.ts';
import type { TakeAccountNoticesRequest as _healthbooker_appointment_v1_TakeAccountNoticesRequest, TakeAccountNoticesRequest__Output as _healthbooker_appointment_v1_TakeAccountNoticesRequest__Output } from './healthbooker/appointment/v1/TakeAccountNoticesRequest.ts';
import type { TakeAccountNoticesResponse as _healthbooker_appointment_v1_TakeAccountNoticesResponse, TakeAccountNoticesResponse__Output as _healthbooker_appointment_v1_TakeAccountNoticesResponse__Output } from './healthbooker/appointment/v1/TakeAccountNoticesResponse.ts';
import type { WithdrawIdentityRequestRequest as _healthbooker_appointment_v1_WithdrawIdentityRequestRequest, WithdrawIdentityRequestRequest__Output as _healthbooker_appointment_v1_WithdrawIdentityRequestRequest__Output } from './healthbooker/appointment/v1/WithdrawIdentityRequestRequest.ts';
import type { WithdrawIdentityRequestResponse as _healthbooker_appointment_v1_WithdrawIdentityRequestResponse, WithdrawIdentityRequestResponse__Output as _healthbooker_appointment_v1_WithdrawIdentityRequestResponse__Output } from './healthbooker/appointment/v1/WithdrawIdentityRequestResponse.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  healthbooker: {
    appointment: {
      v1: {
        AccountNotice: MessageTypeDefinition<_healthbooker_appointment_v1_AccountNotice, _healthbooker_appointment_v1_AccountNotice__Output>
        AccountNoticeKind: EnumTypeDefinition
        ConfirmIdentityRequestRequest: MessageTypeDefinition<_healthbooker_appointment_v1_ConfirmIdentityRequestRequest, _healthbooker_appointment_v1_ConfirmIdentityRequestRequest__Output>
        ConfirmIdentityRequestResponse: MessageTypeDefinition<_healthbooker_appointment_v1_ConfirmIdentityRequestResponse, _healthbooker_appointment_v1_ConfirmIdentityRequestResponse__Output>
        GetAccountNoticeRequest: MessageTypeDefinition<_healthbooker_appointment_v1_GetAccountNoticeRequest, _healthbooker_appointment_v1_GetAccountNoticeRequest__Output>
        GetAccountNoticeResponse: MessageTypeDefinition<_healthbooker_appointment_v1_GetAccountNoticeResponse, _healthbooker_appointment_v1_GetAccountNoticeResponse__Output>
        GetIdentityRequest: MessageTypeDefinition<_healthbooker_appointment_v1_GetIdentityRequest, _healthbooker_appointment_v1_GetIdentityRequest__Output>
        GetIdentityResponse: MessageTypeDefinition<_healthbooker_appointment_v1_GetIdentityResponse, _healthbooker_appointment_v1_GetIdentityResponse__Output>
        IdentityChange: MessageTypeDefinition<_healthbooker_appointment_v1_IdentityChange, _healthbooker_appointment_v1_IdentityChange__Output>
        IdentityDetails: MessageTypeDefinition<_healthbooker_appointment_v1_IdentityDetails, _healthbooker_appointment_v1_IdentityDetails__Output>
        IdentityRequest: MessageTypeDefinition<_healthbooker_appointment_v1_IdentityRequest, _healthbooker_appointment_v1_IdentityRequest__Output>
        IdentityService: SubtypeConstructor<typeof grpc.Client, _healthbooker_appointment_v1_IdentityServiceClient> & { service: _healthbooker_appointment_v1_IdentityServiceDefinition }
        RefuseIdentityRequestRequest: MessageTypeDefinition<_healthbooker_appointment_v1_RefuseIdentityRequestRequest, _healthbooker_appointment_v1_RefuseIdentityRequestRequest__Output>
        RefuseIdentityRequestResponse: MessageTypeDefinition<_healthbooker_appointment_v1_RefuseIdentityRequestResponse, _healthbooker_appointment_v1_RefuseIdentityRequestResponse__Output>
        RequestIdentityChangeRequest: MessageTypeDefinition<_healthbooker_appointment_v1_RequestIdentityChangeRequest, _healthbooker_appointment_v1_RequestIdentityChangeRequest__Output>
        RequestIdentityChangeResponse: MessageTypeDefinition<_healthbooker_appointment_v1_RequestIdentityChangeResponse, _healthbooker_appointment_v1_RequestIdentityChangeResponse__Output>
        SetPostcodeRequest: MessageTypeDefinition<_healthbooker_appointment_v1_SetPostcodeRequest, _healthbooker_appointment_v1_SetPostcodeRequest__Output>
        SetPostcodeResponse: MessageTypeDefinition<_healthbooker_appointment_v1_SetPostcodeResponse, _healthbooker_appointment_v1_SetPostcodeResponse__Output>
        TakeAccountNoticesRequest: MessageTypeDefinition<_healthbooker_appointment_v1_TakeAccountNoticesRequest, _healthbooker_appointment_v1_TakeAccountNoticesRequest__Output>
        TakeAccountNoticesResponse: MessageTypeDefinition<_healthbooker_appointment_v1_TakeAccountNoticesResponse, _healthbooker_appointment_v1_TakeAccountNoticesResponse__Output>
        WithdrawIdentityRequestRequest: MessageTypeDefinition<_healthbooker_appointment_v1_WithdrawIdentityRequestRequest, _healthbooker_appointment_v1_WithdrawIdentityRequestRequest__Output>
        WithdrawIdentityRequestResponse: MessageTypeDefinition<_healthbooker_appointment_v1_WithdrawIdentityRequestResponse, _healthbooker_appointment_v1_WithdrawIdentityRequestResponse__Output>
      }
    }
  }
}

