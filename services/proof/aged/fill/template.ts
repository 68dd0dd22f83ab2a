/** Stored documents of the seeded hospital, with places where the aged one puts its own ids and times. */

/** An instant that a document names: so long after the start of what it tells of, or after it was asked for. */
export type Moment = { base: 'start' | 'asked'; offset_ms: number };

/** What is put in the place of an id: its position among the arguments of `format`, from 1. */
export type Places = ReadonlyMap<string, number>;

export type Moments = {
  list: Moment[];
  /** The position of an instant in the list, which it is added to when it is new. */
  indexOf(ms: number): number;
};

/** Each moment is given three ways: text without zone, epoch milliseconds, date. */
const WAYS = { instant: 0, ms: 1, date: 2 } as const;
const EARLIEST_MS = Date.UTC(2015, 0);
const LATEST_MS = Date.UTC(2100, 0);
const MARK = '\u0001';

/** Collects the instants of one visit or entry. `baseOf` says what an instant goes with. */
export function collectMoments(
  bases: { start: number; asked: number },
  baseOf: (ms: number) => Moment['base'],
): Moments {
  const list: Moment[] = [];
  return {
    list,
    indexOf(ms) {
      const base = baseOf(ms);
      const offset_ms = ms - bases[base];
      const known = list.findIndex((each) => each.base === base && each.offset_ms === offset_ms);
      return known >= 0 ? known : list.push({ base, offset_ms }) - 1;
    },
  };
}

/**
 * The text of a document as a format string of PostgreSQL's `format`: `%3$s` where the third argument goes. What stands
 * under a key of `untimed` keeps its times, since answers hang on how they lie to each other.
 */
export function toTemplate(
  document: unknown,
  places: Places,
  moments: Moments,
  untimed: ReadonlySet<string> = new Set(),
): string {
  const first = Math.max(0, ...places.values()) + 1;
  const mark = (index: number, way: keyof typeof WAYS) => `${MARK}${first + index * 3 + WAYS[way]}${MARK}`;

  function walk(value: unknown, isTimed: boolean): unknown {
    if (Array.isArray(value)) return value.map((each) => walk(each, isTimed));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, walk(each, isTimed && !untimed.has(key))]),
      );
    }
    if (typeof value === 'number') {
      const isTime = isTimed && Number.isInteger(value) && value > EARLIEST_MS && value < LATEST_MS;
      return isTime ? `${MARK}raw${mark(moments.indexOf(value), 'ms')}` : value;
    }
    return typeof value === 'string' ? text(value, isTimed) : value;
  }

  function text(value: string, isTimed: boolean): string {
    if (isTimed) {
      const instant = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)((?:\.\d{1,3})?Z)$/.exec(value);
      if (instant) return `${mark(moments.indexOf(Date.parse(`${instant[1]}Z`)), 'instant')}${instant[2]}`;
      if (/^\d{4}-\d\d-\d\d$/.test(value)) return mark(moments.indexOf(Date.parse(value)), 'date');
    }
    let marked = value;
    for (const [id, place] of places) marked = marked.replaceAll(id, `${MARK}${place}${MARK}`);
    return marked;
  }

  return JSON.stringify(walk(document, true))
    .replaceAll('%', '%%')
    .replaceAll(/"\\u0001raw\\u0001(\d+)\\u0001"/g, '%$1$$s')
    .replaceAll(/\\u0001(\d+)\\u0001/g, '%$1$$s');
}
