import { randomUUID } from 'node:crypto';
import { ServiceError } from '@healthbooker/runtime/errors';
import { datesWithoutSlots, type TestHospital } from '../hospital.ts';
import { accessToken, workloadToken } from '../tokens.ts';
import { goodTokens, type Ids, newPeople, type Person, people, type Workload } from './callers.ts';
import type { RawService } from './raw-call.ts';

const day_ms = 86_400_000;
const due_min = 10;
export const symptoms = {
  emergencySigns: false,
  gettingWorse: false,
  limitsDailyLife: false,
  longStanding: true,
};
const note = {
  body: { encounterNote: { text: 'Chest clear', plan: 'Rest', appointmentId: '' } },
  release: 'RELEASE_NOW',
};

/** What requests are made of. Everything belongs to `owner`, whose provider is `provider`. */
export type Fixtures = Awaited<ReturnType<typeof prepare>>;

type Services = Record<'scheduler' | 'appointment' | 'ehr', RawService>;

type WaitingEntry = {
  appointmentId: string;
  version: number;
  state: string;
  offer: { holdId: string } | null;
};

/** Lets every person have a profile, books an appointment and writes an entry. */
export async function prepare(hospital: TestHospital, services: Services) {
  const ids: Ids = newPeople(hospital.providers);
  const tokens = await goodTokens(ids);
  const { scheduler, appointment, ehr } = services;
  const need = { specialtyId: hospital.specialtyId, visitTypeId: hospital.visitTypeId };
  await letItBeDaytime(hospital);
  const from = new Date(Math.ceil(Date.now() / day_ms + 5) * day_ms);
  const slots = await hospital.addSlots(from, 900);
  // Beyond all others, so that a proposal never takes what another request is about.
  const proposed = new Date(from.getTime() + 20 * day_ms);
  await hospital.addSlots(proposed, 40);
  const dueFrom = Date.now() + 180_000;
  let due = 0;
  let kept = new Map<string, Promise<unknown>>();

  /** The same thing to every request until `renew`. */
  function keep<T>(name: string, make: () => Promise<T>): Promise<T> {
    const made = (kept.get(name) as Promise<T> | undefined) ?? make();
    kept.set(name, made);
    return made;
  }

  async function takeSlot(): Promise<string> {
    const id = slots.shift();
    if (id === undefined) throw new Error('The test hospital has no slots left');
    return id;
  }

  async function reserve(slotId: string): Promise<string> {
    const appointmentId = randomUUID();
    const what = {
      appointmentId,
      patientId: ids.owner,
      slotId,
      reason: 'A cough',
      urgency: 'URGENCY_ROUTINE',
    };
    await scheduler.call('Reserve', { ...what, operationKey: randomUUID() }, tokens.owner);
    return appointmentId;
  }

  const account = (caller: Person | Workload) => ({
    email: `${idOf(caller)}@example.com`,
    name: 'Ada Lovelace',
    birthDate: '1985-12-10',
    phone: '',
  });
  const idOf = (caller: Person | Workload): string =>
    new Map<string, string>(Object.entries(ids)).get(caller) ?? '';

  const voucher = await workloadToken('patient-edge', 'appointment');
  for (const person of people) {
    if (person === 'groupless') continue;
    await appointment.call('EnsureProfile', account(person), tokens[person], voucher);
  }
  const relativeId = randomUUID();
  const relative = await accessToken({ sub: relativeId, groups: ['Patients'] });
  await appointment.call('EnsureProfile', account('other'), relative, voucher);
  const clinicEdge = await workloadToken('clinic-edge', 'scheduler');
  /** What reception says of a link; who is a child, as here, needs no second person. */
  const wish = (proxyId: string, scope = 'PROXY_SCOPE_RECORD') => ({
    patientId: ids.owner,
    proxyId,
    scope,
    evidence: 'Passport',
    reason: 'Mother',
    patientBirthDate: new Date(Date.now() - 4000 * day_ms).toISOString().slice(0, 10),
  });
  const link = (proxyId: string, scope?: string) =>
    scheduler.call('GrantProxy', wish(proxyId, scope), tokens.reception, clinicEdge);
  await link(ids.proxy);
  await link(ids.booker, 'PROXY_SCOPE_BOOKINGS');
  const otherReceptionist = await accessToken({ sub: randomUUID(), groups: ['Receptionists'] });
  const appointmentId = await reserve(await takeSlot());
  const order = () => ({
    patientId: ids.owner,
    kind: 'REFERRAL_KIND_FOLLOW_UP',
    specialtyId: hospital.specialtyId,
    urgency: 'URGENCY_ROUTINE',
    operationKey: randomUUID(),
  });
  const waitingNeed = { ...need, ...datesWithoutSlots(), symptoms };
  const leaveWaitlists = async () => {
    const { entries } = await scheduler.call('ListWaitlist', { patientId: ids.owner }, tokens.owner);
    for (const { appointmentId, version, state } of entries as WaitingEntry[]) {
      if (state !== 'WAITLIST_STATE_WAITING' && state !== 'WAITLIST_STATE_OFFERED') continue;
      const request = { appointmentId, expectedVersion: version, operationKey: randomUUID() };
      await scheduler.call('LeaveWaitlist', request, tokens.owner);
    }
  };
  const join = async (wanted: object) => {
    await leaveWaitlists();
    const request = { patientId: ids.owner, need: wanted, operationKey: randomUUID() };
    return (await scheduler.call('JoinWaitlist', request, tokens.owner))['entry'] as WaitingEntry;
  };
  const waitFrom = new Date(from.getTime() + 30 * day_ms + 12 * 3_600_000);
  let waits = 0;
  const addEntry = async () => {
    const request = { patientId: ids.owner, ...note, operationKey: randomUUID() };
    const { entry } = await ehr.call('AddEntry', request, tokens.provider);
    return (entry as { entryId: string }).entryId;
  };

  const newSeries = async () => ({
    seriesId: randomUUID(),
    patientId: ids.owner,
    everyWeeks: 1,
    reason: 'A cough',
    visits: [
      { appointmentId: randomUUID(), slotId: await takeSlot() },
      { appointmentId: randomUUID(), slotId: await takeSlot() },
    ],
    urgency: 'URGENCY_ROUTINE',
    operationKey: randomUUID(),
  });

  /** Somebody new asks for another name. */
  const askForName = async () => {
    const personId = randomUUID();
    const token = await accessToken({ sub: personId, groups: ['Patients'] });
    await appointment.call('EnsureProfile', account('other'), token, voucher);
    const wish = { wanted: { name: 'Augusta King' }, reason: 'Married; I bring the certificate' };
    const { request } = await appointment.call('RequestIdentityChange', wish, token);
    return { personId, requestId: (request as { id: string }).id };
  };

  return {
    ids,
    tokens,
    appointmentId,
    /** Somebody with a profile, who is none of these people. */
    relativeId,
    entryId: await addEntry(),
    need,
    note,
    symptoms,
    account,
    proposal: { ...need, earliestDate: proposed.toISOString().slice(0, 10), symptoms },
    period: { fromAt: new Date().toISOString(), toAt: new Date(Date.now() + 60 * day_ms).toISOString() },
    today: {
      fromAt: new Date(Date.now() - day_ms).toISOString(),
      toAt: new Date(Date.now() + day_ms).toISOString(),
    },
    order,
    /** A code that none of these people made. */
    invitation: () =>
      keep('invitation', async () => {
        const token = await accessToken({ sub: randomUUID(), groups: ['Patients'] });
        return (await scheduler.call('InviteProxy', {}, token))['code'] as string;
      }),
    /** Somebody who acts for the owner. */
    anotherProxy: () =>
      keep('anotherProxy', async () => {
        const proxyId = randomUUID();
        await link(proxyId);
        return proxyId;
      }),
    wish,
    /** What the caller may ask for: nothing else of theirs is open then. */
    identityWish: async (token: string | undefined) => {
      try {
        const { request } = await appointment.call('GetIdentity', {}, token);
        const { id: requestId } = (request as { id: string } | null) ?? {};
        if (requestId !== undefined) await appointment.call('WithdrawIdentityRequest', { requestId }, token);
      } catch (err) {
        if (!(err instanceof ServiceError)) throw err;
      }
      return { wanted: { name: 'Augusta King' }, reason: 'Married; I bring the certificate' };
    },
    /** What a stranger asks reception to confirm. */
    identityRequest: () => keep('identityRequest', askForName),
    /** A notice that somebody is owed, of a request that was refused. */
    accountNotice: () =>
      keep('accountNotice', async () => {
        const { personId, requestId } = await askForName();
        const refusal = { personId, requestId, refusal: 'No document' };
        await appointment.call('RefuseIdentityRequest', refusal, tokens.reception);
        return { personId, noticeId: requestId, kind: 'ACCOUNT_NOTICE_KIND_REFUSED' };
      }),
    /** A link of strangers that a colleague has to confirm. */
    unconfirmedLink: () =>
      keep('unconfirmedLink', async () => {
        const request = { ...wish(randomUUID()), patientId: randomUUID(), patientBirthDate: '' };
        const { link } = await scheduler.call('GrantProxy', request, otherReceptionist, clinicEdge);
        return (link as { id: string }).id;
      }),
    /** A link to the owner's record. */
    recordLink: () =>
      keep('recordLink', async () => {
        const { link: made } = await link(randomUUID());
        return (made as { id: string }).id;
      }),
    /** A link of strangers, made by somebody else than these people: nobody reviews their own act. */
    reviewableLink: () =>
      keep('reviewableLink', async () => {
        const request = { ...wish(randomUUID()), patientId: randomUUID() };
        const { link: made } = await scheduler.call('GrantProxy', request, otherReceptionist, clinicEdge);
        return (made as { id: string }).id;
      }),
    /** The secret of a notice about a link of strangers. */
    noticeSecret: () =>
      keep('noticeSecret', async () => {
        const request = { ...wish(randomUUID()), patientId: randomUUID() };
        const { link } = await scheduler.call('GrantProxy', request, otherReceptionist, clinicEdge);
        const notification = await workloadToken('notification', 'scheduler');
        const { id: linkId } = link as { id: string };
        return (await scheduler.call('GetProxyNotice', { linkId }, notification))['secret'] as string;
      }),
    /** An order that was placed for the owner. */
    referral: () =>
      keep('referral', async () => {
        const { referral } = await scheduler.call('PlaceReferral', order(), tokens.provider);
        return (referral as { id: string }).id;
      }),
    waitingNeed,
    leaveWaitlists,
    /** The owner's place on the waiting list. */
    waiting: () =>
      keep('waiting', async () => {
        const { appointmentId, version } = await join(waitingNeed);
        return { appointmentId, expectedVersion: version };
      }),
    /** The same with an offer. */
    offered: () =>
      keep('offered', async () => {
        const start = new Date(waitFrom.getTime() + waits * day_ms);
        waits += 1;
        await hospital.addSlots(start, 1);
        const date = start.toISOString().slice(0, 10);
        const { appointmentId, version, offer } = await join({
          ...waitingNeed,
          earliestDate: date,
          latestDate: date,
        });
        return { appointmentId, expectedVersion: version, holdId: offer?.holdId ?? '' };
      }),
    /** A slot that nobody has. */
    freeSlot: () => keep('freeSlot', takeSlot),
    /** What a series is booked with. */
    newSeries: () => keep('newSeries', newSeries),
    /** The first visit of a series that is as it was booked. */
    series: () =>
      keep('series', async () => {
        const request = await newSeries();
        await scheduler.call('ReserveSeries', request, tokens.owner);
        const appointmentId = request.visits[0]?.appointmentId ?? '';
        const versions = [{ appointmentId, expectedVersion: 1 }];
        return { seriesId: request.seriesId, appointmentId, versions };
      }),
    /** An appointment that is as it was booked. */
    booked: () =>
      keep('booked', async () => ({ appointmentId: await reserve(await takeSlot()), expectedVersion: 1 })),
    /** One that the clinic moved, whose patient has not answered yet. */
    movedByClinic: () =>
      keep('movedByClinic', async () => {
        const moved = await reserve(await takeSlot());
        await hospital.pool.query('update reservation set awaits_answer = true where appointment_id = $1', [
          moved,
        ]);
        return { appointmentId: moved, expectedVersion: 1 };
      }),
    /** One that takes place today. */
    dueNow: () =>
      keep('dueNow', async () => {
        // Short ones: there are many, and all are to be on this day.
        const start = new Date(dueFrom + due * due_min * 60_000);
        const [slotId = ''] = await hospital.addSlots(start, 1, due_min);
        due += 1;
        return { appointmentId: await reserve(slotId), expectedVersion: 1 };
      }),
    /** Lets it be this person who has asked for what the owner holds: staff change only what they hold themselves. */
    holdIsBy: (caller: Person | Workload) =>
      hospital.pool.query("update hold set held_by = $2 where patient_id = $1 and state = 'open'", [
        ids.owner,
        idOf(caller) || null,
      ]),
    /** A slot that the owner holds. */
    hold: () =>
      keep('hold', async () => {
        const request = { patientId: ids.owner, slotId: await takeSlot() };
        const { hold } = await scheduler.call('HoldSlot', request, tokens.owner);
        return (hold as { id: string }).id;
      }),
    /** An entry in its first version. */
    newEntry: () => keep('newEntry', addEntry),
    /** A request of the owner to correct an entry, not answered yet. */
    correction: () =>
      keep('correction', async () => {
        const about = { patientId: ids.owner, entryId: await addEntry(), entryVersion: 1 };
        const request = { ...about, text: 'It was the left knee', operationKey: randomUUID() };
        const { entry } = await ehr.call('RequestCorrection', request, tokens.owner);
        return (entry as { entryId: string }).entryId;
      }),
    /** The medical record number of somebody who has a profile. */
    async numberOf(person: Person): Promise<string> {
      const { profile } = await appointment.call('GetProfile', {}, tokens[person]);
      return (profile as { medicalRecordNumber: string }).medicalRecordNumber;
    },
    /** The version of the caller's own profile; 1 for whoever may not ask for it. */
    async profileVersion(token: string | undefined): Promise<number> {
      try {
        const { profile } = await appointment.call('GetProfile', {}, token);
        return (profile as { version: number }).version;
      } catch (err) {
        if (err instanceof ServiceError) return 1;
        throw err;
      }
    },
    /** After something was done: the next request is about something new. */
    renew() {
      kept = new Map();
    },
  };
}

/** "On the day of the visit" must not end while the test runs: at the clinic it is between 1 and 18 o'clock. */
async function letItBeDaytime(hospital: TestHospital): Promise<void> {
  const hour = new Date().getUTCHours();
  const timeZone = hour >= 1 && hour <= 17 ? 'Europe/London' : 'Asia/Tokyo';
  await hospital.pool.query('update location set time_zone = $1', [timeZone]);
}
