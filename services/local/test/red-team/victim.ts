import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { ServiceError } from '@healthbooker/runtime/errors';
import { symptoms } from '../access/fixtures.ts';
import type { RawService } from '../access/raw-call.ts';
import { datesWithoutSlots, type TestHospital } from '../hospital.ts';
import { accessToken, workloadToken } from '../tokens.ts';
import type { Canaries } from './canaries.ts';
import type { Kind } from './ids.ts';

type Services = Record<'scheduler' | 'appointment' | 'ehr', RawService>;

/** A patient with something in every clinical field, each of it a canary. */
export type Victim = {
  name: string;
  id: string;
  token: string;
  /** What the attacker is told. */
  known: Map<Kind, string[]>;
  /** Makes again what attacks use up: a visit, a hold, a place on the waiting list. */
  renew(): Promise<void>;
  /** Everything clinical about them, as they and who treats them read it. */
  readAll(): Promise<string>;
};

const routine = 'URGENCY_ROUTINE';
const key = () => ({ operationKey: randomUUID() });
const nowIso = () => new Date().toISOString();

/** @param slots free ones of the hospital's first clinician, who treats the victim */
export async function makeVictim(
  name: string,
  { scheduler, appointment, ehr }: Services,
  hospital: TestHospital,
  slots: () => string,
  canaries: Canaries,
): Promise<Victim> {
  const id = randomUUID();
  const [treating] = hospital.providers;
  const token = await accessToken({ sub: id, groups: ['Patients'] });
  const clinician = await accessToken({ sub: treating, groups: ['Providers'] });
  const word = (field: string) => canaries.word(name, field);
  const need = { specialtyId: hospital.specialtyId, visitTypeId: hospital.visitTypeId };
  const known = new Map<Kind, string[]>([['person', [id, id]]]);
  const tell = (kind: Kind, ...ids: string[]) =>
    known.set(kind, [...(known.get(kind) ?? []), ...ids].slice(-8));

  await appointment.call(
    'EnsureProfile',
    { email: `${id}@example.com`, name: `Vera ${name}`, birthDate: '1985-12-10', phone: '' },
    token,
    await workloadToken('patient-edge', 'appointment'),
  );

  const { request } = await appointment.call(
    'RequestIdentityChange',
    { wanted: { sex: 'other' }, reason: word('reason for another legal name') },
    token,
  );
  tell('request', (request as { id: string }).id);

  const reserve = async (reason: string) => {
    const appointmentId = randomUUID();
    const visit = { appointmentId, patientId: id, slotId: slots(), reason, urgency: routine };
    await scheduler.call('Reserve', { ...visit, ...key() }, token);
    tell('appointment', appointmentId);
    return appointmentId;
  };
  const leave = async () => {
    const { entries } = await scheduler.call('ListWaitlist', { patientId: id }, token);
    for (const entry of entries as { appointmentId: string; version: number; state: string }[]) {
      if (!/WAITING|OFFERED/.test(entry.state)) continue;
      const { appointmentId, version: expectedVersion } = entry;
      await scheduler.call('LeaveWaitlist', { appointmentId, expectedVersion, ...key() }, token);
    }
  };
  const wait = async (reason: string) => {
    await leave();
    const wanted = { ...need, ...datesWithoutSlots(), symptoms };
    const { entry } = await scheduler.call(
      'JoinWaitlist',
      { patientId: id, need: wanted, reason, ...key() },
      token,
    );
    const { appointmentId } = entry as { appointmentId: string };
    tell('waiting', appointmentId);
    return appointmentId;
  };
  const refer = async () => {
    const order = {
      patientId: id,
      kind: 'REFERRAL_KIND_FOLLOW_UP',
      specialtyId: need.specialtyId,
      urgency: routine,
    };
    const { referral } = await scheduler.call('PlaceReferral', { ...order, ...key() }, clinician);
    return (referral as { id: string }).id;
  };
  const write = async (body: object, release = 'RELEASE_NOW') => {
    const { entry } = await ehr.call('AddEntry', { patientId: id, body, release, ...key() }, clinician);
    return (entry as { entryId: string }).entryId;
  };
  const note = (what: string) => ({
    encounterNote: { text: word(`text of ${what}`), plan: word(`plan of ${what}`), appointmentId: '' },
  });
  const coding = (what: string) => ({
    system: 'http://snomed.info/sct',
    code: '22298006',
    display: word(`coding of ${what}`),
  });

  const panel = () => ({
    observation: {
      coding: coding('a panel'),
      name: word('name of a panel'),
      plainName: word('plain name of a panel'),
      observedAt: nowIso(),
      components: ['one part', 'another part'].map((part) => ({
        coding: coding(`${part} of a panel`),
        name: word(`name of ${part} of a panel`),
        plainName: word(`plain name of ${part} of a panel`),
        value: 42,
        unit: 'mm',
      })),
    },
  });
  const writeAllTheSame = async (overrideReason: string) => {
    const allergic = { allergy: { noneKnown: false, substance: 'Penicillin', clinicalStatus: 'active' } };
    const entryId = await write(allergic);
    const medication = { name: 'Penicillin V', dosage: word('dosage of a risk'), status: 'active' };
    const order = { patientId: id, body: { medication }, release: 'RELEASE_NOW' };
    const warned = await ehr.call('AddEntry', { ...order, ...key() }, clinician).then(
      () => assert.fail('penicillin for who is allergic to it was written without a warning'),
      (error: ServiceError) => error,
    );
    const { key: warningsKey } = JSON.parse(warned.details?.['warnings'] ?? '{}') as { key?: string };
    const confirmation = { overrideReason, warningsKey: warningsKey ?? '' };
    await ehr.call('AddEntry', { ...order, confirmation, ...key() }, clinician);
    return entryId;
  };

  await reserve(word('reason for a visit'));
  const cancelled = await reserve(word('reason for a visit that was cancelled'));
  await scheduler.call(
    'CancelReservation',
    { appointmentId: cancelled, expectedVersion: 1, ...key() },
    token,
  );
  const seriesId = randomUUID();
  const visits = [slots(), slots()].map((slotId) => ({ appointmentId: randomUUID(), slotId }));
  await scheduler.call(
    'ReserveSeries',
    {
      seriesId,
      patientId: id,
      everyWeeks: 1,
      visits,
      reason: word('reason for a series'),
      urgency: routine,
      ...key(),
    },
    token,
  );
  tell('series', seriesId);
  tell('appointment', ...visits.map(({ appointmentId }) => appointmentId));

  await leave();
  const waiting = await wait(word('reason for waiting'));
  const note1 = word('note of a contact');
  const contact = {
    appointmentId: waiting,
    expectedVersion: 1,
    outcome: 'CONTACT_OUTCOME_REACHED',
    note: note1,
  };
  await scheduler.call('RecordContact', { ...contact, ...key() }, clinician);
  const { entry: triaged } = await scheduler.call('GetWaitlistEntry', { appointmentId: waiting }, clinician);
  const retriage = { appointmentId: waiting, expectedVersion: (triaged as { version: number }).version };
  await scheduler.call(
    'Retriage',
    { ...retriage, urgency: 'URGENCY_SOON', reason: word('reason of another urgency'), ...key() },
    clinician,
  );

  tell('referral', await refer());
  canaries.id(name, 'a referral', await refer());

  const entries = [
    await write(note('a note')),
    await write(note('a note that is never released'), 'RELEASE_NEVER'),
    await write(note('a note to be reviewed'), 'RELEASE_AFTER_REVIEW'),
    await write({
      condition: {
        coding: coding('a condition'),
        term: word('term of a condition'),
        plainTerm: word('plain term'),
        clinicalStatus: 'active',
        onsetDate: '',
      },
    }),
    await write({
      allergy: {
        noneKnown: false,
        coding: coding('an allergy'),
        substance: word('substance of an allergy'),
        reaction: word('reaction of an allergy'),
        severity: 'mild',
        clinicalStatus: 'active',
      },
    }),
    await write({
      medication: {
        coding: coding('a medicine'),
        name: word('name of a medicine'),
        dosage: word('dosage of a medicine'),
        status: 'active',
        startedDate: '',
      },
    }),
    await write({
      observation: {
        coding: coding('a result'),
        name: word('name of a result'),
        plainName: word('plain name of a result'),
        value: 42,
        unit: 'mm',
        observedAt: nowIso(),
      },
    }),
  ];
  entries.push(await write(panel()), await writeAllTheSame(word('reason to prescribe it all the same')));
  tell('entry', ...entries);
  const amended = await write(note('a note that was amended'));
  await ehr.call(
    'AmendEntry',
    {
      patientId: id,
      entryId: amended,
      expectedVersion: 1,
      body: note('an amendment'),
      release: 'RELEASE_NOW',
      reason: word('reason of an amendment'),
      ...key(),
    },
    clinician,
  );
  const ask = async (text: string) => {
    const about = { patientId: id, entryId: entries[0], entryVersion: 1, text };
    const { entry } = await ehr.call('RequestCorrection', { ...about, ...key() }, token);
    return (entry as { entryId: string }).entryId;
  };
  const answered = await ask(word('a request for a correction'));
  await ehr.call(
    'AnswerCorrection',
    {
      patientId: id,
      entryId: answered,
      expectedVersion: 1,
      state: 'declined',
      answer: word('the answer to a request for a correction'),
      ...key(),
    },
    clinician,
  );
  tell('entry', amended, await ask(word('a request for a correction that is open')));
  const secret = await write(note('a note whose id is not known'));
  canaries.id(name, 'that there is an entry', secret);
  // The last of all: what is signed takes its draft away.
  await ehr.call(
    'SaveDraft',
    {
      patientId: id,
      form: 'encounter-note',
      fields: [{ name: 'text', value: word('text of a draft') }],
      expectedVersion: 0,
      ...key(),
    },
    clinician,
  );
  tell('provider', treating);

  return {
    name,
    id,
    token,
    known,
    async renew() {
      await reserve(word('reason for a later visit'));
      await wait(word('reason for waiting later'));
      const { hold } = await scheduler.call('HoldSlot', { patientId: id, slotId: slots() }, token);
      tell('hold', (hold as { id: string }).id);
    },
    async readAll() {
      const answers: unknown[] = [];
      const read = async (service: RawService, method: string, request: object, by: string) => {
        answers.push(await service.call(method, request, by));
      };
      await read(ehr, 'GetChart', { patientId: id }, clinician);
      await read(ehr, 'GetDraft', { patientId: id, form: 'encounter-note' }, clinician);
      await read(appointment, 'GetIdentity', {}, token);
      const [chart] = answers as [{ entries: { entryId: string }[] }];
      for (const { entryId } of chart.entries)
        await read(ehr, 'GetEntryHistory', { patientId: id, entryId }, clinician);
      await read(scheduler, 'ListReferrals', { patientId: id }, clinician);
      await read(scheduler, 'ListWaitlist', { patientId: id }, token);
      const { rows } = await hospital.pool.query<{ all: string }>(
        `select string_agg(t::text, ' ') as all from (
           select row_to_json(reservation) as t from reservation where patient_id = $1
           union all select row_to_json(decision) from decision where appointment_id = any($2)
           union all select row_to_json(waitlist_entry) from waitlist_entry where patient_id = $1) x`,
        [id, [waiting, ...(known.get('waiting') ?? [])]],
      );
      return JSON.stringify([answers, rows]);
    },
  };
}
