import { bookedIsBooked } from './list/booked-is-booked.ts';
import { callers } from './list/callers.ts';
import { charts } from './list/charts.ts';
import { decisions } from './list/decisions.ts';
import { facts } from './list/facts.ts';
import { freedIsSettled } from './list/freed-is-settled.ts';
import { news } from './list/news.ts';
import { oneSlot } from './list/one-slot.ts';
import { retried } from './list/retried.ts';
import { tokens } from './list/tokens.ts';
import { told } from './list/told.ts';
import type { Mutant } from './types.ts';

/** Every protection that is taken away, by what it protects. */
export const lists: Readonly<Record<string, readonly Mutant[]>> = {
  'no slot is double-booked, nobody is in two places': oneSlot,
  'a booking that was acknowledged exists and reaches every store': bookedIsBooked,
  'what is committed is told, and kept for its time': told,
  'a freed slot is settled': freedIsSettled,
  'who waits is looked at again': retried,
  'every allocation is explainable': decisions,
  'nobody reads a chart unseen': charts,
  'each service checks the caller itself': callers,
  'a token counts for who it was made for, and until it ends': tokens,
  'clinical facts are never overwritten': facts,
  'people hear what is news to them, while they may': news,
};

export const mutants: readonly Mutant[] = Object.values(lists).flat();
