import type { Exception } from '../judge.ts';

/** A value that was looked up in the aged hospital, by its name in the service's file of values. */
export type Known = (name: string) => unknown;

/** What a statement is tried with, by its name in the source. */
export type Sample = {
  params: (known: Known) => readonly unknown[];
  /** Where it has to look at more than it returns: why, and how much at most. */
  exception?: Exception;
};

export type Samples = Readonly<Record<string, Sample | Sample['params']>>;

/** A sample with a reason to look at more rows than it returns. */
export function within(reads: number, because: string, params: Sample['params']): Sample {
  return { params, exception: { reads, because } };
}

export const nothing = (): readonly unknown[] => [];

/** Behind everything: where the first page of what changed begins. */
export const START_XID = '0';
/** Ids that nothing has yet. */
export const NEW = '11111111-1111-4111-8111-111111111111';
export const OTHER = '22222222-2222-4222-8222-222222222222';
export const someHash = (): Buffer => Buffer.alloc(32, 1);

export const NOBODY = '00000000-0000-0000-0000-000000000000';
