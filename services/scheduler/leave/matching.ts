/**
 * The simple case of an assignment: each option uses one slot, and no patient has two visits. The options of visit v are
 * those from `starts[v]` to before `starts[v + 1]`: each has a slot (`columns`, from 0 to before `columnCount`) and a cost.
 */
export type Matching = {
  starts: Int32Array;
  columns: Int32Array;
  costs: Float64Array;
  /** What it costs to leave each visit without a slot, beside all that are placed. */
  unplacedCosts: Float64Array;
  columnCount: number;
};

/**
 * Far above the cost of all options, so that as many visits as possible are placed. Doubles of this size are exact to a
 * thousandth.
 */
const MORE_THAN_ANY = 1e8;

type Heap = { cost: number; column: number }[];

/**
 * Gives each visit one of its options or none, so that as many visits as possible are placed, and finds the cheapest of
 * such plans: successive shortest augmenting paths with potentials (Jonker and Volgenant, Computing 38, 1987), in the
 * order of the visits. The potentials prove that the result is the best. Returns for each visit the index of its
 * option, -1 for none; undefined when `isOver` says that the time is up.
 */
export function cheapestMatching(problem: Matching, isOver: () => boolean): number[] | undefined {
  const { starts, columns, costs, unplacedCosts, columnCount } = problem;
  const count = starts.length - 1;
  const rowPotential = new Float64Array(count);
  const columnPotential = new Float64Array(columnCount);
  const rowOf = new Int32Array(columnCount).fill(-1);
  const chosen = new Int32Array(count).fill(-1);
  const distance = new Float64Array(columnCount).fill(Number.POSITIVE_INFINITY);
  const isDone = new Uint8Array(columnCount);
  const fromRow = new Int32Array(columnCount);
  const byOption = new Int32Array(columnCount);
  const value = (from: ArrayLike<number>, index: number): number => from[index] as number;

  for (let start = 0; start < count; start += 1) {
    if (isOver()) return undefined;
    const touched: number[] = [];
    const done: number[] = [];
    const heap: Heap = [];
    let row = start;
    let reached = 0;
    let nowhere = { cost: Number.POSITIVE_INFINITY, row: -1 };
    let end = -1;
    for (;;) {
      const unplaced = reached + MORE_THAN_ANY + value(unplacedCosts, row) - value(rowPotential, row);
      if (unplaced < nowhere.cost) nowhere = { cost: unplaced, row };
      for (let option = value(starts, row); option < value(starts, row + 1); option += 1) {
        const column = value(columns, option);
        if (value(isDone, column) === 1) continue;
        const cost =
          reached + value(costs, option) - value(rowPotential, row) - value(columnPotential, column);
        if (cost >= value(distance, column)) continue;
        if (value(distance, column) === Number.POSITIVE_INFINITY) touched.push(column);
        distance[column] = cost;
        fromRow[column] = row;
        byOption[column] = option;
        push(heap, { cost, column });
      }
      const next = popOpen(heap, isDone);
      if (next === undefined || nowhere.cost <= next.cost) {
        reached = nowhere.cost;
        break;
      }
      reached = next.cost;
      if (value(rowOf, next.column) === -1) {
        end = next.column;
        break;
      }
      isDone[next.column] = 1;
      done.push(next.column);
      row = value(rowOf, next.column);
    }
    rowPotential[start] = value(rowPotential, start) + reached;
    for (const column of done) {
      const back = reached - value(distance, column);
      columnPotential[column] = value(columnPotential, column) - back;
      const matched = value(rowOf, column);
      rowPotential[matched] = value(rowPotential, matched) + back;
    }
    augment(end === -1 ? nowhere.row : -1, end, start);
    for (const column of touched) {
      distance[column] = Number.POSITIVE_INFINITY;
      isDone[column] = 0;
    }
  }
  return Array.from(chosen, (option, row) => (option === -1 ? -1 : option - value(starts, row)));

  /**
   * Each visit on the path takes its new slot. The path ends at `end`, a slot that nobody had, or `loser` is left
   * without a slot.
   */
  function augment(loser: number, end: number, start: number): void {
    let column = end;
    if (loser !== -1) {
      if (loser === start) return;
      column = value(columns, value(chosen, loser));
      chosen[loser] = -1;
    }
    for (;;) {
      const row = value(fromRow, column);
      const before = row === start ? -1 : value(columns, value(chosen, row));
      chosen[row] = value(byOption, column);
      rowOf[column] = row;
      if (row === start) return;
      column = before;
    }
  }
}

function push(heap: Heap, item: Heap[number]): void {
  let at = heap.length;
  heap.push(item);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || above.cost <= item.cost) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = item;
}

/** The nearest slot that is not finished yet. */
function popOpen(heap: Heap, isDone: Uint8Array): Heap[number] | undefined {
  for (;;) {
    const [top] = heap;
    const last = heap.pop();
    if (top === undefined || last === undefined) return undefined;
    if (heap.length > 0) sink(heap, last);
    if (isDone[top.column] === 0) return top;
  }
}

function sink(heap: Heap, item: Heap[number]): void {
  let at = 0;
  for (;;) {
    let child = at * 2 + 1;
    const [left, right] = [heap[child], heap[child + 1]];
    if (left === undefined) break;
    if (right !== undefined && right.cost < left.cost) child += 1;
    const below = heap[child];
    if (below === undefined || below.cost >= item.cost) break;
    heap[at] = below;
    at = child;
  }
  heap[at] = item;
}
