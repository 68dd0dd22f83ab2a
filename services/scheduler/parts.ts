import type { Logger } from '@healthbooker/runtime/log';
import type { Pool } from '@healthbooker/runtime/postgres';
import type { Measures } from './measures.ts';

/** What the RPCs work with. */
export type Parts = {
  pool: Pool;
  clock: () => Date;
  log: Logger;
  measures: Measures;
  /** Wakes the relay of events after a commit. */
  relay: { wake(): void };
  /** Settles freed slots after a commit: `settle` without making the caller wait, `settleAtOnce` by a deadline (epoch ms). */
  settler: {
    settle(specialtyId: string): void;
    settleAtOnce(specialtyId: string, deadline: number): Promise<void>;
  };
  tieBreak: (slotId: string, request: string) => string;
  /** How long a slot is held for a browsing patient. */
  holdMs: number;
  /** Bookings that may wait for their batch; further ones are refused. */
  reserveQueueMax: number;
};
