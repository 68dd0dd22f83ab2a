import { isDeepStrictEqual } from 'node:util';
import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import { ServiceError } from '@healthbooker/runtime/errors';
import { counted } from '../soak/tally.ts';
import type { Kept } from './journal.ts';
import type { Person } from './people.ts';
import type { Running } from './running.ts';
import { patiently, personOf, type Scene } from './scene.ts';
import { day_ms } from './time.ts';

/** What every answer to an operation with a key tells. */
type Answered = { appointmentId: string; version: number; status?: string; state?: string } | null;
type Send = (running: Running, person: Person, request: never) => Promise<Answered>;

const waitlist = ({ scheduler }: Running) =>
  scheduler.service<WaitlistServiceDefinition>('healthbooker.scheduler.v1.WaitlistService');
type Asked<Call> = Call extends (name: infer _, request: infer Request, ...rest: never[]) => unknown
  ? Request
  : never;
type Requests = Asked<Running['appointment']>;

/** Operations whose key may come again, each by the front door that people use. */
const senders = {
  book: async ({ appointment }: Running, person: Person, request: Requests) =>
    (await appointment('Book', request, await person.as())).appointment,
  move: async ({ appointment }: Running, person: Person, request: Requests) =>
    (await appointment('Move', request, await person.as())).appointment,
  cancel: async ({ appointment }: Running, person: Person, request: Requests) =>
    (await appointment('Cancel', request, await person.as())).appointment,
  status: async ({ scheduler }: Running, person: Person, request: Requests) =>
    (await scheduler.call('ChangeVisitStatus', request, await person.as())).reservation,
  join: async (running: Running, person: Person, request: Requests) =>
    (await waitlist(running)('JoinWaitlist', request, await person.as())).entry,
  leave: async (running: Running, person: Person, request: Requests) =>
    (await waitlist(running)('LeaveWaitlist', request, await person.as())).entry,
  accept: async (running: Running, person: Person, request: Requests) =>
    (await waitlist(running)('AcceptOffer', request, await person.as())).reservation,
  decline: async (running: Running, person: Person, request: Requests) =>
    (await waitlist(running)('DeclineOffer', request, await person.as())).entry,
} satisfies Record<string, Send>;

export type KeyedKind = keyof typeof senders;

/** So many operations are asked again some day. */
const kept_share = 0.4;

/** Sends an operation with a key; what is answered may be asked for again later. Undefined: it was refused. */
export async function keyed(
  scene: Scene,
  kind: KeyedKind,
  person: Person,
  request: object,
): Promise<Kept['answer'] | undefined> {
  const outcome = await counted(scene.tally, kind, () =>
    patiently(() => send(scene.running, kind, person, request)),
  );
  if ('refusal' in outcome) return undefined;
  const { result: answer } = outcome;
  if (scene.chance.happens(kept_share)) {
    const at = scene.running.time.now().toISOString();
    scene.journal.add({ at, kind, personId: person.id, request, answer });
  }
  return answer;
}

/** How old the keys are that come again: minutes and hours after a lost answer, and long after everything else has gone. */
const ages_days = [0, 1, 34, 36, 89, 92, 180, 400, 760, 850] as const;

/** Asks for operations of long ago again, as somebody would whose answer was lost: each must be answered as it was. */
export async function askAgain(scene: Scene): Promise<void> {
  const { running, journal, chance } = scene;
  const now_ms = running.time.now().getTime();
  for (const age of ages_days) {
    const to = new Date(now_ms - age * day_ms);
    const kept = chance.oneOf(journal.between(new Date(to.getTime() - day_ms), to));
    if (kept === undefined) continue;
    const person = personOf(new Map([...scene.patients, ...scene.clinicians]), kept.personId);
    await counted(scene.tally, `again ${age} days later`, async () => {
      const again = await answeredAgain(scene, person, kept);
      if (again === undefined || isAnsweredAlike(kept, again)) return;
      throw new Error(
        `${kept.kind} of ${kept.at} was answered with ${told(kept.answer)}, and again with ${told(again)}`,
      );
    });
  }
}

/** What was done is refused to nobody who asks again; only a place on a waiting list that ended long ago is there no more. */
async function answeredAgain(
  { running }: Scene,
  person: Person,
  { kind, at, request }: Kept,
): Promise<Kept['answer'] | undefined> {
  try {
    return await patiently(() => send(running, kind as KeyedKind, person, request));
  } catch (error) {
    if (asItIs.has(kind) && error instanceof ServiceError && error.kind === 'not-found') return undefined;
    throw new Error(`${kind} of ${at} was done, and asked again: ${error}`, { cause: error });
  }
}

const asItIs: ReadonlySet<string> = new Set<KeyedKind>(['join', 'leave', 'accept', 'decline']);

/** A place on a waiting list and what came of it are answered as they are when they are asked for again, the rest as it was. */
function isAnsweredAlike({ kind, answer: before }: Kept, after: Kept['answer']): boolean {
  if (!asItIs.has(kind)) return isDeepStrictEqual(after, before);
  return after.appointmentId === before.appointmentId && after.version >= before.version;
}

async function send(
  running: Running,
  kind: KeyedKind,
  person: Person,
  request: object,
): Promise<Kept['answer']> {
  const answered = await (senders[kind] as Send)(running, person, request as never);
  if (answered === null) throw new Error(`${kind} was answered without what was changed`);
  const { appointmentId, version, status, state } = answered;
  return { appointmentId, version, status: status ?? state ?? '' };
}

const told = ({ appointmentId, version, status }: Kept['answer']) =>
  `${appointmentId} version ${version} ${status}`;
