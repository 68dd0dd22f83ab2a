import type { Work } from './work.ts';

export type { Work } from './work.ts';

/** A background job of a service. */
export type Job = {
  name: string;
  /** What the service calls the loop that runs it, where it closes it. */
  loop: string;
  /** Runs it to its end once. */
  run(work: Work): Promise<void>;
};
