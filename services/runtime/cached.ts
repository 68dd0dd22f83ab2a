export type Cached<T, A> = {
  /** The value, at most `maxAgeMs` old. When it must be read, `argument` is passed to the reader. */
  get(argument: A): Promise<T>;
};

export type CachedOptions = {
  maxAgeMs: number;
  /** While reading fails, a value of at most this age is still given. */
  maxStaleMs: number;
  now?: () => number;
};

/**
 * Keeps one value that is the same for everybody. Callers who ask while it is being read wait for that same read. A
 * failed read throws only when there is no value recent enough to give instead.
 */
export function createCached<T, A>(
  read: (argument: A) => Promise<T>,
  { maxAgeMs, maxStaleMs, now = Date.now }: CachedOptions,
): Cached<T, A> {
  let known: { value: T; at: number } | undefined;
  let reading: Promise<T> | undefined;

  async function renew(argument: A): Promise<T> {
    try {
      const value = await read(argument);
      known = { value, at: now() };
      return value;
    } catch (err) {
      if (known && now() - known.at <= maxStaleMs) return known.value;
      throw err;
    } finally {
      reading = undefined;
    }
  }

  return {
    get: async (argument) => {
      if (known && now() - known.at <= maxAgeMs) return known.value;
      reading ??= renew(argument);
      return await reading;
    },
  };
}
