/** A statement that reads too much on aged data, and why nobody has mended it. */
export type KnownSlow = {
  service: string;
  statement: string;
  because: string;
  /** Whether it shows at scale 1 only. */
  atFullSize?: true;
};

/** Each is let pass; one that has become good fails the check until it is taken off. */
export const knownSlow: readonly KnownSlow[] = [
  {
    service: 'scheduler',
    statement: 'count-open-entries',
    because:
      'it counts who waits in one specialty in an index, and no further than 10,000, for the heading of their list',
  },
  {
    service: 'scheduler',
    statement: 'fits-of-entry',
    because: 'An entry whose wishes fit nothing is compared with every free slot of its kind of visit.',
  },
  {
    service: 'scheduler',
    statement: 'fits-of-slots',
    because: 'A slot that suits nobody is compared with everybody who waits in its specialty.',
  },
  {
    service: 'scheduler',
    statement: 'series-near',
    because: 'It reads all free slots of a specialty a week before and after, and sorts them for twenty.',
  },
  {
    service: 'scheduler',
    statement: 'leave-candidates',
    because: 'It reads all free slots of a specialty up to the horizon, and sorts them by how near they are.',
    atFullSize: true,
  },
  {
    service: 'scheduler',
    statement: 'closed-taken-slots',
    because: 'It asks each session of a place, those that ended years ago too.',
    atFullSize: true,
  },
];
