import { together } from '@healthbooker/runtime/postgres';

/** Pieces of work whose statements travel together: a round trip is most of what one of them takes. */
const AT_ONCE = 32;

/** Does the work of a transaction for each item, some at a time, in the order of the list. The items do not meet. */
export async function inChunks<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  atOnce = AT_ONCE,
): Promise<void> {
  for (let from = 0; from < items.length; from += atOnce) {
    await together(items.slice(from, from + atOnce).map(work));
  }
}
