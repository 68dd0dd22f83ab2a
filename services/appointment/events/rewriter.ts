import { reservationVersionSize } from '@healthbooker/protos/gen/readers';
import { type Repeating, repeat } from '@healthbooker/runtime/repeat';
import { readRewriting, writeRewriting } from '../tables/reconcile-cursor.ts';
import { page_size, type ReconcilerOptions, takePage } from './reconciler.ts';

/** A pause, so that people are still served while a large table is rewritten. */
const between_pages_ms = 1000;
const at_end_ms = 60_000;
/** Longer than a rollout takes: items that the release before writes during the rollout are rewritten too. */
const rollout_ms = 24 * 3_600_000;

/**
 * Writes every item again when the contract has grown: it pages `scheduler.ListChanged` from the beginning and replaces
 * what a release with a smaller contract wrote. A process goes on where another has stopped. When a day has passed and the
 * end is reached, it is done and never starts again for this contract.
 * @param pagePause_ms shorter in tests
 */
export function startRewriter(
  options: ReconcilerOptions,
  { pagePause_ms = between_pages_ms } = {},
): Repeating {
  const { parts, log } = options;
  const { store, clock } = parts;
  const contract = reservationVersionSize;

  /** Rewrites the next page. Returns how long to wait before the one after it, or undefined when all is done. */
  async function step(signal: AbortSignal): Promise<number | undefined> {
    const begun = await readRewriting(store, contract);
    const { cursor, begunAt, isDone } = begun ?? {
      cursor: '',
      begunAt: clock().toISOString(),
      isDone: false,
    };
    if (isDone) return undefined;
    const page = await takePage(options, cursor, 'rewriter', signal);
    const isAtEnd = page.read < page_size;
    const isOver = isAtEnd && clock().getTime() - Date.parse(begunAt) > rollout_ms;
    await writeRewriting(store, contract, { cursor: page.nextCursor, begunAt, isDone: isOver });
    if (isOver) return undefined;
    return isAtEnd ? at_end_ms : pagePause_ms;
  }

  return repeat(step, {
    longest_ms: 60_000,
    failed(err) {
      log.warn({ err }, 'items of the release before could not be rewritten: it is tried again');
    },
  });
}
