import { replaySince } from '@healthbooker/local/verify/replay';
import { verify } from '@healthbooker/local/verify/verify';
import type { Running } from './running.ts';

export type Verified = {
  /** Decisions that gave the same answer again. */
  replayed: number;
  broken: string[];
};

const settle_ms = 30_000;

/** What `npm run verify` and `npm run replay` ask, as of the hospital's own time; without an instant of everything. */
export async function verified({ stores, time }: Running, since?: Date): Promise<Verified> {
  const { scheduler } = stores.databases;
  if (scheduler === undefined) throw new Error('there is no scheduler to verify');
  const { same } = await replaySince(scheduler, since ?? new Date(0));
  const findings = await verify(stores, { since, settle_ms, now: time.now });
  return { replayed: same, broken: findings.map(({ broken, id }) => `${broken}: ${id}`) };
}
