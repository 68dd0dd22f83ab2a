import { useState } from 'react';

/**
 * What somebody chose, kept in this tab until it closes: an address must not name a specialty, which says what the
 * patients on the page are treated for.
 */
export function useKept(name: string): [value: string, keep: (value: string) => void] {
  const key = `hb.admin.${name}`;
  const [value, setValue] = useState(() => sessionStorage.getItem(key) ?? '');
  const keep = (next: string) => {
    sessionStorage.setItem(key, next);
    setValue(next);
  };
  return [value, keep];
}
