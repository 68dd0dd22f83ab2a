/** A statement that reads too much on aged data, and why nobody has mended it. */
export type KnownSlow = { service: string; statement: string; because: string };

/** Each is let pass; one that has become good fails the check until it is taken off. */
export const knownSlow: readonly KnownSlow[] = [
  {
    service: 'scheduler',
    statement: 'count-open-entries',
    because:
      'it counts who waits in one specialty in an index, and no further than 10,000, for the heading of their list',
  },
];
