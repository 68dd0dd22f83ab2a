import { together } from '@healthbooker/runtime/postgres';

/** How many items run at the same time, so that their statements share round trips, which take most of the time. */
const AT_ONCE = 32;

/**
 * Runs a transaction's work for each item, some at a time, in the order of the list. The items must not affect each
 * other.
 */
export async function inChunks<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  atOnce = AT_ONCE,
): Promise<void> {
  for (let from = 0; from < items.length; from += atOnce) {
    await together(items.slice(from, from + atOnce).map(work));
  }
}
