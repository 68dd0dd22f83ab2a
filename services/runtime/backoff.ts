import { setTimeout as sleep } from 'node:timers/promises';

/** Waiting times that double from `firstMs` to `capMs`, each shortened at random by up to half. */
export function createBackoff(firstMs: number, capMs: number): { nextMs(): number; reset(): void } {
  let currentMs = firstMs;
  return {
    nextMs() {
      const waitMs = currentMs * (0.5 + Math.random() / 2);
      currentMs = Math.min(capMs, currentMs * 2);
      return waitMs;
    },
    reset() {
      currentMs = firstMs;
    },
  };
}

/** Resolves after `ms` or as soon as the signal is aborted, and never rejects. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await sleep(ms, undefined, { signal, ref: true }).catch(() => undefined);
}
