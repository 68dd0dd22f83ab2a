import { randomInt } from 'node:crypto';
import { becomePatient, type Person, type Reply, send } from '../cluster/portal.ts';
import type { Acknowledged } from '../cluster/verify.ts';

export type LoadReport = {
  /** Operations begun, one every 1/rate seconds whether or not earlier ones have ended. */
  scheduled: number;
  good: number;
  /** Operations without an answer, with a fault of ours, or dropped because too many were under way. */
  bad: { at: Date; what: string }[];
  /** Answers that refused something (4xx), by what was asked and how it was refused. */
  refused: Record<string, number>;
  /** Every change that was acknowledged, in its newest version. */
  acknowledged: Acknowledged[];
  /** Milliseconds of good operations. */
  p50: number;
  p99: number;
};

export type Load = { report(): LoadReport; stop(): Promise<LoadReport> };

const most_under_way = 200;
const answer_ms = 5000;
const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };

/** Patients who put load on the system; they sign up the first time. */
export async function loadPatients(url: string, count = 8): Promise<Person[]> {
  const people: Person[] = [];
  // One at a time: the library that signs in keeps one person per process.
  for (let index = 0; index < count; index += 1) {
    people.push(await becomePatient(url, `drill-${index}@example.com`, `Drill Number ${index}`));
  }
  return people;
}

/**
 * Begins `perSecond` operations each second until it is stopped: timelines, searches, and bookings that are read back
 * and cancelled. A refusal (4xx) is a good answer; slots are few and people overlap.
 */
export async function startLoad(url: string, people: readonly Person[], perSecond: number): Promise<Load> {
  const acknowledged = new Map<string, number>();
  const bad: LoadReport['bad'] = [];
  const times: number[] = [];
  const refused: Record<string, number> = {};
  let scheduled = 0;
  const underWay = new Set<Promise<void>>();
  const anybody = () => people[randomInt(people.length)] as Person;
  const { specialties, regions } = await directoryIds(url, anybody());
  const ask: Ask = async (person, method, path, body) => {
    const options = { ...(body !== undefined && { body }), timeout_ms: answer_ms };
    const [, , resource] = path.split(/[/?]/);
    const reply = await send(url, person, method, path, options).catch((cause: Error) => {
      throw new Error(`${method} ${resource}: ${cause.message}`, { cause });
    });
    const asked = `${method} ${resource}: ${reply.status}`;
    if (reply.status >= 400) refused[asked] = (refused[asked] ?? 0) + 1;
    return reply;
  };

  async function operation(): Promise<void> {
    const person = anybody();
    const began = performance.now();
    try {
      const kind = randomInt(4);
      if (kind < 2) good(await ask(person, 'GET', '/v1/appointments'), 'timeline');
      else {
        const specialty = specialties[randomInt(specialties.length)];
        // Nobody knows where these people live.
        const region = regions[randomInt(regions.length)];
        const query = `specialtyId=${specialty}&regionId=${region}&limit=50`;
        const found = await ask(person, 'GET', `/v1/slots?${query}`);
        good(found, 'search');
        if (kind === 3) await bookAndCancel(ask, person, found, acknowledged);
      }
      times.push(performance.now() - began);
    } catch (error) {
      bad.push({ at: new Date(), what: error instanceof Error ? error.message : String(error) });
    }
  }

  const timer = setInterval(() => {
    scheduled += 1;
    if (underWay.size >= most_under_way) {
      bad.push({ at: new Date(), what: 'dropped' });
      return;
    }
    const one = operation();
    underWay.add(one);
    void one.finally(() => underWay.delete(one));
  }, 1000 / perSecond);

  function report(): LoadReport {
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
    const changes = [...acknowledged].map(([appointmentId, version]) => ({ appointmentId, version }));
    return {
      scheduled,
      good: times.length,
      bad: [...bad],
      refused: { ...refused },
      acknowledged: changes,
      p50: at(0.5),
      p99: at(0.99),
    };
  }

  return {
    report,
    async stop() {
      clearInterval(timer);
      await Promise.all(underWay);
      return report();
    },
  };
}

type Ask = (person: Person, method: string, path: string, body?: unknown) => Promise<Reply>;

/** Throws when an answer is our fault, or is one that this load must never get. */
function good(reply: Reply, what: string): Reply {
  if (reply.status >= 500 || reply.status === 401 || reply.status === 429)
    throw new Error(`${what}: ${reply.status}`);
  return reply;
}

async function bookAndCancel(
  ask: Ask,
  person: Person,
  found: Reply,
  acknowledged: Map<string, number>,
): Promise<void> {
  const slots = (found.body['slots'] ?? []) as { id: string }[];
  const slot = slots[randomInt(Math.max(slots.length, 1))];
  if (slot === undefined) return;
  const wanted = { slotId: slot.id, reason: 'A drill', symptoms };
  const booked = good(await ask(person, 'POST', '/v1/appointments', wanted), 'book');
  if (booked.status !== 201) return;
  const { id, version } = booked.body['appointment'] as { id: string; version: number };
  acknowledged.set(id, version);
  const read = good(await ask(person, 'GET', `/v1/appointments/${id}`), 'read back');
  if (read.status !== 200) throw new Error(`an acknowledged booking was answered with ${read.status}`);
  const cancelled = good(await ask(person, 'POST', `/v1/appointments/${id}/cancel`, { version }), 'cancel');
  if (cancelled.status === 200) acknowledged.set(id, version + 1);
}

async function directoryIds(
  url: string,
  person: Person,
): Promise<{ specialties: string[]; regions: string[] }> {
  const { body } = await send(url, person, 'GET', '/v1/directory');
  const idsOf = (list: unknown) => (list as { id: string }[]).map(({ id }) => id);
  return { specialties: idsOf(body['specialties']), regions: idsOf(body['regions']) };
}
