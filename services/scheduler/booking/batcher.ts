import { ServiceError } from '@healthbooker/runtime/errors';

/** When to try again after the queue was full: about as long as a full queue takes to empty. */
const RETRY_AFTER_MS = 500;

export type Outcome<Result> = { result: Result } | { error: unknown };

export type BatcherOptions<Item, Result> = {
  /**
   * Works on a batch and answers each item by its index. When it throws, the items without an answer fail with that
   * error.
   */
  run(items: readonly Item[], answer: (place: number, outcome: Outcome<Result>) => void): Promise<void>;
  /** Items of one key are never in one batch. */
  keyOf(item: Item): string;
  /**
   * Until when the caller waits (epoch milliseconds), and a signal that is aborted when it stops waiting before that.
   */
  deadlineOf(item: Item): { deadline: number; signal: AbortSignal };
  /** Items in a batch at most, and batches at work at once. */
  size: number;
  atOnce: number;
  /** Items that may wait; further ones are refused. */
  queueMax: number;
  onBatch(size: number): void;
  onQueue(depth: number): void;
};

type Waiting<Item, Result> = {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
};

/**
 * Micro-batches: what is submitted while a batch runs goes into the next batch together. Nothing waits for a batch to
 * fill: a single item is a batch of one.
 *
 * The returned function throws 'unavailable' with `retryAfterMs` when the queue is full and 'deadline' for an item
 * whose deadline passed before its batch began. In both cases nothing has been done.
 */
export function createBatcher<Item, Result>(
  options: BatcherOptions<Item, Result>,
): (item: Item) => Promise<Result> {
  let queue: Waiting<Item, Result>[] = [];
  let running = 0;
  let isDue = false;

  /** Starts after the callbacks that are already queued, so that calls which arrived together share a batch. */
  function startSoon(): void {
    if (isDue || running >= options.atOnce) return;
    isDue = true;
    setImmediate(() => {
      isDue = false;
      while (running < options.atOnce && queue.length > 0) void work(nextBatch());
    });
  }

  /** Refuses the items whose deadline has passed. */
  function dropLate(): void {
    queue = queue.filter(({ item, reject }) => {
      const { deadline, signal } = options.deadlineOf(item);
      if (!signal.aborted && deadline > Date.now()) return true;
      reject(new ServiceError('deadline', 'No time is left for this request.'));
      return false;
    });
  }

  function nextBatch(): Waiting<Item, Result>[] {
    dropLate();
    const keys = new Set<string>();
    const batch: Waiting<Item, Result>[] = [];
    const later: Waiting<Item, Result>[] = [];
    for (const waiting of queue) {
      const key = options.keyOf(waiting.item);
      if (batch.length >= options.size || keys.has(key)) later.push(waiting);
      else {
        keys.add(key);
        batch.push(waiting);
      }
    }
    queue = later;
    options.onQueue(queue.length);
    return batch;
  }

  async function work(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    if (batch.length === 0) return;
    running += 1;
    options.onBatch(batch.length);
    const items = batch.map(({ item }) => item);
    try {
      await options.run(items, (place, outcome) => {
        if ('result' in outcome) batch[place]?.resolve(outcome.result);
        else batch[place]?.reject(outcome.error);
      });
      for (const { reject } of batch) reject(new Error('a batch did not answer one of its items'));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      running -= 1;
      startSoon();
    }
  }

  return (item) => {
    if (queue.length >= options.queueMax) dropLate();
    if (queue.length >= options.queueMax) {
      const full = new ServiceError('unavailable', 'Too many bookings wait. Try again in a moment.', {
        retryAfterMs: RETRY_AFTER_MS,
      });
      return Promise.reject(full);
    }
    return new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject });
      options.onQueue(queue.length);
      startSoon();
    });
  };
}
