import { setTimeout as sleep } from 'node:timers/promises';
import { compareAcknowledged, compareStores } from './compare.ts';
import { replayDecisions } from './replay.ts';
import { runChecks } from './sql.ts';
import type { Acknowledged, Finding, VerifiedStores } from './types.ts';

export type VerifyOptions = {
  /** What clients were told; each must still be there. */
  acknowledged?: readonly Acknowledged[];
  /** From when on stores are compared and decisions decided again. Default: from the beginning. */
  since?: Date;
  /** How long followers may take to catch up. Default 10,000. */
  settle_ms?: number;
};

const look_again_ms = 500;

/**
 * Checks that must find nothing. Some hold at any time. Others hold once followers have handled the events, so they
 * are repeated until they find nothing or the time is up. An empty list means that all is well.
 */
export async function verify(stores: VerifiedStores, options: VerifyOptions = {}): Promise<Finding[]> {
  const { acknowledged = [], since = new Date(0), settle_ms = 10_000 } = options;
  const broken = [
    ...(await runChecks(stores, 'always')),
    ...(await compareAcknowledged(stores, acknowledged)),
    ...(await replayDecisions(stores, since)),
  ];
  const deadline = performance.now() + settle_ms;
  for (;;) {
    const unsettled = [...(await runChecks(stores, 'settled')), ...(await compareStores(stores, since))];
    if (unsettled.length === 0 || performance.now() > deadline) return [...broken, ...unsettled];
    await sleep(look_again_ms);
  }
}
