import assert from 'node:assert/strict';
import type { Pool } from '@healthbooker/runtime/postgres';
import { materialise } from '../calendar/materialise.ts';
import { aPatient, type Person, START, type TestScheduler, wanting } from './service.ts';

/** Patients who come to one start of a class. */
export const SEATS = 6;

export type Seat = { id: string; seat: number; state: string };

/** Classes of an hour, of the kind `heart-class`, as {@link addClasses} makes them. */
export type Classes = {
  /** The seats of a start on this day of December, the lowest first. */
  seatsAt(day: number, hour?: number): Promise<Seat[]>;
  /** The id of a seat, which are counted from one. */
  seatAt(day: number, seat: number, hour?: number): Promise<string>;
  /** Numbers of the seats of a start that somebody has. */
  takenAt(day: number, hour?: number): Promise<number[]>;
  /** Books a slot for somebody. */
  book(slotId: string, patient?: Person): Promise<Booked>;
  /** Books so many places of a start for people nobody knows. */
  fill(day: number, count: number, hour?: number): Promise<Booked[]>;
};

export type Booked = Awaited<ReturnType<typeof bookOf>>;

/**
 * Gives Dr Colleague a class every day at 16:00 and 17:00, and one at 18:00 on Sundays that is kept for urgent needs; and
 * every day at 15:00 to Dr Heart, if `isOfHeart`.
 */
export async function addClasses(scheduler: TestScheduler, { isOfHeart = false } = {}): Promise<Classes> {
  const { pool, hospital } = scheduler;
  await pool.query(
    `insert into visit_type(id, specialty_id, name, preparation, length_min, buffer_after_min, notice_min)
     values ('heart-class', 'cardiology', 'Heart class', 'Bring shoes', 60, 0, 120)`,
  );
  const { provider, colleague } = hospital.heart;
  await addSessions(pool, { provider: colleague, starts: '16:00', ends: '18:00' });
  await addSessions(pool, {
    provider: colleague,
    starts: '18:00',
    ends: '19:00',
    firstDay: 7,
    kept: 'urgent',
  });
  if (isOfHeart) await addSessions(pool, { provider, starts: '15:00', ends: '16:00' });
  await materialise(pool, START);

  const seatsAt = async (day: number, hour = 16) => {
    const at = `2026-12-${String(day).padStart(2, '0')} ${hour}:00`;
    const { rows } = await pool.query<Seat>(
      "select id, seat, state from slot where visit_type_id = 'heart-class' and local_start = $1 order by seat",
      [at],
    );
    assert.equal(rows.length, SEATS);
    return rows;
  };
  const book = (slotId: string, patient?: Person) => bookOf(scheduler, slotId, patient);
  return {
    seatsAt,
    book,
    seatAt: async (day, seat, hour) => (await seatsAt(day, hour))[seat - 1]?.id ?? '',
    takenAt: async (day, hour) =>
      (await seatsAt(day, hour)).filter(({ state }) => state !== 'free').map(({ seat }) => seat),
    async fill(day, count, hour) {
      const booked: Booked[] = [];
      for (const { id } of (await seatsAt(day, hour)).slice(0, count)) booked.push(await book(id));
      return booked;
    },
  };
}

type Session = { provider: string; starts: string; ends: string; firstDay?: number; kept?: string | null };

async function addSessions(pool: Pool, { provider, starts, ends, firstDay = 1, kept = null }: Session) {
  await pool.query(
    `insert into session(id, provider_id, location_id, visit_type_id, weekday, starts, ends, seats, effective,
       reserved_for, reserved_share, release_before_min)
     select gen_random_uuid(), $1, 'london', 'heart-class', day, $2, $3, $4, daterange('2026-01-01', null), $5, $6, 60
     from generate_series($7::int, 7) as day`,
    [provider, starts, ends, SEATS, kept, kept === null ? 0 : 1, firstDay],
  );
}

async function bookOf(scheduler: TestScheduler, slotId: string, patient?: Person) {
  const who = patient ?? (await aPatient());
  const request = wanting(who, slotId);
  const { reservation } = await scheduler.call('Reserve', request, who.as());
  assert.ok(reservation);
  return { who, request, reservation };
}
