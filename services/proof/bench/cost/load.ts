import { setTimeout as sleep } from 'node:timers/promises';
import type { Work } from './operations.ts';

/** How operations arrive: each when it is due, or each when one of so many before it has been answered. */
export type Arrival = { kind: 'open'; perSecond: number } | { kind: 'closed'; inFlight: number };

/** How an arrival is called in tables and results. */
export function arrivalName(arrival: Arrival): string {
  return arrival.kind === 'open' ? `${arrival.perSecond}/s` : `${arrival.inFlight} in flight`;
}

/** Later than this, what is sent is no longer what was asked for. */
const latest_ms = 1000;

/**
 * Sends all of the work and waits for every answer.
 * @throws the first failure, or that one was sent more than a second late, after every answer has come
 */
export async function send(work: readonly Work[], arrival: Arrival, signal: AbortSignal): Promise<void> {
  const sent =
    arrival.kind === 'open' ? sendWhenDue(work, arrival, signal) : sendInTurn(work, arrival, signal);
  const outcomes = await Promise.allSettled(await sent);
  signal.throwIfAborted();
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  if (failures.length === 0) return;
  throw new Error(`${failures.length} of ${work.length} failed, the first with: ${failures[0].message}`);
}

async function sendWhenDue(
  work: readonly Work[],
  { perSecond }: { perSecond: number },
  signal: AbortSignal,
): Promise<Promise<unknown>[]> {
  const began = performance.now();
  const answers: Promise<unknown>[] = [];
  for (const [index, one] of work.entries()) {
    const due = began + (index * 1000) / perSecond;
    await sleep(Math.max(0, due - performance.now()), undefined, { signal });
    const late_ms = performance.now() - due;
    answers.push(
      late_ms > latest_ms
        ? Promise.reject(new Error(`it was due ${Math.round(late_ms)} ms before it could be sent`))
        : one(),
    );
    // It is heard of with all others.
    answers.at(-1)?.catch(() => {});
  }
  return answers;
}

async function sendInTurn(
  work: readonly Work[],
  { inFlight }: { inFlight: number },
  signal: AbortSignal,
): Promise<Promise<unknown>[]> {
  const waiting = work.values();
  const answers: Promise<unknown>[] = [];
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      for (const one of waiting) {
        signal.throwIfAborted();
        const answer = one();
        answers.push(answer);
        await answer.catch(() => {});
      }
    }),
  );
  return answers;
}
