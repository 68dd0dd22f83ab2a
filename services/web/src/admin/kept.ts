import { useState } from 'react';

/**
 * What somebody chose, kept in this tab until it closes: an address must not name a specialty, which says what the
 * patients on the page are treated for.
 */
export function useKept(name: string): [value: string, keep: (value: string) => void] {
  const key = keyOf(name);
  const [value, setValue] = useState(() => sessionStorage.getItem(key) ?? '');
  const keep = (next: string) => {
    sessionStorage.setItem(key, next);
    setValue(next);
  };
  return [value, keep];
}

/** The input of a form of several pages, kept in this tab until it is saved: Back and reload lose nothing. */
export function useKeptDraft<Draft extends object>(
  name: string,
  empty: Draft,
): { draft: Draft; set: (change: Partial<Draft>) => void; forget: () => void } {
  const key = keyOf(name);
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = sessionStorage.getItem(key);
    return kept === null ? empty : { ...empty, ...JSON.parse(kept) };
  });
  return {
    draft,
    set(change) {
      const next = { ...draft, ...change };
      sessionStorage.setItem(key, JSON.stringify(next));
      setDraft(next);
    },
    // What the page shows stays until the page closes.
    forget: () => sessionStorage.removeItem(key),
  };
}

function keyOf(name: string): string {
  return `hb.admin.${name}`;
}
