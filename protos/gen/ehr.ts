import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { AccessEvent as _healthbooker_ehr_v1_AccessEvent, AccessEvent__Output as _healthbooker_ehr_v1_AccessEvent__Output } from './healthbooker/ehr/v1/AccessEvent.ts';
import type { AddEntryRequest as _healthbooker_ehr_v1_AddEntryRequest, AddEntryRequest__Output as _healthbooker_ehr_v1_AddEntryRequest__Output } from './healthbooker/ehr/v1/AddEntryRequest.ts';
import type { AddEntryResponse as _healthbooker_ehr_v1_AddEntryResponse, AddEntryResponse__Output as _healthbooker_ehr_v1_AddEntryResponse__Output } from './healthbooker/ehr/v1/AddEntryResponse.ts';
import type { Allergy as _healthbooker_ehr_v1_Allergy, Allergy__Output as _healthbooker_ehr_v1_Allergy__Output } from './healthbooker/ehr/v1/Allergy.ts';
import type { AmendEntryRequest as _healthbooker_ehr_v1_AmendEntryRequest, AmendEntryRequest__Output as _healthbooker_ehr_v1_AmendEntryRequest__Output } from './healthbooker/ehr/v1/AmendEntryRequest.ts';
import type { AmendEntryResponse as _healthbooker_ehr_v1_AmendEntryResponse, AmendEntryResponse__Output as _healthbooker_ehr_v1_AmendEntryResponse__Output } from './healthbooker/ehr/v1/AmendEntryResponse.ts';
import type { AnswerCorrectionRequest as _healthbooker_ehr_v1_AnswerCorrectionRequest, AnswerCorrectionRequest__Output as _healthbooker_ehr_v1_AnswerCorrectionRequest__Output } from './healthbooker/ehr/v1/AnswerCorrectionRequest.ts';
import type { AnswerCorrectionResponse as _healthbooker_ehr_v1_AnswerCorrectionResponse, AnswerCorrectionResponse__Output as _healthbooker_ehr_v1_AnswerCorrectionResponse__Output } from './healthbooker/ehr/v1/AnswerCorrectionResponse.ts';
import type { Coding as _healthbooker_ehr_v1_Coding, Coding__Output as _healthbooker_ehr_v1_Coding__Output } from './healthbooker/ehr/v1/Coding.ts';
import type { Condition as _healthbooker_ehr_v1_Condition, Condition__Output as _healthbooker_ehr_v1_Condition__Output } from './healthbooker/ehr/v1/Condition.ts';
import type { Confirmation as _healthbooker_ehr_v1_Confirmation, Confirmation__Output as _healthbooker_ehr_v1_Confirmation__Output } from './healthbooker/ehr/v1/Confirmation.ts';
import type { CorrectionRequest as _healthbooker_ehr_v1_CorrectionRequest, CorrectionRequest__Output as _healthbooker_ehr_v1_CorrectionRequest__Output } from './healthbooker/ehr/v1/CorrectionRequest.ts';
import type { DiscardDraftRequest as _healthbooker_ehr_v1_DiscardDraftRequest, DiscardDraftRequest__Output as _healthbooker_ehr_v1_DiscardDraftRequest__Output } from './healthbooker/ehr/v1/DiscardDraftRequest.ts';
import type { DiscardDraftResponse as _healthbooker_ehr_v1_DiscardDraftResponse, DiscardDraftResponse__Output as _healthbooker_ehr_v1_DiscardDraftResponse__Output } from './healthbooker/ehr/v1/DiscardDraftResponse.ts';
import type { Draft as _healthbooker_ehr_v1_Draft, Draft__Output as _healthbooker_ehr_v1_Draft__Output } from './healthbooker/ehr/v1/Draft.ts';
import type { DraftField as _healthbooker_ehr_v1_DraftField, DraftField__Output as _healthbooker_ehr_v1_DraftField__Output } from './healthbooker/ehr/v1/DraftField.ts';
import type { DraftSummary as _healthbooker_ehr_v1_DraftSummary, DraftSummary__Output as _healthbooker_ehr_v1_DraftSummary__Output } from './healthbooker/ehr/v1/DraftSummary.ts';
import type { EhrServiceClient as _healthbooker_ehr_v1_EhrServiceClient, EhrServiceDefinition as _healthbooker_ehr_v1_EhrServiceDefinition } from './healthbooker/ehr/v1/EhrService.ts';
import type { EncounterNote as _healthbooker_ehr_v1_EncounterNote, EncounterNote__Output as _healthbooker_ehr_v1_EncounterNote__Output } from './healthbooker/ehr/v1/EncounterNote.ts';
import type { Entry as _healthbooker_ehr_v1_Entry, Entry__Output as _healthbooker_ehr_v1_Entry__Output } from './healthbooker/ehr/v1/Entry.ts';
import type { EntryBody as _healthbooker_ehr_v1_EntryBody, EntryBody__Output as _healthbooker_ehr_v1_EntryBody__Output } from './healthbooker/ehr/v1/EntryBody.ts';
import type { EntryChecks as _healthbooker_ehr_v1_EntryChecks, EntryChecks__Output as _healthbooker_ehr_v1_EntryChecks__Output } from './healthbooker/ehr/v1/EntryChecks.ts';
import type { EntryHeadline as _healthbooker_ehr_v1_EntryHeadline, EntryHeadline__Output as _healthbooker_ehr_v1_EntryHeadline__Output } from './healthbooker/ehr/v1/EntryHeadline.ts';
import type { GetChartRequest as _healthbooker_ehr_v1_GetChartRequest, GetChartRequest__Output as _healthbooker_ehr_v1_GetChartRequest__Output } from './healthbooker/ehr/v1/GetChartRequest.ts';
import type { GetChartResponse as _healthbooker_ehr_v1_GetChartResponse, GetChartResponse__Output as _healthbooker_ehr_v1_GetChartResponse__Output } from './healthbooker/ehr/v1/GetChartResponse.ts';
import type { GetDraftRequest as _healthbooker_ehr_v1_GetDraftRequest, GetDraftRequest__Output as _healthbooker_ehr_v1_GetDraftRequest__Output } from './healthbooker/ehr/v1/GetDraftRequest.ts';
import type { GetDraftResponse as _healthbooker_ehr_v1_GetDraftResponse, GetDraftResponse__Output as _healthbooker_ehr_v1_GetDraftResponse__Output } from './healthbooker/ehr/v1/GetDraftResponse.ts';
import type { GetEntryHistoryRequest as _healthbooker_ehr_v1_GetEntryHistoryRequest, GetEntryHistoryRequest__Output as _healthbooker_ehr_v1_GetEntryHistoryRequest__Output } from './healthbooker/ehr/v1/GetEntryHistoryRequest.ts';
import type { GetEntryHistoryResponse as _healthbooker_ehr_v1_GetEntryHistoryResponse, GetEntryHistoryResponse__Output as _healthbooker_ehr_v1_GetEntryHistoryResponse__Output } from './healthbooker/ehr/v1/GetEntryHistoryResponse.ts';
import type { ListAccessRequest as _healthbooker_ehr_v1_ListAccessRequest, ListAccessRequest__Output as _healthbooker_ehr_v1_ListAccessRequest__Output } from './healthbooker/ehr/v1/ListAccessRequest.ts';
import type { ListAccessResponse as _healthbooker_ehr_v1_ListAccessResponse, ListAccessResponse__Output as _healthbooker_ehr_v1_ListAccessResponse__Output } from './healthbooker/ehr/v1/ListAccessResponse.ts';
import type { Medication as _healthbooker_ehr_v1_Medication, Medication__Output as _healthbooker_ehr_v1_Medication__Output } from './healthbooker/ehr/v1/Medication.ts';
import type { MedicineFinding as _healthbooker_ehr_v1_MedicineFinding, MedicineFinding__Output as _healthbooker_ehr_v1_MedicineFinding__Output } from './healthbooker/ehr/v1/MedicineFinding.ts';
import type { Observation as _healthbooker_ehr_v1_Observation, Observation__Output as _healthbooker_ehr_v1_Observation__Output } from './healthbooker/ehr/v1/Observation.ts';
import type { ObservationComponent as _healthbooker_ehr_v1_ObservationComponent, ObservationComponent__Output as _healthbooker_ehr_v1_ObservationComponent__Output } from './healthbooker/ehr/v1/ObservationComponent.ts';
import type { RequestCorrectionRequest as _healthbooker_ehr_v1_RequestCorrectionRequest, RequestCorrectionRequest__Output as _healthbooker_ehr_v1_RequestCorrectionRequest__Output } from './healthbooker/ehr/v1/RequestCorrectionRequest.ts';
import type { RequestCorrectionResponse as _healthbooker_ehr_v1_RequestCorrectionResponse, RequestCorrectionResponse__Output as _healthbooker_ehr_v1_RequestCorrectionResponse__Output } from './healthbooker/ehr/v1/RequestCorrectionResponse.ts';
import type { SaveDraftRequest as _healthbooker_ehr_v1_SaveDraftRequest, SaveDraftRequest__Output as _healthbooker_ehr_v1_SaveDraftRequest__Output } from './healthbooker/ehr/v1/SaveDraftRequest.ts';
import type { SaveDraftResponse as _healthbooker_ehr_v1_SaveDraftResponse, SaveDraftResponse__Output as _healthbooker_ehr_v1_SaveDraftResponse__Output } from './healthbooker/ehr/v1/SaveDraftResponse.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  healthbooker: {
    ehr: {
      v1: {
        AccessEvent: MessageTypeDefinition<_healthbooker_ehr_v1_AccessEvent, _healthbooker_ehr_v1_AccessEvent__Output>
        AddEntryRequest: MessageTypeDefinition<_healthbooker_ehr_v1_AddEntryRequest, _healthbooker_ehr_v1_AddEntryRequest__Output>
        AddEntryResponse: MessageTypeDefinition<_healthbooker_ehr_v1_AddEntryResponse, _healthbooker_ehr_v1_AddEntryResponse__Output>
        Allergy: MessageTypeDefinition<_healthbooker_ehr_v1_Allergy, _healthbooker_ehr_v1_Allergy__Output>
        AmendEntryRequest: MessageTypeDefinition<_healthbooker_ehr_v1_AmendEntryRequest, _healthbooker_ehr_v1_AmendEntryRequest__Output>
        AmendEntryResponse: MessageTypeDefinition<_healthbooker_ehr_v1_AmendEntryResponse, _healthbooker_ehr_v1_AmendEntryResponse__Output>
        AnswerCorrectionRequest: MessageTypeDefinition<_healthbooker_ehr_v1_AnswerCorrectionRequest, _healthbooker_ehr_v1_AnswerCorrectionRequest__Output>
        AnswerCorrectionResponse: MessageTypeDefinition<_healthbooker_ehr_v1_AnswerCorrectionResponse, _healthbooker_ehr_v1_AnswerCorrectionResponse__Output>
        Coding: MessageTypeDefinition<_healthbooker_ehr_v1_Coding, _healthbooker_ehr_v1_Coding__Output>
        Condition: MessageTypeDefinition<_healthbooker_ehr_v1_Condition, _healthbooker_ehr_v1_Condition__Output>
        Confirmation: MessageTypeDefinition<_healthbooker_ehr_v1_Confirmation, _healthbooker_ehr_v1_Confirmation__Output>
        CorrectionRequest: MessageTypeDefinition<_healthbooker_ehr_v1_CorrectionRequest, _healthbooker_ehr_v1_CorrectionRequest__Output>
        DiscardDraftRequest: MessageTypeDefinition<_healthbooker_ehr_v1_DiscardDraftRequest, _healthbooker_ehr_v1_DiscardDraftRequest__Output>
        DiscardDraftResponse: MessageTypeDefinition<_healthbooker_ehr_v1_DiscardDraftResponse, _healthbooker_ehr_v1_DiscardDraftResponse__Output>
        Draft: MessageTypeDefinition<_healthbooker_ehr_v1_Draft, _healthbooker_ehr_v1_Draft__Output>
        DraftField: MessageTypeDefinition<_healthbooker_ehr_v1_DraftField, _healthbooker_ehr_v1_DraftField__Output>
        DraftSummary: MessageTypeDefinition<_healthbooker_ehr_v1_DraftSummary, _healthbooker_ehr_v1_DraftSummary__Output>
        EhrService: SubtypeConstructor<typeof grpc.Client, _healthbooker_ehr_v1_EhrServiceClient> & { service: _healthbooker_ehr_v1_EhrServiceDefinition }
        EncounterNote: MessageTypeDefinition<_healthbooker_ehr_v1_EncounterNote, _healthbooker_ehr_v1_EncounterNote__Output>
        Entry: MessageTypeDefinition<_healthbooker_ehr_v1_Entry, _healthbooker_ehr_v1_Entry__Output>
        EntryBody: MessageTypeDefinition<_healthbooker_ehr_v1_EntryBody, _healthbooker_ehr_v1_EntryBody__Output>
        EntryChecks: MessageTypeDefinition<_healthbooker_ehr_v1_EntryChecks, _healthbooker_ehr_v1_EntryChecks__Output>
        EntryHeadline: MessageTypeDefinition<_healthbooker_ehr_v1_EntryHeadline, _healthbooker_ehr_v1_EntryHeadline__Output>
        EntryKind: EnumTypeDefinition
        GetChartRequest: MessageTypeDefinition<_healthbooker_ehr_v1_GetChartRequest, _healthbooker_ehr_v1_GetChartRequest__Output>
        GetChartResponse: MessageTypeDefinition<_healthbooker_ehr_v1_GetChartResponse, _healthbooker_ehr_v1_GetChartResponse__Output>
        GetDraftRequest: MessageTypeDefinition<_healthbooker_ehr_v1_GetDraftRequest, _healthbooker_ehr_v1_GetDraftRequest__Output>
        GetDraftResponse: MessageTypeDefinition<_healthbooker_ehr_v1_GetDraftResponse, _healthbooker_ehr_v1_GetDraftResponse__Output>
        GetEntryHistoryRequest: MessageTypeDefinition<_healthbooker_ehr_v1_GetEntryHistoryRequest, _healthbooker_ehr_v1_GetEntryHistoryRequest__Output>
        GetEntryHistoryResponse: MessageTypeDefinition<_healthbooker_ehr_v1_GetEntryHistoryResponse, _healthbooker_ehr_v1_GetEntryHistoryResponse__Output>
        ListAccessRequest: MessageTypeDefinition<_healthbooker_ehr_v1_ListAccessRequest, _healthbooker_ehr_v1_ListAccessRequest__Output>
        ListAccessResponse: MessageTypeDefinition<_healthbooker_ehr_v1_ListAccessResponse, _healthbooker_ehr_v1_ListAccessResponse__Output>
        Medication: MessageTypeDefinition<_healthbooker_ehr_v1_Medication, _healthbooker_ehr_v1_Medication__Output>
        MedicineFinding: MessageTypeDefinition<_healthbooker_ehr_v1_MedicineFinding, _healthbooker_ehr_v1_MedicineFinding__Output>
        Observation: MessageTypeDefinition<_healthbooker_ehr_v1_Observation, _healthbooker_ehr_v1_Observation__Output>
        ObservationComponent: MessageTypeDefinition<_healthbooker_ehr_v1_ObservationComponent, _healthbooker_ehr_v1_ObservationComponent__Output>
        Release: EnumTypeDefinition
        RequestCorrectionRequest: MessageTypeDefinition<_healthbooker_ehr_v1_RequestCorrectionRequest, _healthbooker_ehr_v1_RequestCorrectionRequest__Output>
        RequestCorrectionResponse: MessageTypeDefinition<_healthbooker_ehr_v1_RequestCorrectionResponse, _healthbooker_ehr_v1_RequestCorrectionResponse__Output>
        SaveDraftRequest: MessageTypeDefinition<_healthbooker_ehr_v1_SaveDraftRequest, _healthbooker_ehr_v1_SaveDraftRequest__Output>
        SaveDraftResponse: MessageTypeDefinition<_healthbooker_ehr_v1_SaveDraftResponse, _healthbooker_ehr_v1_SaveDraftResponse__Output>
      }
    }
  }
}

