// Original file: healthbooker/appointment/v1/appointment.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { BookRequest as _healthbooker_appointment_v1_BookRequest, BookRequest__Output as _healthbooker_appointment_v1_BookRequest__Output } from '../../../healthbooker/appointment/v1/BookRequest.ts';
import type { BookResponse as _healthbooker_appointment_v1_BookResponse, BookResponse__Output as _healthbooker_appointment_v1_BookResponse__Output } from '../../../healthbooker/appointment/v1/BookResponse.ts';
import type { CancelRequest as _healthbooker_appointment_v1_CancelRequest, CancelRequest__Output as _healthbooker_appointment_v1_CancelRequest__Output } from '../../../healthbooker/appointment/v1/CancelRequest.ts';
import type { CancelResponse as _healthbooker_appointment_v1_CancelResponse, CancelResponse__Output as _healthbooker_appointment_v1_CancelResponse__Output } from '../../../healthbooker/appointment/v1/CancelResponse.ts';
import type { CheckInRequest as _healthbooker_appointment_v1_CheckInRequest, CheckInRequest__Output as _healthbooker_appointment_v1_CheckInRequest__Output } from '../../../healthbooker/appointment/v1/CheckInRequest.ts';
import type { CheckInResponse as _healthbooker_appointment_v1_CheckInResponse, CheckInResponse__Output as _healthbooker_appointment_v1_CheckInResponse__Output } from '../../../healthbooker/appointment/v1/CheckInResponse.ts';
import type { EnsureProfileRequest as _healthbooker_appointment_v1_EnsureProfileRequest, EnsureProfileRequest__Output as _healthbooker_appointment_v1_EnsureProfileRequest__Output } from '../../../healthbooker/appointment/v1/EnsureProfileRequest.ts';
import type { EnsureProfileResponse as _healthbooker_appointment_v1_EnsureProfileResponse, EnsureProfileResponse__Output as _healthbooker_appointment_v1_EnsureProfileResponse__Output } from '../../../healthbooker/appointment/v1/EnsureProfileResponse.ts';
import type { FindPatientRequest as _healthbooker_appointment_v1_FindPatientRequest, FindPatientRequest__Output as _healthbooker_appointment_v1_FindPatientRequest__Output } from '../../../healthbooker/appointment/v1/FindPatientRequest.ts';
import type { FindPatientResponse as _healthbooker_appointment_v1_FindPatientResponse, FindPatientResponse__Output as _healthbooker_appointment_v1_FindPatientResponse__Output } from '../../../healthbooker/appointment/v1/FindPatientResponse.ts';
import type { GetAppointmentRequest as _healthbooker_appointment_v1_GetAppointmentRequest, GetAppointmentRequest__Output as _healthbooker_appointment_v1_GetAppointmentRequest__Output } from '../../../healthbooker/appointment/v1/GetAppointmentRequest.ts';
import type { GetAppointmentResponse as _healthbooker_appointment_v1_GetAppointmentResponse, GetAppointmentResponse__Output as _healthbooker_appointment_v1_GetAppointmentResponse__Output } from '../../../healthbooker/appointment/v1/GetAppointmentResponse.ts';
import type { GetContactRequest as _healthbooker_appointment_v1_GetContactRequest, GetContactRequest__Output as _healthbooker_appointment_v1_GetContactRequest__Output } from '../../../healthbooker/appointment/v1/GetContactRequest.ts';
import type { GetContactResponse as _healthbooker_appointment_v1_GetContactResponse, GetContactResponse__Output as _healthbooker_appointment_v1_GetContactResponse__Output } from '../../../healthbooker/appointment/v1/GetContactResponse.ts';
import type { GetProfileRequest as _healthbooker_appointment_v1_GetProfileRequest, GetProfileRequest__Output as _healthbooker_appointment_v1_GetProfileRequest__Output } from '../../../healthbooker/appointment/v1/GetProfileRequest.ts';
import type { GetProfileResponse as _healthbooker_appointment_v1_GetProfileResponse, GetProfileResponse__Output as _healthbooker_appointment_v1_GetProfileResponse__Output } from '../../../healthbooker/appointment/v1/GetProfileResponse.ts';
import type { ListNamesRequest as _healthbooker_appointment_v1_ListNamesRequest, ListNamesRequest__Output as _healthbooker_appointment_v1_ListNamesRequest__Output } from '../../../healthbooker/appointment/v1/ListNamesRequest.ts';
import type { ListNamesResponse as _healthbooker_appointment_v1_ListNamesResponse, ListNamesResponse__Output as _healthbooker_appointment_v1_ListNamesResponse__Output } from '../../../healthbooker/appointment/v1/ListNamesResponse.ts';
import type { ListProfilesRequest as _healthbooker_appointment_v1_ListProfilesRequest, ListProfilesRequest__Output as _healthbooker_appointment_v1_ListProfilesRequest__Output } from '../../../healthbooker/appointment/v1/ListProfilesRequest.ts';
import type { ListProfilesResponse as _healthbooker_appointment_v1_ListProfilesResponse, ListProfilesResponse__Output as _healthbooker_appointment_v1_ListProfilesResponse__Output } from '../../../healthbooker/appointment/v1/ListProfilesResponse.ts';
import type { ListProviderScheduleRequest as _healthbooker_appointment_v1_ListProviderScheduleRequest, ListProviderScheduleRequest__Output as _healthbooker_appointment_v1_ListProviderScheduleRequest__Output } from '../../../healthbooker/appointment/v1/ListProviderScheduleRequest.ts';
import type { ListProviderScheduleResponse as _healthbooker_appointment_v1_ListProviderScheduleResponse, ListProviderScheduleResponse__Output as _healthbooker_appointment_v1_ListProviderScheduleResponse__Output } from '../../../healthbooker/appointment/v1/ListProviderScheduleResponse.ts';
import type { ListTimelineRequest as _healthbooker_appointment_v1_ListTimelineRequest, ListTimelineRequest__Output as _healthbooker_appointment_v1_ListTimelineRequest__Output } from '../../../healthbooker/appointment/v1/ListTimelineRequest.ts';
import type { ListTimelineResponse as _healthbooker_appointment_v1_ListTimelineResponse, ListTimelineResponse__Output as _healthbooker_appointment_v1_ListTimelineResponse__Output } from '../../../healthbooker/appointment/v1/ListTimelineResponse.ts';
import type { MoveRequest as _healthbooker_appointment_v1_MoveRequest, MoveRequest__Output as _healthbooker_appointment_v1_MoveRequest__Output } from '../../../healthbooker/appointment/v1/MoveRequest.ts';
import type { MoveResponse as _healthbooker_appointment_v1_MoveResponse, MoveResponse__Output as _healthbooker_appointment_v1_MoveResponse__Output } from '../../../healthbooker/appointment/v1/MoveResponse.ts';
import type { UpdateProfileRequest as _healthbooker_appointment_v1_UpdateProfileRequest, UpdateProfileRequest__Output as _healthbooker_appointment_v1_UpdateProfileRequest__Output } from '../../../healthbooker/appointment/v1/UpdateProfileRequest.ts';
import type { UpdateProfileResponse as _healthbooker_appointment_v1_UpdateProfileResponse, UpdateProfileResponse__Output as _healthbooker_appointment_v1_UpdateProfileResponse__Output } from '../../../healthbooker/appointment/v1/UpdateProfileResponse.ts';

export interface AppointmentServiceClient extends grpc.Client {
  Book(argument: _healthbooker_appointment_v1_BookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_BookResponse__Output>): grpc.ClientUnaryCall;
  Book(argument: _healthbooker_appointment_v1_BookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_BookResponse__Output>): grpc.ClientUnaryCall;
  Book(argument: _healthbooker_appointment_v1_BookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_BookResponse__Output>): grpc.ClientUnaryCall;
  Book(argument: _healthbooker_appointment_v1_BookRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_BookResponse__Output>): grpc.ClientUnaryCall;
  book(argument: _healthbooker_appointment_v1_BookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_BookResponse__Output>): grpc.ClientUnaryCall;
  book(argument: _healthbooker_appointment_v1_BookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_BookResponse__Output>): grpc.ClientUnaryCall;
  book(argument: _healthbooker_appointment_v1_BookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_BookResponse__Output>): grpc.ClientUnaryCall;
  book(argument: _healthbooker_appointment_v1_BookRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_BookResponse__Output>): grpc.ClientUnaryCall;
  
  Cancel(argument: _healthbooker_appointment_v1_CancelRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_CancelResponse__Output>): grpc.ClientUnaryCall;
  Cancel(argument: _healthbooker_appointment_v1_CancelRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_CancelResponse__Output>): grpc.ClientUnaryCall;
  Cancel(argument: _healthbooker_appointment_v1_CancelRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_CancelResponse__Output>): grpc.ClientUnaryCall;
  Cancel(argument: _healthbooker_appointment_v1_CancelRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_CancelResponse__Output>): grpc.ClientUnaryCall;
  cancel(argument: _healthbooker_appointment_v1_CancelRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_CancelResponse__Output>): grpc.ClientUnaryCall;
  cancel(argument: _healthbooker_appointment_v1_CancelRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_CancelResponse__Output>): grpc.ClientUnaryCall;
  cancel(argument: _healthbooker_appointment_v1_CancelRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_CancelResponse__Output>): grpc.ClientUnaryCall;
  cancel(argument: _healthbooker_appointment_v1_CancelRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_CancelResponse__Output>): grpc.ClientUnaryCall;
  
  CheckIn(argument: _healthbooker_appointment_v1_CheckInRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_CheckInResponse__Output>): grpc.ClientUnaryCall;
  CheckIn(argument: _healthbooker_appointment_v1_CheckInRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_CheckInResponse__Output>): grpc.ClientUnaryCall;
  CheckIn(argument: _healthbooker_appointment_v1_CheckInRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_CheckInResponse__Output>): grpc.ClientUnaryCall;
  CheckIn(argument: _healthbooker_appointment_v1_CheckInRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_CheckInResponse__Output>): grpc.ClientUnaryCall;
  checkIn(argument: _healthbooker_appointment_v1_CheckInRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_CheckInResponse__Output>): grpc.ClientUnaryCall;
  checkIn(argument: _healthbooker_appointment_v1_CheckInRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_CheckInResponse__Output>): grpc.ClientUnaryCall;
  checkIn(argument: _healthbooker_appointment_v1_CheckInRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_CheckInResponse__Output>): grpc.ClientUnaryCall;
  checkIn(argument: _healthbooker_appointment_v1_CheckInRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_CheckInResponse__Output>): grpc.ClientUnaryCall;
  
  EnsureProfile(argument: _healthbooker_appointment_v1_EnsureProfileRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_EnsureProfileResponse__Output>): grpc.ClientUnaryCall;
  EnsureProfile(argument: _healthbooker_appointment_v1_EnsureProfileRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_EnsureProfileResponse__Output>): grpc.ClientUnaryCall;
  EnsureProfile(argument: _healthbooker_appointment_v1_EnsureProfileRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_EnsureProfileResponse__Output>): grpc.ClientUnaryCall;
  EnsureProfile(argument: _healthbooker_appointment_v1_EnsureProfileRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_EnsureProfileResponse__Output>): grpc.ClientUnaryCall;
  ensureProfile(argument: _healthbooker_appointment_v1_EnsureProfileRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_EnsureProfileResponse__Output>): grpc.ClientUnaryCall;
  ensureProfile(argument: _healthbooker_appointment_v1_EnsureProfileRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_EnsureProfileResponse__Output>): grpc.ClientUnaryCall;
  ensureProfile(argument: _healthbooker_appointment_v1_EnsureProfileRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_EnsureProfileResponse__Output>): grpc.ClientUnaryCall;
  ensureProfile(argument: _healthbooker_appointment_v1_EnsureProfileRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_EnsureProfileResponse__Output>): grpc.ClientUnaryCall;
  
  FindPatient(argument: _healthbooker_appointment_v1_FindPatientRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_FindPatientResponse__Output>): grpc.ClientUnaryCall;
  FindPatient(argument: _healthbooker_appointment_v1_FindPatientRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_FindPatientResponse__Output>): grpc.ClientUnaryCall;
  FindPatient(argument: _healthbooker_appointment_v1_FindPatientRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_FindPatientResponse__Output>): grpc.ClientUnaryCall;
  FindPatient(argument: _healthbooker_appointment_v1_FindPatientRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_FindPatientResponse__Output>): grpc.ClientUnaryCall;
  findPatient(argument: _healthbooker_appointment_v1_FindPatientRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_FindPatientResponse__Output>): grpc.ClientUnaryCall;
  findPatient(argument: _healthbooker_appointment_v1_FindPatientRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_FindPatientResponse__Output>): grpc.ClientUnaryCall;
  findPatient(argument: _healthbooker_appointment_v1_FindPatientRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_FindPatientResponse__Output>): grpc.ClientUnaryCall;
  findPatient(argument: _healthbooker_appointment_v1_FindPatientRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_FindPatientResponse__Output>): grpc.ClientUnaryCall;
  
  GetAppointment(argument: _healthbooker_appointment_v1_GetAppointmentRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetAppointmentResponse__Output>): grpc.ClientUnaryCall;
  GetAppointment(argument: _healthbooker_appointment_v1_GetAppointmentRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetAppointmentResponse__Output>): grpc.ClientUnaryCall;
  GetAppointment(argument: _healthbooker_appointment_v1_GetAppointmentRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetAppointmentResponse__Output>): grpc.ClientUnaryCall;
  GetAppointment(argument: _healthbooker_appointment_v1_GetAppointmentRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetAppointmentResponse__Output>): grpc.ClientUnaryCall;
  getAppointment(argument: _healthbooker_appointment_v1_GetAppointmentRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetAppointmentResponse__Output>): grpc.ClientUnaryCall;
  getAppointment(argument: _healthbooker_appointment_v1_GetAppointmentRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetAppointmentResponse__Output>): grpc.ClientUnaryCall;
  getAppointment(argument: _healthbooker_appointment_v1_GetAppointmentRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetAppointmentResponse__Output>): grpc.ClientUnaryCall;
  getAppointment(argument: _healthbooker_appointment_v1_GetAppointmentRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetAppointmentResponse__Output>): grpc.ClientUnaryCall;
  
  GetContact(argument: _healthbooker_appointment_v1_GetContactRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetContactResponse__Output>): grpc.ClientUnaryCall;
  GetContact(argument: _healthbooker_appointment_v1_GetContactRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetContactResponse__Output>): grpc.ClientUnaryCall;
  GetContact(argument: _healthbooker_appointment_v1_GetContactRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetContactResponse__Output>): grpc.ClientUnaryCall;
  GetContact(argument: _healthbooker_appointment_v1_GetContactRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetContactResponse__Output>): grpc.ClientUnaryCall;
  getContact(argument: _healthbooker_appointment_v1_GetContactRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetContactResponse__Output>): grpc.ClientUnaryCall;
  getContact(argument: _healthbooker_appointment_v1_GetContactRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetContactResponse__Output>): grpc.ClientUnaryCall;
  getContact(argument: _healthbooker_appointment_v1_GetContactRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetContactResponse__Output>): grpc.ClientUnaryCall;
  getContact(argument: _healthbooker_appointment_v1_GetContactRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetContactResponse__Output>): grpc.ClientUnaryCall;
  
  GetProfile(argument: _healthbooker_appointment_v1_GetProfileRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetProfileResponse__Output>): grpc.ClientUnaryCall;
  GetProfile(argument: _healthbooker_appointment_v1_GetProfileRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetProfileResponse__Output>): grpc.ClientUnaryCall;
  GetProfile(argument: _healthbooker_appointment_v1_GetProfileRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetProfileResponse__Output>): grpc.ClientUnaryCall;
  GetProfile(argument: _healthbooker_appointment_v1_GetProfileRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetProfileResponse__Output>): grpc.ClientUnaryCall;
  getProfile(argument: _healthbooker_appointment_v1_GetProfileRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetProfileResponse__Output>): grpc.ClientUnaryCall;
  getProfile(argument: _healthbooker_appointment_v1_GetProfileRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetProfileResponse__Output>): grpc.ClientUnaryCall;
  getProfile(argument: _healthbooker_appointment_v1_GetProfileRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetProfileResponse__Output>): grpc.ClientUnaryCall;
  getProfile(argument: _healthbooker_appointment_v1_GetProfileRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_GetProfileResponse__Output>): grpc.ClientUnaryCall;
  
  ListNames(argument: _healthbooker_appointment_v1_ListNamesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListNamesResponse__Output>): grpc.ClientUnaryCall;
  ListNames(argument: _healthbooker_appointment_v1_ListNamesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListNamesResponse__Output>): grpc.ClientUnaryCall;
  ListNames(argument: _healthbooker_appointment_v1_ListNamesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListNamesResponse__Output>): grpc.ClientUnaryCall;
  ListNames(argument: _healthbooker_appointment_v1_ListNamesRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListNamesResponse__Output>): grpc.ClientUnaryCall;
  listNames(argument: _healthbooker_appointment_v1_ListNamesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListNamesResponse__Output>): grpc.ClientUnaryCall;
  listNames(argument: _healthbooker_appointment_v1_ListNamesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListNamesResponse__Output>): grpc.ClientUnaryCall;
  listNames(argument: _healthbooker_appointment_v1_ListNamesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListNamesResponse__Output>): grpc.ClientUnaryCall;
  listNames(argument: _healthbooker_appointment_v1_ListNamesRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListNamesResponse__Output>): grpc.ClientUnaryCall;
  
  ListProfiles(argument: _healthbooker_appointment_v1_ListProfilesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListProfilesResponse__Output>): grpc.ClientUnaryCall;
  ListProfiles(argument: _healthbooker_appointment_v1_ListProfilesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListProfilesResponse__Output>): grpc.ClientUnaryCall;
  ListProfiles(argument: _healthbooker_appointment_v1_ListProfilesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListProfilesResponse__Output>): grpc.ClientUnaryCall;
  ListProfiles(argument: _healthbooker_appointment_v1_ListProfilesRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListProfilesResponse__Output>): grpc.ClientUnaryCall;
  listProfiles(argument: _healthbooker_appointment_v1_ListProfilesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListProfilesResponse__Output>): grpc.ClientUnaryCall;
  listProfiles(argument: _healthbooker_appointment_v1_ListProfilesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListProfilesResponse__Output>): grpc.ClientUnaryCall;
  listProfiles(argument: _healthbooker_appointment_v1_ListProfilesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListProfilesResponse__Output>): grpc.ClientUnaryCall;
  listProfiles(argument: _healthbooker_appointment_v1_ListProfilesRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListProfilesResponse__Output>): grpc.ClientUnaryCall;
  
  ListProviderSchedule(argument: _healthbooker_appointment_v1_ListProviderScheduleRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListProviderScheduleResponse__Output>): grpc.ClientUnaryCall;
  ListProviderSchedule(argument: _healthbooker_appointment_v1_ListProviderScheduleRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListProviderScheduleResponse__Output>): grpc.ClientUnaryCall;
  ListProviderSchedule(argument: _healthbooker_appointment_v1_ListProviderScheduleRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListProviderScheduleResponse__Output>): grpc.ClientUnaryCall;
  ListProviderSchedule(argument: _healthbooker_appointment_v1_ListProviderScheduleRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListProviderScheduleResponse__Output>): grpc.ClientUnaryCall;
  listProviderSchedule(argument: _healthbooker_appointment_v1_ListProviderScheduleRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListProviderScheduleResponse__Output>): grpc.ClientUnaryCall;
  listProviderSchedule(argument: _healthbooker_appointment_v1_ListProviderScheduleRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListProviderScheduleResponse__Output>): grpc.ClientUnaryCall;
  listProviderSchedule(argument: _healthbooker_appointment_v1_ListProviderScheduleRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListProviderScheduleResponse__Output>): grpc.ClientUnaryCall;
  listProviderSchedule(argument: _healthbooker_appointment_v1_ListProviderScheduleRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListProviderScheduleResponse__Output>): grpc.ClientUnaryCall;
  
  ListTimeline(argument: _healthbooker_appointment_v1_ListTimelineRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListTimelineResponse__Output>): grpc.ClientUnaryCall;
  ListTimeline(argument: _healthbooker_appointment_v1_ListTimelineRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListTimelineResponse__Output>): grpc.ClientUnaryCall;
  ListTimeline(argument: _healthbooker_appointment_v1_ListTimelineRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListTimelineResponse__Output>): grpc.ClientUnaryCall;
  ListTimeline(argument: _healthbooker_appointment_v1_ListTimelineRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListTimelineResponse__Output>): grpc.ClientUnaryCall;
  listTimeline(argument: _healthbooker_appointment_v1_ListTimelineRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListTimelineResponse__Output>): grpc.ClientUnaryCall;
  listTimeline(argument: _healthbooker_appointment_v1_ListTimelineRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListTimelineResponse__Output>): grpc.ClientUnaryCall;
  listTimeline(argument: _healthbooker_appointment_v1_ListTimelineRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListTimelineResponse__Output>): grpc.ClientUnaryCall;
  listTimeline(argument: _healthbooker_appointment_v1_ListTimelineRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_ListTimelineResponse__Output>): grpc.ClientUnaryCall;
  
  Move(argument: _healthbooker_appointment_v1_MoveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_MoveResponse__Output>): grpc.ClientUnaryCall;
  Move(argument: _healthbooker_appointment_v1_MoveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_MoveResponse__Output>): grpc.ClientUnaryCall;
  Move(argument: _healthbooker_appointment_v1_MoveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_MoveResponse__Output>): grpc.ClientUnaryCall;
  Move(argument: _healthbooker_appointment_v1_MoveRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_MoveResponse__Output>): grpc.ClientUnaryCall;
  move(argument: _healthbooker_appointment_v1_MoveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_MoveResponse__Output>): grpc.ClientUnaryCall;
  move(argument: _healthbooker_appointment_v1_MoveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_MoveResponse__Output>): grpc.ClientUnaryCall;
  move(argument: _healthbooker_appointment_v1_MoveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_MoveResponse__Output>): grpc.ClientUnaryCall;
  move(argument: _healthbooker_appointment_v1_MoveRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_MoveResponse__Output>): grpc.ClientUnaryCall;
  
  UpdateProfile(argument: _healthbooker_appointment_v1_UpdateProfileRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_UpdateProfileResponse__Output>): grpc.ClientUnaryCall;
  UpdateProfile(argument: _healthbooker_appointment_v1_UpdateProfileRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_UpdateProfileResponse__Output>): grpc.ClientUnaryCall;
  UpdateProfile(argument: _healthbooker_appointment_v1_UpdateProfileRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_UpdateProfileResponse__Output>): grpc.ClientUnaryCall;
  UpdateProfile(argument: _healthbooker_appointment_v1_UpdateProfileRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_UpdateProfileResponse__Output>): grpc.ClientUnaryCall;
  updateProfile(argument: _healthbooker_appointment_v1_UpdateProfileRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_UpdateProfileResponse__Output>): grpc.ClientUnaryCall;
  updateProfile(argument: _healthbooker_appointment_v1_UpdateProfileRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_healthbooker_appointment_v1_UpdateProfileResponse__Output>): grpc.ClientUnaryCall;
  updateProfile(argument: _healthbooker_appointment_v1_UpdateProfileRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_healthbooker_appointment_v1_UpdateProfileResponse__Output>): grpc.ClientUnaryCall;
  updateProfile(argument: _healthbooker_appointment_v1_UpdateProfileRequest, callback: grpc.requestCallback<_healthbooker_appointment_v1_UpdateProfileResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface AppointmentServiceHandlers extends grpc.UntypedServiceImplementation {
  Book: grpc.handleUnaryCall<_healthbooker_appointment_v1_BookRequest__Output, _healthbooker_appointment_v1_BookResponse>;
  
  Cancel: grpc.handleUnaryCall<_healthbooker_appointment_v1_CancelRequest__Output, _healthbooker_appointment_v1_CancelResponse>;
  
  CheckIn: grpc.handleUnaryCall<_healthbooker_appointment_v1_CheckInRequest__Output, _healthbooker_appointment_v1_CheckInResponse>;
  
  EnsureProfile: grpc.handleUnaryCall<_healthbooker_appointment_v1_EnsureProfileRequest__Output, _healthbooker_appointment_v1_EnsureProfileResponse>;
  
  FindPatient: grpc.handleUnaryCall<_healthbooker_appointment_v1_FindPatientRequest__Output, _healthbooker_appointment_v1_FindPatientResponse>;
  
  GetAppointment: grpc.handleUnaryCall<_healthbooker_appointment_v1_GetAppointmentRequest__Output, _healthbooker_appointment_v1_GetAppointmentResponse>;
  
  GetContact: grpc.handleUnaryCall<_healthbooker_appointment_v1_GetContactRequest__Output, _healthbooker_appointment_v1_GetContactResponse>;
  
  GetProfile: grpc.handleUnaryCall<_healthbooker_appointment_v1_GetProfileRequest__Output, _healthbooker_appointment_v1_GetProfileResponse>;
  
  ListNames: grpc.handleUnaryCall<_healthbooker_appointment_v1_ListNamesRequest__Output, _healthbooker_appointment_v1_ListNamesResponse>;
  
  ListProfiles: grpc.handleUnaryCall<_healthbooker_appointment_v1_ListProfilesRequest__Output, _healthbooker_appointment_v1_ListProfilesResponse>;
  
  ListProviderSchedule: grpc.handleUnaryCall<_healthbooker_appointment_v1_ListProviderScheduleRequest__Output, _healthbooker_appointment_v1_ListProviderScheduleResponse>;
  
  ListTimeline: grpc.handleUnaryCall<_healthbooker_appointment_v1_ListTimelineRequest__Output, _healthbooker_appointment_v1_ListTimelineResponse>;
  
  Move: grpc.handleUnaryCall<_healthbooker_appointment_v1_MoveRequest__Output, _healthbooker_appointment_v1_MoveResponse>;
  
  UpdateProfile: grpc.handleUnaryCall<_healthbooker_appointment_v1_UpdateProfileRequest__Output, _healthbooker_appointment_v1_UpdateProfileResponse>;
  
}

export interface AppointmentServiceDefinition extends grpc.ServiceDefinition {
  Book: MethodDefinition<_healthbooker_appointment_v1_BookRequest, _healthbooker_appointment_v1_BookResponse, _healthbooker_appointment_v1_BookRequest__Output, _healthbooker_appointment_v1_BookResponse__Output>
  Cancel: MethodDefinition<_healthbooker_appointment_v1_CancelRequest, _healthbooker_appointment_v1_CancelResponse, _healthbooker_appointment_v1_CancelRequest__Output, _healthbooker_appointment_v1_CancelResponse__Output>
  CheckIn: MethodDefinition<_healthbooker_appointment_v1_CheckInRequest, _healthbooker_appointment_v1_CheckInResponse, _healthbooker_appointment_v1_CheckInRequest__Output, _healthbooker_appointment_v1_CheckInResponse__Output>
  EnsureProfile: MethodDefinition<_healthbooker_appointment_v1_EnsureProfileRequest, _healthbooker_appointment_v1_EnsureProfileResponse, _healthbooker_appointment_v1_EnsureProfileRequest__Output, _healthbooker_appointment_v1_EnsureProfileResponse__Output>
  FindPatient: MethodDefinition<_healthbooker_appointment_v1_FindPatientRequest, _healthbooker_appointment_v1_FindPatientResponse, _healthbooker_appointment_v1_FindPatientRequest__Output, _healthbooker_appointment_v1_FindPatientResponse__Output>
  GetAppointment: MethodDefinition<_healthbooker_appointment_v1_GetAppointmentRequest, _healthbooker_appointment_v1_GetAppointmentResponse, _healthbooker_appointment_v1_GetAppointmentRequest__Output, _healthbooker_appointment_v1_GetAppointmentResponse__Output>
  GetContact: MethodDefinition<_healthbooker_appointment_v1_GetContactRequest, _healthbooker_appointment_v1_GetContactResponse, _healthbooker_appointment_v1_GetContactRequest__Output, _healthbooker_appointment_v1_GetContactResponse__Output>
  GetProfile: MethodDefinition<_healthbooker_appointment_v1_GetProfileRequest, _healthbooker_appointment_v1_GetProfileResponse, _healthbooker_appointment_v1_GetProfileRequest__Output, _healthbooker_appointment_v1_GetProfileResponse__Output>
  ListNames: MethodDefinition<_healthbooker_appointment_v1_ListNamesRequest, _healthbooker_appointment_v1_ListNamesResponse, _healthbooker_appointment_v1_ListNamesRequest__Output, _healthbooker_appointment_v1_ListNamesResponse__Output>
  ListProfiles: MethodDefinition<_healthbooker_appointment_v1_ListProfilesRequest, _healthbooker_appointment_v1_ListProfilesResponse, _healthbooker_appointment_v1_ListProfilesRequest__Output, _healthbooker_appointment_v1_ListProfilesResponse__Output>
  ListProviderSchedule: MethodDefinition<_healthbooker_appointment_v1_ListProviderScheduleRequest, _healthbooker_appointment_v1_ListProviderScheduleResponse, _healthbooker_appointment_v1_ListProviderScheduleRequest__Output, _healthbooker_appointment_v1_ListProviderScheduleResponse__Output>
  ListTimeline: MethodDefinition<_healthbooker_appointment_v1_ListTimelineRequest, _healthbooker_appointment_v1_ListTimelineResponse, _healthbooker_appointment_v1_ListTimelineRequest__Output, _healthbooker_appointment_v1_ListTimelineResponse__Output>
  Move: MethodDefinition<_healthbooker_appointment_v1_MoveRequest, _healthbooker_appointment_v1_MoveResponse, _healthbooker_appointment_v1_MoveRequest__Output, _healthbooker_appointment_v1_MoveResponse__Output>
  UpdateProfile: MethodDefinition<_healthbooker_appointment_v1_UpdateProfileRequest, _healthbooker_appointment_v1_UpdateProfileResponse, _healthbooker_appointment_v1_UpdateProfileRequest__Output, _healthbooker_appointment_v1_UpdateProfileResponse__Output>
}
