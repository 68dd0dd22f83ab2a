import { createBackoff, pause } from './backoff.ts';

/** Work that goes on until it is closed. */
export type Repeating = {
  /** Stops after the step in hand. */
  close(): Promise<void>;
};

/**
 * Takes one step after the other until it is closed, or until a step says that nothing is left to do. A step that fails is
 * told to `failed` and tried again after 0.5 s, then after longer pauses of up to `longest_ms`.
 * @param step returns for how many milliseconds to rest before the next one; undefined: all is done
 */
export function repeat(
  step: (signal: AbortSignal) => Promise<number | undefined>,
  { longest_ms, failed }: { longest_ms: number; failed(err: unknown): void },
): Repeating {
  const closing = new AbortController();
  const { signal } = closing;
  const backoff = createBackoff(500, longest_ms);

  async function loop(): Promise<void> {
    while (!signal.aborted) {
      try {
        const rest_ms = await step(signal);
        if (rest_ms === undefined) return;
        backoff.reset();
        await pause(rest_ms, signal);
      } catch (err) {
        if (signal.aborted) return;
        failed(err);
        await pause(backoff.nextMs(), signal);
      }
    }
  }

  const running = loop();
  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}
