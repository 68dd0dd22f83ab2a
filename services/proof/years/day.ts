import { setTimeout as sleep } from 'node:timers/promises';
import { chanceOf } from './chance.ts';
import { readOwn, writeUp } from './charts.ts';
import { askAgain } from './keyed.ts';
import { callOffLeave, closePlace, takeLeave, workOff } from './office.ts';
import type { Running } from './running.ts';
import { type Scene, tried } from './scene.ts';
import { day_ms, dayOf, hour_ms } from './time.ts';
import { answerNewTimes, book, cancel, closeVisits, lookAt, move, undo } from './visits.ts';
import { answerOffers, join, leaveList, readBoard } from './waiting.ts';

/** When something happens, in hours of a day in UTC. */
export type Pace = { moments_h: readonly number[]; bookings: number };

/** A whole day, and one that is over sooner. */
export const paces = {
  whole: { moments_h: [6.1, 11.1, 16.1], bookings: 5 },
  short: { moments_h: [13.1], bookings: 2 },
} as const satisfies Record<string, Pace>;

/** When everybody has gone home. */
const night_h = 23.5;

/** The next instant at which something happens, and whether it is the night. */
export function nextMoment(after: Date, { moments_h }: Pace): { at: Date; isNight: boolean } {
  const midnight_ms = Date.parse(dayOf(after));
  const later = [...moments_h, night_h].find((hours) => midnight_ms + hours * hour_ms > after.getTime());
  const at = new Date(
    midnight_ms + (later === undefined ? day_ms : 0) + (later ?? moments_h[0] ?? 0) * hour_ms,
  );
  return { at, isNight: later === night_h };
}

/** What people do at one moment of a day. The time has come; what ended in between is swept first, as each second. */
export async function spendMoment(scene: Scene, at: Date, { moments_h, bookings }: Pace): Promise<void> {
  const chance = chanceOf(at.toISOString());
  const now: Scene = { ...scene, chance };
  await sweep(now);
  const perDay = (times: number) => chance.happens(times / moments_h.length);
  const written = (await closeVisits(now)).filter(() => chance.happens(0.4));
  await Promise.all([
    ...written.map((seen) => writeUp(now, seen)),
    answerNewTimes(now),
    answerOffers(now),
    ...Array.from({ length: bookings }, () => book(now)),
  ]);
  if (perDay(2)) await lookAt(now);
  if (perDay(1.5)) await move(now);
  if (perDay(3)) await cancel(now);
  if (perDay(2.5)) await join(now);
  if (perDay(0.3)) await leaveList(now);
  if (perDay(0.5)) await undo(now, 0, 1);
  if (perDay(0.4)) await undo(now, 20, 75);
  if (perDay(1)) await readOwn(now);
  if (perDay(0.5)) await readBoard(now);
  if (perDay(1 / 15)) await takeLeave(now);
  if (perDay(1 / 30)) await callOffLeave(now);
  if (perDay(1 / 40)) await closePlace(now);
  if (perDay(1)) await workOff(now);
  if (perDay(1)) await askAgain(now);
}

const sweep = (scene: Scene) => runRound(scene, 'scheduler sweep');

/** The night: what people did is published, then every other round is done, each to its end. */
export async function spendNight(scene: Scene, without: ReadonlySet<string>): Promise<void> {
  await sweep(scene);
  await untilPublished(scene);
  for (const name of scene.running.rounds.keys()) {
    if (name !== 'scheduler sweep' && !without.has(name)) await runRound(scene, name);
  }
  // New slots go to those who wait for them first.
  await sweep(scene);
  await untilPublished(scene);
}

async function runRound(scene: Scene, name: string): Promise<void> {
  const round = scene.running.rounds.get(name);
  if (round === undefined) {
    throw new Error(`no round is named ${name}; there are ${[...scene.running.rounds.keys()].join(', ')}`);
  }
  await tried(scene, name, round.run);
}

const patience_ms = 60_000;
const look_again_ms = 20;
/** While somebody waits, time goes on: what failed is tried again after seconds. */
const looks_per_step = 25;
const step_ms = 5000;

/** Waits until every event has left the outboxes, and everybody whose mail is due has been written to. */
async function untilPublished({ running }: Scene): Promise<void> {
  const end = performance.now() + patience_ms;
  for (let looks = 1; (await eventsLeft(running)) + (await mailsDue(running)) > 0; looks += 1) {
    if (performance.now() > end) throw new Error('events or mails are still waiting after a minute');
    await sleep(look_again_ms);
    const { time } = running;
    if (looks % looks_per_step === 0) await time.moveTo(new Date(time.now().getTime() + step_ms));
  }
}

async function eventsLeft({ owners }: Running): Promise<number> {
  const counts = await Promise.all(
    [owners.scheduler, owners.ehr].map((owner) =>
      owner.query<{ left: number }>('select count(*)::int as left from outbox where published_at is null'),
    ),
  );
  return counts.reduce((sum, { rows }) => sum + (rows[0]?.left ?? 0), 0);
}

/** Those in hand are due again when their lease ends. */
const lease_ms = 60_000;

async function mailsDue({ owners, time }: Running): Promise<number> {
  const { rows } = await owners.notification.query<{ due: number }>(
    `select count(*)::int as due from message where state = 'queued' and due_at <= $1`,
    [new Date(time.now().getTime() + lease_ms)],
  );
  return rows[0]?.due ?? 0;
}
