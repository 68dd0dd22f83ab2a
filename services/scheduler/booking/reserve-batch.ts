import { ServiceError } from '@healthbooker/runtime/errors';
import { type Transaction, together, transaction } from '@healthbooker/runtime/postgres';
import { recordAccess } from '../care/access-log/record.ts';
import { byPriority } from '../engine/priority.ts';
import { lockPatients } from '../locks.ts';
import type { Outcome } from './batcher.ts';
import type { Booking, BookingFacts, Planned, Reserved } from './booking.ts';
import { choose, lockCandidates, type ReserveParts } from './choose.ts';
import { explainConstraint } from './constraints.ts';
import { findKnown, isRefusal } from './find-known.ts';
import { countedFor } from './limits.ts';
import { lockBookingFacts } from './lock-booking-facts.ts';
import { planBooking } from './plan-booking.ts';
import { readAgain, writeBookings } from './write-bookings.ts';

/** A batch that waits longer than this for a lock is split, so that one booking does not hold up the others. */
const PATIENCE_MS = 1000;
/** How many bookings of a batch that was split run at the same time. */
const APART = 4;

type Answer = (place: number, outcome: Outcome<Reserved>) => void;

/**
 * Decides about bookings together and writes them in one transaction. Each gets its own answer: a refused booking does
 * not make others fail. When the whole transaction fails unexpectedly, the bookings are tried one by one, and each is
 * answered when it is done.
 */
export async function reserveBatch(
  parts: ReserveParts,
  bookings: readonly Booking[],
  answer: Answer,
): Promise<void> {
  const isAlone = bookings.length === 1;
  const deadline = Math.max(...bookings.map(({ context }) => context.deadline));
  try {
    const options = { deadline, attempts: 3, ...(isAlone ? {} : { patienceMs: PATIENCE_MS }) };
    const answers = await transaction(parts.pool, (tx) => reserveAll(tx, parts, bookings), options);
    parts.relay.wake();
    for (const [place, { appointmentId }] of bookings.entries()) {
      answer(place, answers.get(appointmentId) ?? missing());
    }
  } catch (error) {
    const isDown = error instanceof ServiceError && error.kind === 'unavailable';
    if (isAlone || isDown) throw explainConstraint(error);
    parts.log.warn(
      { err: error, bookings: bookings.length },
      'a batch of bookings failed: each booking is tried alone',
    );
    parts.measures.batchesApart.inc();
    await apart(parts, bookings, answer);
  }
}

async function apart(parts: ReserveParts, bookings: readonly Booking[], answer: Answer): Promise<void> {
  const places = bookings.entries();
  const oneByOne = async () => {
    for (const [place, booking] of places) {
      await reserveBatch(parts, [booking], (_, outcome) => answer(place, outcome)).catch((error: unknown) =>
        answer(place, { error }),
      );
    }
  };
  await Promise.all(Array.from({ length: APART }, oneByOne));
}

/** Answers by appointment id; no two bookings have the same. */
async function reserveAll(
  tx: Transaction,
  parts: ReserveParts,
  bookings: readonly Booking[],
): Promise<Map<string, Outcome<Reserved>>> {
  const patients = new Set(bookings.map(({ patientId }) => patientId));
  // Sent together, run one after the other: everything is read after the patients are locked.
  const [, known, seen, counted] = await together([
    lockPatients(tx, patients),
    findKnown(tx, bookings, parts.clock()),
    lockBookingFacts(tx, bookings, parts.clock()),
    countedFor(tx, bookings, parts.clock()),
  ]);
  const facts: BookingFacts = { ...seen, ...counted };
  const answers = new Map<string, Outcome<Reserved>>();
  for (const [appointmentId, outcome] of known) {
    const isKnown = 'result' in outcome;
    answers.set(
      appointmentId,
      isKnown ? { result: { reservation: outcome.result, isRepeat: true } } : outcome,
    );
  }
  for (const booking of bookings) {
    const earlier = known.get(booking.appointmentId);
    if (earlier === undefined || !('result' in earlier)) continue;
    await recordAccess(tx, booking.context, [booking.patientId], readAgain(booking), facts.now);
  }
  for (const { appointmentId, refusal } of bookings) {
    if (refusal !== undefined && !answers.has(appointmentId)) answers.set(appointmentId, { error: refusal });
  }
  const open = bookings.filter(({ appointmentId }) => !answers.has(appointmentId));
  if (open.length === 0) return answers;

  const candidates = await lockCandidates(tx, parts, open, facts);
  const plans: Planned[] = [];
  for (const booking of inOrder(parts, open, facts)) {
    try {
      plans.push(
        booking.slotId === null
          ? await choose(tx, parts, booking, candidates, facts)
          : planBooking(booking, booking.slotId, facts),
      );
    } catch (error) {
      if (!isRefusal(error)) throw error;
      answers.set(booking.appointmentId, { error });
    }
  }
  const written = await writeBookings(tx, plans, facts.now);
  for (const [appointmentId, reservation] of written) {
    answers.set(appointmentId, { result: { reservation, isRepeat: false } });
  }
  return answers;
}

/**
 * The order of bookings that want the same. Who arrived first within a second does not matter: the keyed hash decides.
 */
function inOrder(
  parts: ReserveParts,
  bookings: readonly Booking[],
  { now, holds, referrals }: BookingFacts,
): Booking[] {
  if (bookings.length === 1) return [...bookings];
  const compare = byPriority(now.getTime());
  return bookings
    .map((booking) => {
      const hold = holds.get(booking.patientId);
      const known = referrals.get(booking.referralId ?? hold?.referral_id ?? '')?.urgency ?? hold?.urgency;
      const waiting = {
        id: booking.appointmentId,
        urgency: known ?? booking.urgency,
        sinceMs: Math.floor(booking.sinceMs / 1000) * 1000,
        tieBreak: parts.tieBreak(booking.slotId ?? '', booking.patientId),
      } as const;
      return { booking, waiting };
    })
    .sort((a, b) => compare(a.waiting, b.waiting))
    .map(({ booking }) => booking);
}

function missing(): Outcome<Reserved> {
  return { error: new Error('a booking was neither made nor refused') };
}
