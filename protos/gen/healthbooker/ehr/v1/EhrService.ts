// Original file: healthbooker/ehr/v1/ehr.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AddEntryRequest as _healthbooker_ehr_v1_AddEntryRequest, AddEntryRequest__Output as _healthbooker_ehr_v1_AddEntryRequest__Output } from '../../../healthbooker/ehr/v1/AddEntryRequest.ts';
import type { AddEntryResponse as _healthbooker_ehr_v1_AddEntryResponse, AddEntryResponse__Output as _healthbooker_ehr_v1_AddEntryResponse__Output } from '../../../healthbooker/ehr/v1/AddEntryResponse.ts';
import type { AmendEntryRequest as _healthbooker_ehr_v1_AmendEntryRequest, AmendEntryRequest__Output as _healthbooker_ehr_v1_AmendEntryRequest__Output } from '../../../healthbooker/ehr/v1/AmendEntryRequest.ts';
import type { AmendEntryResponse as _healthbooker_ehr_v1_AmendEntryResponse, AmendEntryResponse__Output as _healthbooker_ehr_v1_AmendEntryResponse__Output } from '../../../healthbooker/ehr/v1/AmendEntryResponse.ts';
import type { AnswerCorrectionRequest as _healthbooker_ehr_v1_AnswerCorrectionRequest, AnswerCorrectionRequest__Output as _healthbooker_ehr_v1_AnswerCorrectionRequest__Output } from '../../../healthbooker/ehr/v1/AnswerCorrectionRequest.ts';
import type { AnswerCorrectionResponse as _healthbooker_ehr_v1_AnswerCorrectionResponse, AnswerCorrectionResponse__Output as _healthbooker_ehr_v1_AnswerCorrectionResponse__Output } from '../../../healthbooker/ehr/v1/AnswerCorrectionResponse.ts';
import type { DiscardDraftRequest as _healthbooker_ehr_v1_DiscardDraftRequest, DiscardDraftRequest__Output as _healthbooker_ehr_v1_DiscardDraftRequest__Output } from '../../../healthbooker/ehr/v1/DiscardDraftRequest.ts';
import type { DiscardDraftResponse as _healthbooker_ehr_v1_DiscardDraftResponse, DiscardDraftResponse__Output as _healthbooker_ehr_v1_DiscardDraftResponse__Output } from '../../../healthbooker/ehr/v1/DiscardDraftResponse.ts';
import type { GetChartRequest as _healthbooker_ehr_v1_GetChartRequest, GetChartRequest__Output as _healthbooker_ehr_v1_GetChartRequest__Output } from '../../../healthbooker/ehr/v1/GetChartRequest.ts';
import type { GetChartResponse as _healthbooker_ehr_v1_GetChartResponse, GetChartResponse__Output as _healthbooker_ehr_v1_GetChartResponse__Output } from '../../../healthbooker/ehr/v1/GetChartResponse.ts';
import type { GetDraftRequest as _healthbooker_ehr_v1_GetDraftRequest, GetDraftRequest__Output as _healthbooker_ehr_v1_GetDraftRequest__Output } from '../../../healthbooker/ehr/v1/GetDraftRequest.ts';
import type { GetDraftResponse as _healthbooker_ehr_v1_GetDraftResponse, GetDraftResponse__Output as _healthbooker_ehr_v1_GetDraftResponse__Output } from '../../../healthbooker/ehr/v1/GetDraftResponse.ts';
import type { GetEntryHistoryRequest as _healthbooker_ehr_v1_GetEntryHistoryRequest, GetEntryHistoryRequest__Output as _healthbooker_ehr_v1_GetEntryHistoryRequest__Output } from '../../../healthbooker/ehr/v1/GetEntryHistoryRequest.ts';
import type { GetEntryHistoryResponse as _healthbooker_ehr_v1_GetEntryHistoryResponse, GetEntryHistoryResponse__Output as _healthbooker_ehr_v1_GetEntryHistoryResponse__Output } from '../../../healthbooker/ehr/v1/GetEntryHistoryResponse.ts';
import type { ListAccessRequest as _healthbooker_ehr_v1_ListAccessRequest, ListAccessRequest__Output as _healthbooker_ehr_v1_ListAccessRequest__Output } from '../../../healthbooker/ehr/v1/ListAccessRequest.ts';
import type { ListAccessResponse as _healthbooker_ehr_v1_ListAccessResponse, ListAccessResponse__Output as _healthbooker_ehr_v1_ListAccessResponse__Output } from '../../../healthbooker/ehr/v1/ListAccessResponse.ts';
import type { RequestCorrectionRequest as _healthbooker_ehr_v1_RequestCorrectionRequest, RequestCorrectionRequest__Output as _healthbooker_ehr_v1_RequestCorrectionRequest__Output } from '../../../healthbooker/ehr/v1/RequestCorrectionRequest.ts';
import type { RequestCorrectionResponse as _healthbooker_ehr_v1_RequestCorrectionResponse, RequestCorrectionResponse__Output as _healthbooker_ehr_v1_RequestCorrectionResponse__Output } from '../../../healthbooker/ehr/v1/RequestCorrectionResponse.ts';
import type { SaveDraftRequest as _healthbooker_ehr_v1_SaveDraftRequest, SaveDraftRequest__Output as _healthbooker_ehr_v1_SaveDraftRequest__Output } from '../../../healthbooker/ehr/v1/SaveDraftRequest.ts';
import type { SaveDraftResponse as _healthbooker_ehr_v1_SaveDraftResponse, SaveDraftResponse__Output as _healthbooker_ehr_v1_SaveDraftResponse__Output } from '../../../healthbooker/ehr/v1/SaveDraftResponse.ts';

export interface EhrServiceClient extends grpc.Client {
  AddEntry(argument: _healthbooker_ehr_v1_AddEntryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_AddEntryResponse__Output>): grpc.ClientUnaryCall;
  AddEntry(argument: _healthbooker_ehr_v1_AddEntryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_AddEntryResponse__Output>): grpc.ClientUnaryCall;
  AddEntry(argument: _healthbooker_ehr_v1_AddEntryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_AddEntryResponse__Output>): grpc.ClientUnaryCall;
  AddEntry(argument: _healthbooker_ehr_v1_AddEntryRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_AddEntryResponse__Output>): grpc.ClientUnaryCall;
  addEntry(argument: _healthbooker_ehr_v1_AddEntryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_AddEntryResponse__Output>): grpc.ClientUnaryCall;
  addEntry(argument: _healthbooker_ehr_v1_AddEntryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_AddEntryResponse__Output>): grpc.ClientUnaryCall;
  addEntry(argument: _healthbooker_ehr_v1_AddEntryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_AddEntryResponse__Output>): grpc.ClientUnaryCall;
  addEntry(argument: _healthbooker_ehr_v1_AddEntryRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_AddEntryResponse__Output>): grpc.ClientUnaryCall;
  
  AmendEntry(argument: _healthbooker_ehr_v1_AmendEntryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_AmendEntryResponse__Output>): grpc.ClientUnaryCall;
  AmendEntry(argument: _healthbooker_ehr_v1_AmendEntryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_AmendEntryResponse__Output>): grpc.ClientUnaryCall;
  AmendEntry(argument: _healthbooker_ehr_v1_AmendEntryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_AmendEntryResponse__Output>): grpc.ClientUnaryCall;
  AmendEntry(argument: _healthbooker_ehr_v1_AmendEntryRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_AmendEntryResponse__Output>): grpc.ClientUnaryCall;
  amendEntry(argument: _healthbooker_ehr_v1_AmendEntryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_AmendEntryResponse__Output>): grpc.ClientUnaryCall;
  amendEntry(argument: _healthbooker_ehr_v1_AmendEntryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_AmendEntryResponse__Output>): grpc.ClientUnaryCall;
  amendEntry(argument: _healthbooker_ehr_v1_AmendEntryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_AmendEntryResponse__Output>): grpc.ClientUnaryCall;
  amendEntry(argument: _healthbooker_ehr_v1_AmendEntryRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_AmendEntryResponse__Output>): grpc.ClientUnaryCall;
  
  AnswerCorrection(argument: _healthbooker_ehr_v1_AnswerCorrectionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_AnswerCorrectionResponse__Output>): grpc.ClientUnaryCall;
  AnswerCorrection(argument: _healthbooker_ehr_v1_AnswerCorrectionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_AnswerCorrectionResponse__Output>): grpc.ClientUnaryCall;
  AnswerCorrection(argument: _healthbooker_ehr_v1_AnswerCorrectionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_AnswerCorrectionResponse__Output>): grpc.ClientUnaryCall;
  AnswerCorrection(argument: _healthbooker_ehr_v1_AnswerCorrectionRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_AnswerCorrectionResponse__Output>): grpc.ClientUnaryCall;
  answerCorrection(argument: _healthbooker_ehr_v1_AnswerCorrectionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_AnswerCorrectionResponse__Output>): grpc.ClientUnaryCall;
  answerCorrection(argument: _healthbooker_ehr_v1_AnswerCorrectionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_AnswerCorrectionResponse__Output>): grpc.ClientUnaryCall;
  answerCorrection(argument: _healthbooker_ehr_v1_AnswerCorrectionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_AnswerCorrectionResponse__Output>): grpc.ClientUnaryCall;
  answerCorrection(argument: _healthbooker_ehr_v1_AnswerCorrectionRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_AnswerCorrectionResponse__Output>): grpc.ClientUnaryCall;
  
  DiscardDraft(argument: _healthbooker_ehr_v1_DiscardDraftRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_DiscardDraftResponse__Output>): grpc.ClientUnaryCall;
  DiscardDraft(argument: _healthbooker_ehr_v1_DiscardDraftRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_DiscardDraftResponse__Output>): grpc.ClientUnaryCall;
  DiscardDraft(argument: _healthbooker_ehr_v1_DiscardDraftRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_DiscardDraftResponse__Output>): grpc.ClientUnaryCall;
  DiscardDraft(argument: _healthbooker_ehr_v1_DiscardDraftRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_DiscardDraftResponse__Output>): grpc.ClientUnaryCall;
  discardDraft(argument: _healthbooker_ehr_v1_DiscardDraftRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_DiscardDraftResponse__Output>): grpc.ClientUnaryCall;
  discardDraft(argument: _healthbooker_ehr_v1_DiscardDraftRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_DiscardDraftResponse__Output>): grpc.ClientUnaryCall;
  discardDraft(argument: _healthbooker_ehr_v1_DiscardDraftRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_DiscardDraftResponse__Output>): grpc.ClientUnaryCall;
  discardDraft(argument: _healthbooker_ehr_v1_DiscardDraftRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_DiscardDraftResponse__Output>): grpc.ClientUnaryCall;
  
  GetChart(argument: _healthbooker_ehr_v1_GetChartRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetChartResponse__Output>): grpc.ClientUnaryCall;
  GetChart(argument: _healthbooker_ehr_v1_GetChartRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetChartResponse__Output>): grpc.ClientUnaryCall;
  GetChart(argument: _healthbooker_ehr_v1_GetChartRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetChartResponse__Output>): grpc.ClientUnaryCall;
  GetChart(argument: _healthbooker_ehr_v1_GetChartRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetChartResponse__Output>): grpc.ClientUnaryCall;
  getChart(argument: _healthbooker_ehr_v1_GetChartRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetChartResponse__Output>): grpc.ClientUnaryCall;
  getChart(argument: _healthbooker_ehr_v1_GetChartRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetChartResponse__Output>): grpc.ClientUnaryCall;
  getChart(argument: _healthbooker_ehr_v1_GetChartRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetChartResponse__Output>): grpc.ClientUnaryCall;
  getChart(argument: _healthbooker_ehr_v1_GetChartRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetChartResponse__Output>): grpc.ClientUnaryCall;
  
  GetDraft(argument: _healthbooker_ehr_v1_GetDraftRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetDraftResponse__Output>): grpc.ClientUnaryCall;
  GetDraft(argument: _healthbooker_ehr_v1_GetDraftRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetDraftResponse__Output>): grpc.ClientUnaryCall;
  GetDraft(argument: _healthbooker_ehr_v1_GetDraftRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetDraftResponse__Output>): grpc.ClientUnaryCall;
  GetDraft(argument: _healthbooker_ehr_v1_GetDraftRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetDraftResponse__Output>): grpc.ClientUnaryCall;
  getDraft(argument: _healthbooker_ehr_v1_GetDraftRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetDraftResponse__Output>): grpc.ClientUnaryCall;
  getDraft(argument: _healthbooker_ehr_v1_GetDraftRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetDraftResponse__Output>): grpc.ClientUnaryCall;
  getDraft(argument: _healthbooker_ehr_v1_GetDraftRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetDraftResponse__Output>): grpc.ClientUnaryCall;
  getDraft(argument: _healthbooker_ehr_v1_GetDraftRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetDraftResponse__Output>): grpc.ClientUnaryCall;
  
  GetEntryHistory(argument: _healthbooker_ehr_v1_GetEntryHistoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetEntryHistoryResponse__Output>): grpc.ClientUnaryCall;
  GetEntryHistory(argument: _healthbooker_ehr_v1_GetEntryHistoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetEntryHistoryResponse__Output>): grpc.ClientUnaryCall;
  GetEntryHistory(argument: _healthbooker_ehr_v1_GetEntryHistoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetEntryHistoryResponse__Output>): grpc.ClientUnaryCall;
  GetEntryHistory(argument: _healthbooker_ehr_v1_GetEntryHistoryRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetEntryHistoryResponse__Output>): grpc.ClientUnaryCall;
  getEntryHistory(argument: _healthbooker_ehr_v1_GetEntryHistoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetEntryHistoryResponse__Output>): grpc.ClientUnaryCall;
  getEntryHistory(argument: _healthbooker_ehr_v1_GetEntryHistoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetEntryHistoryResponse__Output>): grpc.ClientUnaryCall;
  getEntryHistory(argument: _healthbooker_ehr_v1_GetEntryHistoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetEntryHistoryResponse__Output>): grpc.ClientUnaryCall;
  getEntryHistory(argument: _healthbooker_ehr_v1_GetEntryHistoryRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_GetEntryHistoryResponse__Output>): grpc.ClientUnaryCall;
  
  ListAccess(argument: _healthbooker_ehr_v1_ListAccessRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_ListAccessResponse__Output>): grpc.ClientUnaryCall;
  ListAccess(argument: _healthbooker_ehr_v1_ListAccessRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_ListAccessResponse__Output>): grpc.ClientUnaryCall;
  ListAccess(argument: _healthbooker_ehr_v1_ListAccessRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_ListAccessResponse__Output>): grpc.ClientUnaryCall;
  ListAccess(argument: _healthbooker_ehr_v1_ListAccessRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_ListAccessResponse__Output>): grpc.ClientUnaryCall;
  listAccess(argument: _healthbooker_ehr_v1_ListAccessRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_ListAccessResponse__Output>): grpc.ClientUnaryCall;
  listAccess(argument: _healthbooker_ehr_v1_ListAccessRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_ListAccessResponse__Output>): grpc.ClientUnaryCall;
  listAccess(argument: _healthbooker_ehr_v1_ListAccessRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_ListAccessResponse__Output>): grpc.ClientUnaryCall;
  listAccess(argument: _healthbooker_ehr_v1_ListAccessRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_ListAccessResponse__Output>): grpc.ClientUnaryCall;
  
  RequestCorrection(argument: _healthbooker_ehr_v1_RequestCorrectionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_RequestCorrectionResponse__Output>): grpc.ClientUnaryCall;
  RequestCorrection(argument: _healthbooker_ehr_v1_RequestCorrectionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_RequestCorrectionResponse__Output>): grpc.ClientUnaryCall;
  RequestCorrection(argument: _healthbooker_ehr_v1_RequestCorrectionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_RequestCorrectionResponse__Output>): grpc.ClientUnaryCall;
  RequestCorrection(argument: _healthbooker_ehr_v1_RequestCorrectionRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_RequestCorrectionResponse__Output>): grpc.ClientUnaryCall;
  requestCorrection(argument: _healthbooker_ehr_v1_RequestCorrectionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_RequestCorrectionResponse__Output>): grpc.ClientUnaryCall;
  requestCorrection(argument: _healthbooker_ehr_v1_RequestCorrectionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_RequestCorrectionResponse__Output>): grpc.ClientUnaryCall;
  requestCorrection(argument: _healthbooker_ehr_v1_RequestCorrectionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_RequestCorrectionResponse__Output>): grpc.ClientUnaryCall;
  requestCorrection(argument: _healthbooker_ehr_v1_RequestCorrectionRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_RequestCorrectionResponse__Output>): grpc.ClientUnaryCall;
  
  SaveDraft(argument: _healthbooker_ehr_v1_SaveDraftRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_SaveDraftResponse__Output>): grpc.ClientUnaryCall;
  SaveDraft(argument: _healthbooker_ehr_v1_SaveDraftRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_SaveDraftResponse__Output>): grpc.ClientUnaryCall;
  SaveDraft(argument: _healthbooker_ehr_v1_SaveDraftRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_SaveDraftResponse__Output>): grpc.ClientUnaryCall;
  SaveDraft(argument: _healthbooker_ehr_v1_SaveDraftRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_SaveDraftResponse__Output>): grpc.ClientUnaryCall;
  saveDraft(argument: _healthbooker_ehr_v1_SaveDraftRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_SaveDraftResponse__Output>): grpc.ClientUnaryCall;
  saveDraft(argument: _healthbooker_ehr_v1_SaveDraftRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_ehr_v1_SaveDraftResponse__Output>): grpc.ClientUnaryCall;
  saveDraft(argument: _healthbooker_ehr_v1_SaveDraftRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_ehr_v1_SaveDraftResponse__Output>): grpc.ClientUnaryCall;
  saveDraft(argument: _healthbooker_ehr_v1_SaveDraftRequest, callback: grpc.requestCallback<_healthbooker_ehr_v1_SaveDraftResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface EhrServiceHandlers extends grpc.UntypedServiceImplementation {
  AddEntry: grpc.handleUnaryCall<_healthbooker_ehr_v1_AddEntryRequest__Output, _healthbooker_ehr_v1_AddEntryResponse>;
  
  AmendEntry: grpc.handleUnaryCall<_healthbooker_ehr_v1_AmendEntryRequest__Output, _healthbooker_ehr_v1_AmendEntryResponse>;
  
  AnswerCorrection: grpc.handleUnaryCall<_healthbooker_ehr_v1_AnswerCorrectionRequest__Output, _healthbooker_ehr_v1_AnswerCorrectionResponse>;
  
  DiscardDraft: grpc.handleUnaryCall<_healthbooker_ehr_v1_DiscardDraftRequest__Output, _healthbooker_ehr_v1_DiscardDraftResponse>;
  
  GetChart: grpc.handleUnaryCall<_healthbooker_ehr_v1_GetChartRequest__Output, _healthbooker_ehr_v1_GetChartResponse>;
  
  GetDraft: grpc.handleUnaryCall<_healthbooker_ehr_v1_GetDraftRequest__Output, _healthbooker_ehr_v1_GetDraftResponse>;
  
  GetEntryHistory: grpc.handleUnaryCall<_healthbooker_ehr_v1_GetEntryHistoryRequest__Output, _healthbooker_ehr_v1_GetEntryHistoryResponse>;
  
  ListAccess: grpc.handleUnaryCall<_healthbooker_ehr_v1_ListAccessRequest__Output, _healthbooker_ehr_v1_ListAccessResponse>;
  
  RequestCorrection: grpc.handleUnaryCall<_healthbooker_ehr_v1_RequestCorrectionRequest__Output, _healthbooker_ehr_v1_RequestCorrectionResponse>;
  
  SaveDraft: grpc.handleUnaryCall<_healthbooker_ehr_v1_SaveDraftRequest__Output, _healthbooker_ehr_v1_SaveDraftResponse>;
  
}

export interface EhrServiceDefinition extends grpc.ServiceDefinition {
  AddEntry: MethodDefinition<_healthbooker_ehr_v1_AddEntryRequest, _healthbooker_ehr_v1_AddEntryResponse, _healthbooker_ehr_v1_AddEntryRequest__Output, _healthbooker_ehr_v1_AddEntryResponse__Output>
  AmendEntry: MethodDefinition<_healthbooker_ehr_v1_AmendEntryRequest, _healthbooker_ehr_v1_AmendEntryResponse, _healthbooker_ehr_v1_AmendEntryRequest__Output, _healthbooker_ehr_v1_AmendEntryResponse__Output>
  AnswerCorrection: MethodDefinition<_healthbooker_ehr_v1_AnswerCorrectionRequest, _healthbooker_ehr_v1_AnswerCorrectionResponse, _healthbooker_ehr_v1_AnswerCorrectionRequest__Output, _healthbooker_ehr_v1_AnswerCorrectionResponse__Output>
  DiscardDraft: MethodDefinition<_healthbooker_ehr_v1_DiscardDraftRequest, _healthbooker_ehr_v1_DiscardDraftResponse, _healthbooker_ehr_v1_DiscardDraftRequest__Output, _healthbooker_ehr_v1_DiscardDraftResponse__Output>
  GetChart: MethodDefinition<_healthbooker_ehr_v1_GetChartRequest, _healthbooker_ehr_v1_GetChartResponse, _healthbooker_ehr_v1_GetChartRequest__Output, _healthbooker_ehr_v1_GetChartResponse__Output>
  GetDraft: MethodDefinition<_healthbooker_ehr_v1_GetDraftRequest, _healthbooker_ehr_v1_GetDraftResponse, _healthbooker_ehr_v1_GetDraftRequest__Output, _healthbooker_ehr_v1_GetDraftResponse__Output>
  GetEntryHistory: MethodDefinition<_healthbooker_ehr_v1_GetEntryHistoryRequest, _healthbooker_ehr_v1_GetEntryHistoryResponse, _healthbooker_ehr_v1_GetEntryHistoryRequest__Output, _healthbooker_ehr_v1_GetEntryHistoryResponse__Output>
  ListAccess: MethodDefinition<_healthbooker_ehr_v1_ListAccessRequest, _healthbooker_ehr_v1_ListAccessResponse, _healthbooker_ehr_v1_ListAccessRequest__Output, _healthbooker_ehr_v1_ListAccessResponse__Output>
  RequestCorrection: MethodDefinition<_healthbooker_ehr_v1_RequestCorrectionRequest, _healthbooker_ehr_v1_RequestCorrectionResponse, _healthbooker_ehr_v1_RequestCorrectionRequest__Output, _healthbooker_ehr_v1_RequestCorrectionResponse__Output>
  SaveDraft: MethodDefinition<_healthbooker_ehr_v1_SaveDraftRequest, _healthbooker_ehr_v1_SaveDraftResponse, _healthbooker_ehr_v1_SaveDraftRequest__Output, _healthbooker_ehr_v1_SaveDraftResponse__Output>
}
