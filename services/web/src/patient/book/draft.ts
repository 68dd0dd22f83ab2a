import { useSyncExternalStore } from 'react';
import type { Hold } from '../api.ts';
import { type Answers, noAnswers } from './answers.ts';

/** The time a patient is about to book, and the key under which confirming it may be repeated. */
export type Chosen = { hold: Hold; why: string; key: string };

export type Draft = { answers: Answers; chosen?: Chosen };

const storageKey = 'hb.patient.draft';
const empty: Draft = { answers: noAnswers };

let current: Draft = read();
const listeners = new Set<() => void>();

function read(): Draft {
  const stored = sessionStorage.getItem(storageKey);
  if (stored === null) return empty;
  try {
    const draft = JSON.parse(stored) as Draft;
    return { ...draft, answers: { ...noAnswers, ...draft.answers } };
  } catch {
    // Written by another version of the portal: the questions are asked again.
    return empty;
  }
}

/** Replaces the draft; the tab keeps it over reloads and going back. */
export function saveDraft(draft: Draft): void {
  current = draft;
  sessionStorage.setItem(storageKey, JSON.stringify(draft));
  for (const listener of listeners) listener();
}

/** Forgets every answer: after booking, and when somebody signs out. */
export function clearDraft(): void {
  current = empty;
  sessionStorage.removeItem(storageKey);
  for (const listener of listeners) listener();
}

export function useDraft(): Draft {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
