import { randomUUID } from 'node:crypto';
import { availabilityRpcs } from './availability-rules.ts';
import type { Person, Workload } from './callers.ts';
import { careRpcs } from './care-rules.ts';
import { decisionRpcs, seriesRpcs } from './decision-rules.ts';
import type { Fixtures } from './fixtures.ts';
import {
  anyGroup,
  anyPatient,
  clinical,
  type Expected,
  itsPatient,
  itsPatientAndStaff,
  noPerson,
  only,
} from './rules.ts';
import { waitlistRpcs } from './waitlist-rules.ts';

export type RpcRule = {
  people: Expected;
  /** Whether an edge vouches for what the request says, its own token beside the person's. */
  isVouched?: boolean;
  /** The one edge that does; the patients' where several may. */
  voucher?: 'clinic-edge';
  /** Services whose own token it takes. */
  workloads?: readonly Workload[];
  /**
   * A right request about `owner`; only its caller may be wrong. It is made anew for every call. Calls that must be
   * refused come first, while the thing that they ask for still exists.
   */
  request(fixtures: Fixtures, caller: Person | Workload, token: string | undefined): Promise<object> | object;
};

const key = () => ({ operationKey: randomUUID() });
const idempotencyKey = () => ({ idempotencyKey: randomUUID() });

const scheduler: Record<string, RpcRule> = {
  ListAccess: { people: noPerson, workloads: ['ehr'], request: () => ({}) },
  GetDirectory: {
    people: anyGroup,
    workloads: ['patient-edge', 'clinic-edge', 'appointment', 'notification'],
    request: () => ({}),
  },
  SearchSlots: {
    people: only({ owner: 'ok', other: 'ok', provider: 'ok', stranger: 'ok', reception: 'ok', admin: 'ok' }),
    request: ({ need, period }) => ({ ...need, ...period }),
  },
  Propose: {
    people: only({ owner: 'ok', provider: 'ok', stranger: 'ok', reception: 'ok' }),
    request: async ({ ids, proposal, holdIsBy }, caller) => {
      await holdIsBy(caller);
      return { patientId: ids.owner, need: proposal };
    },
  },
  HoldSlot: {
    people: only({ owner: 'ok', provider: 'ok', stranger: 'ok', reception: 'ok' }),
    request: async ({ ids, freeSlot, holdIsBy }, caller) => {
      await holdIsBy(caller);
      return { patientId: ids.owner, slotId: await freeSlot() };
    },
  },
  ExtendHold: {
    people: only({ owner: 'ok', provider: 'ok', stranger: 'ok', reception: 'ok' }),
    request: async ({ ids, hold }) => ({ patientId: ids.owner, holdId: await hold() }),
  },
  ReleaseHold: {
    people: only({ owner: 'ok', provider: 'ok', stranger: 'ok', reception: 'ok' }),
    request: async ({ ids, hold, holdIsBy }, caller) => {
      const holdId = await hold();
      await holdIsBy(caller);
      return { patientId: ids.owner, holdId };
    },
  },
  Reserve: {
    people: only({ owner: 'ok', reception: 'ok' }),
    request: async ({ ids, freeSlot }) => ({
      appointmentId: randomUUID(),
      patientId: ids.owner,
      slotId: await freeSlot(),
      reason: 'A cough',
      urgency: 'URGENCY_ROUTINE',
      ...key(),
    }),
  },
  MoveReservation: {
    people: itsPatientAndStaff,
    request: async ({ booked, freeSlot }) => ({ ...(await booked()), slotId: await freeSlot(), ...key() }),
  },
  CancelReservation: {
    people: itsPatientAndStaff,
    request: async ({ booked }) => ({ ...(await booked()), ...key() }),
  },
  ChangeVisitStatus: {
    people: itsPatientAndStaff,
    request: async ({ dueNow }) => ({ ...(await dueNow()), status: 'VISIT_STATUS_ARRIVED', ...key() }),
  },
  GetReservation: {
    people: itsPatientAndStaff,
    workloads: ['appointment', 'ehr', 'notification'],
    request: ({ appointmentId }) => ({ appointmentId }),
  },
  ListProviderDay: {
    people: only({ provider: 'ok', stranger: 'not-found', reception: 'ok' }),
    request: ({ ids, today }) => ({ providerId: ids.provider, ...today }),
  },
  ListChanged: {
    people: noPerson,
    workloads: ['appointment', 'ehr', 'notification'],
    request: () => ({}),
  },
  SetPatientReach: {
    people: noPerson,
    workloads: ['appointment'],
    request: ({ ids }) => ({ patientId: ids.owner, regionId: '', needsStepFree: false, profileVersion: 1 }),
  },
  HasCareRelationship: {
    // The answer is about the caller's own team, so the stranger gets one: that there is none.
    people: only({ provider: 'ok', stranger: 'ok' }),
    request: ({ ids }) => ({ patientId: ids.owner }),
  },
};

const appointment: Record<string, RpcRule> = {
  EnsureProfile: { people: anyGroup, isVouched: true, request: ({ account }, caller) => account(caller) },
  GetProfile: {
    people: only({ owner: 'ok', other: 'not-found', reception: 'ok' }),
    request: ({ ids }) => ({ personId: ids.owner }),
  },
  UpdateProfile: {
    people: anyPatient,
    request: async ({ profileVersion }, _, token) => ({
      expectedVersion: await profileVersion(token),
      phone: '020 7946 0001',
    }),
  },
  ListProfiles: {
    // Patients get those they act for or who act for them: of a stranger, nothing.
    people: only({
      owner: 'ok',
      other: 'ok',
      provider: 'ok',
      stranger: 'ok',
      reception: 'ok',
      privacy: 'ok',
      admin: 'ok',
    }),
    request: ({ ids }) => ({ personIds: [ids.owner] }),
  },
  ListNames: {
    people: noPerson,
    workloads: ['ehr'],
    request: ({ ids }) => ({ personIds: [ids.owner] }),
  },
  FindPatient: {
    people: only({ reception: 'ok' }),
    request: async ({ numberOf }) => ({ medicalRecordNumber: await numberOf('owner') }),
  },
  GetContact: {
    people: noPerson,
    workloads: ['notification'],
    request: ({ ids }) => ({ personId: ids.owner }),
  },
  GetIdentity: {
    people: only({ owner: 'ok', other: 'not-found', proxy: 'not-found', reception: 'ok' }),
    request: ({ ids }) => ({ personId: ids.owner }),
  },
  RequestIdentityChange: {
    people: anyPatient,
    request: ({ identityWish }, _, token) => identityWish(token),
  },
  // Taking back what is not there changes nothing.
  WithdrawIdentityRequest: { people: anyPatient, request: () => ({ requestId: randomUUID() }) },
  ConfirmIdentityRequest: {
    people: only({ reception: 'ok' }),
    request: async ({ identityRequest }) => ({ ...(await identityRequest()), evidence: 'Passport' }),
  },
  RefuseIdentityRequest: {
    people: only({ reception: 'ok' }),
    request: async ({ identityRequest }) => ({ ...(await identityRequest()), refusal: 'No document' }),
  },
  SetPostcode: {
    people: only({ reception: 'ok' }),
    request: ({ ids }) => ({ personId: ids.owner, postcode: 'SE1 7XX' }),
  },
  TakeAccountNotices: { people: noPerson, workloads: ['notification'], request: () => ({ keptIds: [] }) },
  GetAccountNotice: {
    people: noPerson,
    workloads: ['notification'],
    request: ({ accountNotice }) => accountNotice(),
  },
  Book: {
    people: anyPatient,
    request: async ({ freeSlot, symptoms }) => ({
      slotId: await freeSlot(),
      reason: 'A cough',
      symptoms,
      ...idempotencyKey(),
    }),
  },
  Move: {
    people: itsPatient,
    request: async ({ booked, freeSlot }) => ({
      ...(await booked()),
      slotId: await freeSlot(),
      ...idempotencyKey(),
    }),
  },
  Cancel: {
    people: itsPatient,
    request: async ({ booked }) => ({ ...(await booked()), ...idempotencyKey() }),
  },
  CheckIn: {
    people: itsPatient,
    request: async ({ dueNow }) => ({ ...(await dueNow()), ...idempotencyKey() }),
  },
  GetAppointment: { people: itsPatient, request: ({ appointmentId }) => ({ appointmentId }) },
  ListTimeline: {
    people: only({ owner: 'ok', other: 'not-found', reception: 'ok' }),
    request: ({ ids }) => ({ personId: ids.owner }),
  },
  ListProviderSchedule: {
    people: only({ provider: 'ok', stranger: 'not-found', reception: 'ok' }),
    request: ({ ids, period }) => ({ providerId: ids.provider, ...period }),
  },
};

const chartReaders = clinical(
  only({ owner: 'ok', other: 'not-found', provider: 'ok', stranger: 'not-found' }),
);
const chartWriters = only({ provider: 'ok', stranger: 'not-found' });

/** A new form each time: what is saved once is not replaced by who does not know it. */
const draft = {
  get form() {
    return `amend-${randomUUID()}`;
  },
  fields: [{ name: 'text', value: 'Chest clear' }],
  expectedVersion: 0,
};

const ehr: Record<string, RpcRule> = {
  GetChart: { people: chartReaders, request: ({ ids }) => ({ patientId: ids.owner }) },
  GetEntryHistory: {
    people: chartReaders,
    request: ({ ids, entryId }) => ({ patientId: ids.owner, entryId }),
  },
  AddEntry: {
    people: chartWriters,
    request: ({ ids, note }) => ({ patientId: ids.owner, ...note, ...key() }),
  },
  AmendEntry: {
    people: chartWriters,
    request: async ({ ids, note, newEntry }) => ({
      patientId: ids.owner,
      entryId: await newEntry(),
      expectedVersion: 1,
      ...note,
      reason: 'Written too soon',
      ...key(),
    }),
  },
  RequestCorrection: {
    people: clinical(itsPatient),
    request: async ({ ids, newEntry }) => ({
      patientId: ids.owner,
      entryId: await newEntry(),
      entryVersion: 1,
      text: 'It was the left knee',
      ...key(),
    }),
  },
  AnswerCorrection: {
    people: chartWriters,
    request: async ({ ids, correction }) => ({
      patientId: ids.owner,
      entryId: await correction(),
      expectedVersion: 1,
      state: 'declined',
      answer: 'It was the right one',
      ...key(),
    }),
  },
  SaveDraft: {
    people: chartWriters,
    request: ({ ids }) => ({ patientId: ids.owner, ...draft, operationKey: randomUUID() }),
  },
  // Each asks for their own: of those who may, nobody has one.
  GetDraft: {
    people: only({ provider: 'not-found', stranger: 'not-found' }),
    request: ({ ids }) => ({ patientId: ids.owner, form: 'medication' }),
  },
  DiscardDraft: {
    people: chartWriters,
    request: ({ ids }) => ({ patientId: ids.owner, form: 'medication' }),
  },
  ListAccess: { people: clinical(itsPatient), request: ({ ids }) => ({ patientId: ids.owner }) },
};

const notification: Record<string, RpcRule> = {
  ListMessages: {
    people: only({ owner: 'ok', other: 'not-found', proxy: 'not-found', reception: 'ok', admin: 'ok' }),
    request: ({ ids }) => ({ personId: ids.owner }),
  },
  GetCalendar: { people: itsPatient, request: ({ appointmentId }) => ({ appointmentId }) },
};

/** What each caller gets from every RPC, by service and method. Written from protos/README.md, not from the code. */
export const rpcRules: Readonly<Record<string, Readonly<Record<string, RpcRule>>>> = {
  scheduler: {
    ...scheduler,
    ...availabilityRpcs,
    ...careRpcs,
    ...decisionRpcs,
    ...seriesRpcs,
    ...waitlistRpcs,
  },
  appointment,
  ehr,
  notification,
};
