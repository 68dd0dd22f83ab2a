import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRetention } from '@healthbooker/runtime/retention';
import { newTally, type Tally } from '../soak/tally.ts';
import { chanceOf } from './chance.ts';
import { nextMoment, type Pace, spendMoment, spendNight } from './day.ts';
import { furnish } from './hospital.ts';
import { openJournal } from './journal.ts';
import type { Month } from './judge.ts';
import { measure } from './measure.ts';
import { type Ground, startHospital } from './running.ts';
import type { Scene } from './scene.ts';
import { livesOf } from './tables.ts';
import { day_ms, dayOf, monthFrom } from './time.ts';
import { verified } from './verified.ts';

/** A hospital over the years. */
export type Life = {
  months: Month[];
  /** Answers that nobody should get, of all runs. */
  failures: string[];
  tally: Tally;
  now(): Date;
  /** Lives on until an instant, or until `isStopped`; `told` hears of each month that ends. False: it was stopped. */
  liveUntil(end: Date, options: Living): Promise<boolean>;
  /** Spends one more night with every round, measures again, and checks everything since the beginning. */
  lookBack(): Promise<Month>;
  close(): Promise<void>;
};

export type Living = {
  pace: Pace;
  /** Rounds that are never done, as if somebody had switched them off: `scheduler prune-holds`. */
  without: ReadonlySet<string>;
  isStopped(): boolean;
  told(month: Month): void;
};

/** What is written down after each moment. */
type Progress = Pick<Life, 'months' | 'failures'> & { now: string };

export const lives = livesOf(readRetention());

/**
 * Opens a hospital that begins at `first`, or goes on where the folder says that it was: whoever was killed did at most a part
 * of a moment twice.
 */
export async function openLife(ground: Ground, first: Date, folder?: string): Promise<Life> {
  const kept = folder === undefined ? undefined : join(folder, 'progress.json');
  const before = kept === undefined ? undefined : readProgress(kept);
  const running = await startHospital(ground, before === undefined ? first : new Date(before.now));
  const { time, owners } = running;
  const months = before?.months ?? [];
  const earlier = before?.failures ?? [];
  // Whether a run is over is said by its end, not by a number of operations.
  const tally = newTally(Number.POSITIVE_INFINITY);
  const failures = () => [...earlier, ...tally.failures];

  function keep(): void {
    if (kept === undefined) return;
    const progress: Progress = { now: time.now().toISOString(), months, failures: failures() };
    writeFileSync(`${kept}.new`, JSON.stringify(progress));
    renameSync(`${kept}.new`, kept);
  }

  async function monthEnds(since?: Date): Promise<Month> {
    const { rows } = await owners.scheduler.query<{ visits: number }>(
      'select count(*)::int as visits from reservation',
    );
    return {
      day: dayOf(time.now()),
      visits: rows[0]?.visits ?? 0,
      tables: await measure(running, lives),
      ...(await verified(running, since)),
    };
  }

  try {
    const scene: Scene = {
      ...(await furnish(running)),
      running,
      journal: openJournal(folder === undefined ? undefined : join(folder, 'operations.ndjson')),
      tally,
      chance: chanceOf('whoever comes first'),
    };
    if (before === undefined) await spendNight(scene, new Set());
    keep();
    return {
      months,
      tally,
      now: time.now,
      get failures() {
        return failures();
      },
      async liveUntil(end, { pace, without, isStopped, told }) {
        for (;;) {
          if (isStopped()) return false;
          const { at, isNight } = nextMoment(time.now(), pace);
          if (at >= end) return true;
          await time.moveTo(at);
          if (isNight) {
            await spendNight(scene, without);
            if (isLastOfMonth(at)) {
              const month = await monthEnds(monthFrom(at, 0));
              months.push(month);
              told(month);
            }
          } else await spendMoment(scene, at, pace);
          keep();
        }
      },
      async lookBack() {
        await spendNight(scene, new Set());
        return monthEnds();
      },
      close: running.close,
    };
  } catch (error) {
    await running.close();
    throw error;
  }
}

const isLastOfMonth = (at: Date): boolean => new Date(at.getTime() + day_ms).getUTCDate() === 1;

function readProgress(file: string): Progress | undefined {
  mkdirSync(join(file, '..'), { recursive: true });
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Progress) : undefined;
}
