export type Cached<T, A> = {
  /** The value, at most `maxAgeMs` old; read with `argument` when it has to be read. */
  get(argument: A): Promise<T>;
};

export type CachedOptions = {
  maxAgeMs: number;
  /** While reading fails, a value up to this old is still given. */
  maxStaleMs: number;
  now?: () => number;
};

/**
 * Keeps one value that is the same for everybody. Those who ask while it is being read wait for the same reading;
 * a failed reading is thrown only when there is nothing recent enough to give instead.
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
